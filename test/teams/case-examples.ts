import { systemClock } from '../../src/calendar/clock.ts';
import { type Complaint, type Person, stages } from '../../src/procedure/complaint.ts';
import type { Event } from '../../src/procedure/events.ts';
import { openSteps } from '../../src/procedure/open-steps.ts';
import { runningDeadlines, workingDaysLeft } from '../../src/procedure/running.ts';
import type { Card } from '../../src/teams/card.ts';
import { type CaseNotice, caseCard } from '../../src/teams/cards/case.ts';
import { bare, calendar, desk, dossierOf, events, full, lars, today, willem } from './a-dossier.ts';

type Seen = {
  by?: Person;
  on?: string;
  list?: readonly Event[];
  notice?: CaseNotice;
  erasesOn?: string;
  discloses?: boolean;
};

/** The dossier of a complaint as somebody sees it on a day. */
export const caseOf = (
  complaint: Complaint,
  { by = lars, on = today, list = [], ...more }: Seen = {},
): Card =>
  caseCard({
    ...more,
    dossier: dossierOf(complaint, list),
    deadlines: runningDeadlines(complaint, calendar).map((deadline) => ({
      deadline,
      workingDaysLeft: workingDaysLeft(deadline, on, calendar),
    })),
    steps: openSteps(by, complaint, { desk, today: on, calendar }),
    today: on,
    clock: systemClock(),
    calendar,
    desk,
  });

const handled = { handler: { person: lars, role: 'officer' as const } };
const answered = full('kort').letters.filter(({ kind, sentOn }) => kind === 'answer' && sentOn);

/** As little as a dossier holds in that stage. */
const little = (stage: Complaint['stage']): Complaint =>
  bare({
    ...handled,
    stage,
    letters: answered,
    objection: { receivedOn: '2026-11-24', text: 'Nee.' },
    appointment: { on: '2026-11-30', time: '09:00', form: 'phone', employeePresent: false, agreed: false },
    ...(stage === 'waived' && { waivedOn: today }),
    ...(stage === 'closed' && { closed: { on: today, outcome: 'agreed' } }),
  });

/** The handler's card in every stage, with everything on it and with as little as can be. */
export function caseExamples(text: string): Record<string, Card> {
  const notice: CaseNotice = { text, tone: 'warning', typed: { text, letter: text } };
  const closed = { stage: 'closed', closed: { on: today, outcome: 'not-settled' } } as const;
  return {
    case: caseOf(full(text), { list: events(text), notice }),
    ...Object.fromEntries(
      stages.flatMap((stage) => [
        [`case, ${stage}`, caseOf(full(text, { stage }), { list: events(text) })],
        [
          `case, ${stage}, years later`,
          caseOf(full(text, { stage }), { on: '2028-03-01', list: events(text) }),
        ],
        [`case, ${stage}, with little in it`, caseOf(little(stage))],
      ]),
    ),
    'case, closed with an open measure': caseOf(full(text, closed), { list: events(text) }),
    'case, erasure asked for and on hold': caseOf(
      full(text, {
        ...closed,
        hold: { on: today, reason: text },
        erasureRequest: { on: today, by: { ...lars, name: text }, reason: text },
      }),
      { list: events(text), erasesOn: '2031-11-26', discloses: true },
    ),
    'case, remedied on the spot': caseOf(
      bare({ stage: 'closed', closed: { on: today, outcome: 'remedied' } }),
    ),
    'case, for the board': caseOf(full(text, { stage: 'waived', letters: answered, respondents: [] }), {
      by: willem,
    }),
  };
}
