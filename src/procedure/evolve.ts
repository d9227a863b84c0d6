import type { LocalDate } from '../time/local-date.ts';
import { withoutPeople } from './articles/avg-erasure.ts';
import { type Complaint, isIn, type Person, type Stage } from './model/complaint.ts';
import { type DateField, type Event, type EventOf, handlerOf } from './model/events.ts';
import type { Letter, LetterKind } from './model/letter.ts';

/** The state of a complaint after one more event; the only writer of state. */
export function evolve(complaint: Complaint | undefined, event: Event): Complaint {
  if (event.type === 'registered') return begin(event);
  if (!complaint) throw new Error(`A journal begins with 'registered', not with '${event.type}'.`);
  switch (event.type) {
    case 'forwarded':
    case 'handed-over': {
      const handler = handlerOf(event);
      const others = complaint.handledBy.filter((id) => id !== handler.person.id);
      return { ...complaint, handler, handledBy: [...others, handler.person.id] };
    }
    case 'left-unassigned':
      return { ...complaint, handler: undefined };
    case 'letter-queued': {
      const { kind, dueOn, personal } = event;
      const letter: Letter = { id: complaint.letters.length + 1, kind, manner: 'email', dueOn, ...personal };
      return { ...complaint, letters: [...complaint.letters, letter] };
    }
    case 'letter-requeued':
      return complaint;
    case 'letter-sent':
      return letterSent(complaint, event);
    case 'respondent-added':
      return { ...complaint, respondents: [...complaint.respondents, event.personal.respondent] };
    case 'respondent-removed':
      return withoutRespondent(complaint, event.personal.respondent);
    case 'statement-requested': {
      const { id } = event.personal.respondent;
      return { ...complaint, statementsRequested: [...complaint.statementsRequested, id] };
    }
    case 'statement-recorded': {
      const statement = { of: event.personal.respondent, on: event.on, text: event.personal.text };
      return { ...complaint, statements: [...complaint.statements, statement] };
    }
    case 'experts-recorded':
      return { ...complaint, experts: event.personal.experts };
    case 'answer-drawn-up': {
      if (complaint.stage === 'registered') throw misplaced(event, complaint);
      const { position, proposal, measures } = event.personal;
      const answer = { position, proposal, judgement: event.judgement };
      return {
        ...complaint,
        answer,
        judgement: event.judgement,
        measures: [...complaint.measures, ...measures],
      };
    }
    case 'measure-done':
      return {
        ...complaint,
        measures: complaint.measures.map((one) =>
          one.id === event.measure ? { ...one, doneOn: event.on } : one,
        ),
      };
    case 'objected':
      return {
        ...complaint,
        ...beforeTheEnd,
        stage: 'objected',
        appointment: undefined,
        erasureRequest: undefined,
        objection: { receivedOn: event.receivedOn, ...event.personal },
      };
    case 'hearing-offered':
      if (!isIn(complaint, afterObjection)) throw misplaced(event, complaint);
      return { ...complaint, appointment: { ...event.appointment, ...event.personal } };
    case 'heard': {
      if (!isIn(complaint, afterObjection)) throw misplaced(event, complaint);
      const { on, form, personal } = event;
      return { ...complaint, stage: 'heard', hearings: [...complaint.hearings, { on, form, ...personal }] };
    }
    case 'hearing-waived':
      if (!isIn(complaint, afterObjection)) throw misplaced(event, complaint);
      return { ...complaint, stage: 'waived', waivedOn: event.on };
    case 'decision-taken':
      if (complaint.stage !== 'waived') throw misplaced(event, complaint);
      return { ...complaint, decision: event.personal };
    case 'date-corrected':
      return withDate(complaint, event.field, event.to);
    case 'facts-corrected':
      return { ...complaint, ...event.to, ...event.personal.to };
    case 'erasure-requested':
      return { ...complaint, erasureRequest: { on: event.on, ...event.personal } };
    case 'erasure-declined':
      return { ...complaint, erasureRequest: undefined };
    case 'erased':
      if (complaint.stage !== 'closed') throw misplaced(event, complaint);
      return withoutPeople(complaint, { on: event.on, because: event.because });
    case 'hold-set':
      return { ...complaint, hold: { on: event.on, ...event.personal } };
    case 'hold-lifted':
      return { ...complaint, hold: undefined, holdLiftedOn: event.on };
    case 'late-objection-refused':
    case 'note-added':
      return complaint;
    case 'closed':
      return { ...complaint, stage: 'closed', closed: { on: event.on, outcome: event.outcome } };
    default:
      return event satisfies never;
  }
}

/** The stages between the objection and what ends it. */
const afterObjection = ['objected', 'hearing-offered', 'heard'] as const;

/** The fields that no stage before the end has. */
const beforeTheEnd = { waivedOn: undefined, decision: undefined, closed: undefined };

const misplaced = ({ type }: Event, { stage }: Complaint): Error =>
  new Error(`A complaint that is '${stage}' knows no '${type}'.`);

/** The complaint with another day in that place, where it has one; undefined where none was recorded. */
export function withDate(complaint: Complaint, field: DateField, day: LocalDate | undefined): Complaint {
  switch (field) {
    case 'receivedOn':
      return day ? { ...complaint, receivedOn: day } : complaint;
    case 'answerReceivedOn':
      return isIn(complaint, ['registered', 'acknowledged'])
        ? complaint
        : { ...complaint, answerReceivedOn: day };
    case 'objectionReceivedOn':
      return complaint.objection && day
        ? { ...complaint, objection: { ...complaint.objection, receivedOn: day } }
        : complaint;
    default:
      return field satisfies never;
  }
}

const withoutRespondent = (complaint: Complaint, { id }: Person): Complaint => ({
  ...complaint,
  respondents: complaint.respondents.filter((one) => one.id !== id),
  statementsRequested: complaint.statementsRequested.filter((one) => one !== id),
});

/** The state that a whole journal leads to. */
export const replay = (events: readonly Event[]): Complaint | undefined =>
  events.reduce<Complaint | undefined>(evolve, undefined);

function begin({
  number,
  receivedOn,
  registeredOn,
  origin,
  manner,
  personal,
}: EventOf<'registered'>): Complaint {
  return {
    number,
    stage: 'registered',
    receivedOn,
    registeredOn,
    origin,
    manner,
    ...personal,
    handledBy: [],
    letters: [],
    statementsRequested: [],
    statements: [],
    measures: [],
    hearings: [],
  };
}

/** The stage that a letter leads to, from the stages in which it is sent. */
export const stageAfterLetter = {
  acknowledgement: { from: ['registered'], to: 'acknowledged' },
  answer: { from: ['acknowledged'], to: 'answered' },
  'hearing-invitation': { from: ['objected', 'heard', 'hearing-offered'], to: 'hearing-offered' },
} as const satisfies Partial<Record<LetterKind, { from: readonly Stage[]; to: Stage }>>;

function letterSent(complaint: Complaint, event: EventOf<'letter-sent'>): Complaint {
  const { kind, sentOn, manner, letter, personal } = event;
  const letters =
    letter === undefined
      ? [
          ...complaint.letters,
          { id: complaint.letters.length + 1, kind, text: personal.text, manner, sentOn },
        ]
      : complaint.letters.map((waiting) =>
          waiting.id === letter ? { ...waiting, manner, sentOn } : waiting,
        );
  return afterLetter({ ...complaint, letters }, kind);
}

function afterLetter(complaint: Complaint, kind: LetterKind): Complaint {
  const { acknowledgement, answer, 'hearing-invitation': invitation } = stageAfterLetter;
  if (kind === 'acknowledgement' && isIn(complaint, acknowledgement.from))
    return { ...complaint, stage: acknowledgement.to };
  if (kind === 'answer' && isIn(complaint, answer.from)) return { ...complaint, stage: answer.to };
  if (kind === 'hearing-invitation' && isIn(complaint, invitation.from) && complaint.appointment)
    return { ...complaint, appointment: complaint.appointment, stage: invitation.to };
  return complaint;
}
