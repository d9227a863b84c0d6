import { website } from '../../src/procedure/articles/art04-website.ts';
import { runningDeadlines } from '../../src/procedure/deadlines.ts';
import type { Step } from '../../src/procedure/model/commands.ts';
import {
  type AnyStage,
  type Complaint,
  type Person,
  type Stage,
  stages,
} from '../../src/procedure/model/complaint.ts';
import type { KeptDocument } from '../../src/procedure/model/document.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import type { LetterKind } from '../../src/procedure/model/letter.ts';
import { openSteps } from '../../src/procedure/open-steps.ts';
import { workingDaysLeft } from '../../src/procedure/time-left.ts';
import type { Alike } from '../../src/register/alike.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { type CaseNotice, caseCard } from '../../src/teams/cards/case.ts';
import { typedTexts } from '../../src/teams/cards/notice.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { toAsk } from '../../src/teams/notifications/case-notices.ts';
import { stepButtons } from '../../src/teams/steps/all-steps.ts';
import { systemClock } from '../../src/time/clock.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { aDocument } from '../procedure/asked.ts';
import { inItsStage } from '../procedure/given.ts';
import { bare, calendar, desk, dossierOf, events, fatima, full, lars, today, willem } from './a-dossier.ts';
import type { Typed } from './typed.ts';

type Seen = {
  by?: Person;
  on?: LocalDate;
  list?: readonly Event[];
  kept?: Partial<Dossier>;
  notice?: CaseNotice;
  erasesOn?: LocalDate;
  discloses?: boolean;
  exports?: boolean;
  alike?: readonly Alike[];
  tooMany?: string;
  leading?: readonly Step[];
};

/** The dossier of a complaint as somebody sees it on a day. */
export const caseOf = (
  complaint: Complaint,
  { by = lars, on = today, list = [], kept = {}, leading = [], ...more }: Seen = {},
): Card =>
  caseCard({
    ...more,
    dossier: { ...dossierOf(complaint, list), ...kept },
    deadlines: runningDeadlines(complaint, calendar, desk).map((deadline) => ({
      deadline,
      workingDaysLeft: workingDaysLeft(deadline, on, calendar),
    })),
    reader: { id: by.id, handles: by.id === complaint.handler?.person.id },
    steps: stepButtons(
      openSteps(by, complaint, { desk, now: `${on}T07:00:00.000Z`, today: on, calendar }),
      complaint,
      leading,
    ),
    today: on,
    clock: systemClock(),
    calendar,
    desk,
  });

const keptDocument = (index: number): KeptDocument => ({ ...aDocument(index), addedOn: today, by: lars.id });

const handled = { handler: { person: lars, role: 'officer' as const } };

/** A complaint with as little in it as that stage allows. */
const little = (stage: Stage): Complaint =>
  asFarAs(
    stage,
    bare({
      ...handled,
      letters: full('kort').letters,
      objection: { receivedOn: '2026-11-24', text: 'Nee.' },
      appointment: { on: '2026-11-30', time: '09:00', form: 'phone', employeePresent: false, agreed: false },
      hearings: [{ on: today, form: 'phone', present: 'Beiden', report: 'Kort.' }],
      waivedOn: today,
    }),
  );

/** The letters that are out in each stage; after a hearing that was not used the board decides. */
const sent: Record<Stage, readonly LetterKind[]> = {
  registered: [],
  acknowledged: ['acknowledgement'],
  answered: ['acknowledgement', 'answer'],
  objected: ['acknowledgement', 'answer'],
  'hearing-offered': ['acknowledgement', 'answer', 'hearing-invitation'],
  heard: ['acknowledgement', 'answer', 'hearing-invitation', 'court-route'],
  waived: ['acknowledgement', 'answer', 'hearing-invitation'],
  closed: ['acknowledgement', 'answer', 'hearing-invitation', 'final-decision'],
};

/** The letter that each stage waits for. */
const waiting: Partial<Record<Stage, LetterKind>> = {
  registered: 'acknowledgement',
  acknowledged: 'answer',
  answered: 'late-objection-refused',
  objected: 'hearing-invitation',
  'hearing-offered': 'settlement',
  waived: 'final-decision',
};

/** A complaint to which everything has happened, as it stood in that stage. */
export function asFarAs(stage: Stage, all: AnyStage): Complaint {
  const isBefore = (later: Stage) => stages.indexOf(stage) < stages.indexOf(later);
  return inItsStage({
    ...all,
    stage,
    letters: all.letters.flatMap((letter) => {
      if (letter.sentOn) return sent[stage].includes(letter.kind) ? [letter] : [];
      const kind = waiting[stage];
      return kind ? [{ ...letter, kind }] : [];
    }),
    ...(isBefore('answered') && { answer: undefined, measures: [] }),
    ...(isBefore('objected') && { objection: undefined }),
    ...(isBefore('hearing-offered') && { appointment: undefined }),
    ...(stage !== 'heard' && { hearings: [] }),
    ...(isBefore('waived') && { waivedOn: undefined }),
    ...(isBefore('closed')
      ? { decision: undefined }
      : { closed: { on: today, outcome: 'decided', from: 'waived' } }),
  });
}

/** The handler's card in every stage, with everything on it and with as little as can be. */
export function caseExamples(given: Typed): Record<string, Card> {
  const notice: CaseNotice = {
    text: given.notice,
    tone: 'warning',
    typed: typedTexts({ text: given.objection, letter: given.letter }, { text: 'Tekst', letter: 'Brief' }),
  };
  const notSettled: Complaint = {
    ...asFarAs('heard', full(given)),
    stage: 'closed',
    closed: { on: today, outcome: 'not-settled', from: 'heard' },
  };
  const remedied: Complaint = bare({
    stage: 'closed',
    closed: { on: today, outcome: 'remedied', from: 'registered' },
  });
  return {
    case: caseOf(full(given, { stage: 'hearing-offered' }), { list: events(given), notice }),
    ...Object.fromEntries(
      stages.flatMap((stage) => [
        [`case, ${stage}`, caseOf(asFarAs(stage, full(given)), { list: events(given) })],
        [
          `case, ${stage}, years later`,
          caseOf(asFarAs(stage, full(given)), { on: '2028-03-01', list: events(given) }),
        ],
        [`case, ${stage}, with little in it`, caseOf(little(stage))],
      ]),
    ),
    'case, closed with an open measure': caseOf(notSettled, { list: events(given) }),
    'case, its complainant is to be asked': caseOf(
      { ...notSettled, measures: [] },
      {
        on: '2026-12-24',
        leading: ['record-satisfaction'],
        notice: { text: toAsk(notSettled), tone: 'accent' },
      },
    ),
    'case, erasure asked for and on hold': caseOf(
      {
        ...notSettled,
        hold: { on: today, reason: given.hold },
        erasureRequest: { on: today, by: { ...lars, name: given.ledBy }, reason: given.erasure },
      },
      { list: events(given), erasesOn: '2031-11-26', discloses: true },
    ),
    'case, with documents': caseOf(
      bare({
        ...handled,
        documents: [keptDocument(0), { ...keptDocument(1), from: 'colleague', name: given.ledBy }],
      }),
      { discloses: true, exports: true },
    ),
    'case, like two others': caseOf(bare(handled), {
      alike: [
        { complaint: bare({ number: 'K-2026-0001' }), because: 'complainant' },
        { complaint: { ...remedied, number: 'K-2026-0002' }, because: 'mentioned' },
      ],
    }),
    'case, like too many others': caseOf(bare(handled), { tooMany: 'pietersen' }),
    'case, remedied on the spot': caseOf(remedied),
    'case, about a colleague to choose': caseOf(bare({ ...handled, unresolvedName: given.respondent }), {
      list: events(given),
    }),
    'case, named on the website': caseOf(
      bare({ ...handled, receiver: website, respondents: [fatima], supposed: [fatima.id], noReply: true }),
      { list: events(given) },
    ),
    'case, a talk is to come': caseOf(
      {
        ...asFarAs('acknowledged', full(given)),
        talkToCome: {
          form: 'mediation',
          partner: given.partner,
          ledBy: given.ledBy,
          on: '2026-11-30',
          time: '10:00',
        },
      },
      { list: events(given) },
    ),
    'case, a talk solved nothing yet': caseOf(
      {
        ...asFarAs('acknowledged', full(given)),
        talks: [
          {
            form: 'conversation',
            partner: given.partner,
            on: today,
            result: given.talkResult,
            solved: false,
          },
        ],
      },
      { list: events(given) },
    ),
    'case, for the board': caseOf({ ...asFarAs('waived', full(given)), respondents: [] }, { by: willem }),
  };
}
