import type { LocalDate } from '../time/local-date.ts';
import { withoutPeople } from './articles/avg-erasure.ts';
import type { Complaint, Person, Stage } from './model/complaint.ts';
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
        stage: 'objected',
        closed: undefined,
        erasureRequest: undefined,
        objection: { receivedOn: event.receivedOn, ...event.personal },
      };
    case 'hearing-offered':
      return { ...complaint, appointment: { ...event.appointment, ...event.personal } };
    case 'heard': {
      const { on, form, personal } = event;
      return { ...complaint, stage: 'heard', hearings: [...complaint.hearings, { on, form, ...personal }] };
    }
    case 'hearing-waived':
      return { ...complaint, stage: 'waived', waivedOn: event.on };
    case 'decision-taken':
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

/** The complaint with another day in that place; undefined where none was recorded. */
export function withDate(complaint: Complaint, field: DateField, day: LocalDate | undefined): Complaint {
  if (field !== 'objectionReceivedOn') return { ...complaint, [field]: day };
  const { objection } = complaint;
  return objection && day ? { ...complaint, objection: { ...objection, receivedOn: day } } : complaint;
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
export const stageAfterLetter: Partial<Record<LetterKind, { from: readonly Stage[]; to: Stage }>> = {
  acknowledgement: { from: ['registered'], to: 'acknowledged' },
  answer: { from: ['acknowledged'], to: 'answered' },
  'hearing-invitation': { from: ['objected', 'heard', 'hearing-offered'], to: 'hearing-offered' },
};

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
  const step = stageAfterLetter[kind];
  const stage = step?.from.includes(complaint.stage) ? step.to : complaint.stage;
  return { ...complaint, letters, stage };
}
