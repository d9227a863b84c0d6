import type { LetterFacts } from '../../src/letters/fields.ts';
import type { AnyStage, Complaint } from '../../src/procedure/model/complaint.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { inItsStage } from '../procedure/given.ts';
import { joris, lars, sanne } from '../procedure/people.ts';
import { ballance } from './an-organisation.ts';

/** A complaint of Wednesday 1 April 2026 that Lars handles, just registered unless a test says otherwise. */
export const aComplaint = (change: Partial<AnyStage> = {}): Complaint =>
  inItsStage({
    number: 'K-2026-0001',
    stage: 'registered',
    registeredOn: '2026-04-01',
    receivedOn: '2026-04-01',
    receiver: sanne,
    handler: { person: lars, role: 'officer' },
    handledBy: [lars.id],
    complainant: { name: 'Mevrouw Van Dam' },
    origin: 'client',
    manner: 'oral',
    summary: 'Er is drie weken niet teruggebeld.',
    wording: 'Er is drie weken niet teruggebeld.',
    respondents: [joris],
    letters: [],
    statementsRequested: [],
    statements: [],
    measures: [],
    hearings: [],
    ...change,
  });

/** That complaint, answered on Thursday 16 April; the complainant objected on Monday 20 April. */
export const anObjection = (change: Partial<AnyStage> = {}): Complaint =>
  aComplaint({
    stage: 'objected',
    answer: { position: 'Wij hadden moeten bellen.', judgement: 'founded', proposal: 'Een vast nummer.' },
    letters: [
      {
        id: 1,
        kind: 'answer',
        text: 'Antwoord',
        manner: 'post',
        sentOn: '2026-04-16',
        countsAsReceivedOn: '2026-04-21',
      },
    ],
    objection: { receivedOn: '2026-04-20', text: 'Een nummer lost niets op.' },
    ...change,
  });

/** The facts of a letter that Lars begins. */
export const facts = (change: Partial<LetterFacts> = {}): LetterFacts => ({
  today: '2026-04-21',
  writer: { name: lars.name, role: 'officer' },
  calendar: dutchCalendar(),
  organisation: ballance,
  ...change,
});
