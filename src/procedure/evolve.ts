import { dateCorrected, factsCorrected } from './after-correction.ts';
import { documentAdded, documentRemoved } from './after-document.ts';
import { letterMadeAnew, letterQueued, letterSent, letterWithdrawn } from './after-letter.ts';
import { respondentChanges } from './after-respondent.ts';
import { canBeWrittenTo } from './articles/art05-forward-and-acknowledge.ts';
import { withoutPeople } from './articles/avg-erasure.ts';
import type { Measure, MeasureSource } from './model/answer.ts';
import { type AnyStage, type Complaint, disputed, isIn, isOfItsStage } from './model/complaint.ts';
import type { Event, EventOf } from './model/events.ts';
import { waitingLetters } from './model/letter.ts';

const unchanged = (complaint: Complaint): Complaint => complaint;

const toHandler = (complaint: Complaint, event: EventOf<'forwarded' | 'handed-over'>): Complaint => {
  const handler = { person: event.personal.to, role: event.role };
  const others = complaint.handledBy.filter((id) => id !== handler.person.id);
  const { complainantKnows } = event.personal;
  return { ...complaint, handler, handledBy: [...others, handler.person.id], complainantKnows };
};

/** The change that each event makes in the state. */
const changes: { [T in Event['type']]: (complaint: Complaint, event: EventOf<T>) => Complaint } = {
  registered: (_, event) => begin(event),
  forwarded: toHandler,
  'left-unassigned': (complaint) => ({ ...complaint, handler: undefined }),
  'handed-over': toHandler,
  'letter-sent': letterSent,
  'letter-queued': letterQueued,
  'letter-requeued': letterMadeAnew,
  'letter-renewed': letterMadeAnew,
  'letter-withdrawn': letterWithdrawn,
  ...respondentChanges,
  'mediation-offered': (complaint, { appointment, personal }) => ({
    ...complaint,
    talkToCome: { ...appointment, ...personal },
  }),
  'mediation-called-off': (complaint) => ({ ...complaint, talkToCome: undefined }),
  mediated: (complaint, { on, form, solved, personal: { measures, ...talk } }) => ({
    ...withMeasures(complaint, measures, 'talk'),
    talkToCome: undefined,
    talks: [...(complaint.talks ?? []), { on, form, solved, ...talk }],
  }),
  'complaint-worded': (complaint, { personal }) => ({ ...complaint, wording: personal.text }),
  'experts-recorded': (complaint, { personal }) => ({ ...complaint, experts: personal.experts }),
  'answer-drawn-up': (complaint, event) => {
    const { judgement, personal } = event;
    const { position, proposal, message, measures } = personal;
    return {
      ...withMeasures(complaint, measures),
      answer: { position, proposal, judgement, message },
      judgement,
    };
  },
  delayed: unchanged,
  'measure-done': (complaint, { measure, on }) => ({
    ...complaint,
    measures: complaint.measures.map((one) => (one.id === measure ? { ...one, doneOn: on } : one)),
  }),
  'measure-moved': (complaint, { measure, to, on }) => ({
    ...complaint,
    measures: complaint.measures.map((one) =>
      one.id === measure ? { ...one, dueOn: to, firstDueOn: one.firstDueOn ?? one.dueOn, movedOn: on } : one,
    ),
  }),
  objected: (complaint, { receivedOn, sentOn, how, personal }) => ({
    ...complaint,
    ...beforeTheEnd,
    stage: 'objected',
    appointment: undefined,
    erasureRequest: undefined,
    objection: { receivedOn, sentOn, ...(how && { how }), ...personal },
  }),
  'late-objection-refused': unchanged,
  'hearing-offered': (complaint, event) => {
    if (!isIn(complaint, disputed)) throw misplaced(event, complaint);
    return { ...complaint, appointment: { ...event.appointment, ...event.personal } };
  },
  heard: (complaint, event) => {
    if (!isIn(complaint, disputed)) throw misplaced(event, complaint);
    const { on, form, personal } = event;
    const { measures, ...hearing } = personal;
    return {
      ...withMeasures(complaint, measures, 'settlement'),
      stage: 'heard',
      hearings: [...complaint.hearings, { on, form, ...hearing }],
      ...(hearing.offer && complaint.fateDecided && { fateDecided: undefined }),
    };
  },
  'hearing-waived': (complaint, event) => {
    if (!isIn(complaint, disputed)) throw misplaced(event, complaint);
    return { ...complaint, stage: 'waived', waivedOn: event.on };
  },
  'waiver-taken-back': (complaint, event) => {
    if (complaint.stage !== 'waived') throw misplaced(event, complaint);
    return { ...complaint, ...beforeTheEnd, stage: 'objected', appointment: undefined };
  },
  'decision-taken': (complaint, event) => {
    if (complaint.stage !== 'waived') throw misplaced(event, complaint);
    const { measures, ...decision } = event.personal;
    return {
      ...withMeasures(complaint, measures, 'decision'),
      decision: { judgement: event.judgement, ...decision },
      judgement: event.judgement ?? complaint.judgement,
    };
  },
  joined: (complaint, { personal }) => ({ ...complaint, joined: [...(complaint.joined ?? []), personal] }),
  parted: (complaint, { personal: { number } }) => {
    const left = complaint.joined?.filter((one) => one.number !== number);
    return { ...complaint, joined: left?.length ? left : undefined };
  },
  learned: (complaint, { subject = complaint.subject, personal: { lesson = complaint.lesson } }) => ({
    ...complaint,
    subject: subject || undefined,
    lesson: lesson || undefined,
  }),
  'satisfaction-recorded': (complaint, event) => {
    if (complaint.stage !== 'closed') throw misplaced(event, complaint);
    const { on, handling, outcome, personal } = event;
    const { remark } = personal;
    const satisfaction = { on, handling, outcome, ...(remark && { remark }) };
    return { ...complaint, closed: { ...complaint.closed, satisfaction } };
  },
  'note-added': unchanged,
  'document-added': documentAdded,
  'document-removed': documentRemoved,
  'dossier-exported': unchanged,
  'date-corrected': dateCorrected,
  'facts-corrected': factsCorrected,
  'erasure-requested': (complaint, { on, personal }) => ({
    ...complaint,
    erasureRequest: { on, ...personal },
  }),
  'erasure-declined': (complaint) => ({ ...complaint, erasureRequest: undefined }),
  'redaction-requested': (complaint, { on, personal }) => ({
    ...complaint,
    redactionRequest: { on, ...personal },
  }),
  'redaction-declined': (complaint) => ({ ...complaint, redactionRequest: undefined }),
  redacted: (complaint) => ({ ...complaint, redactionRequest: undefined }),
  erased: (complaint, event) => {
    if (complaint.stage !== 'closed') throw misplaced(event, complaint);
    return withoutPeople(complaint, event);
  },
  'hold-set': (complaint, { on, personal }) => ({ ...complaint, hold: { on, ...personal } }),
  'hold-lifted': (complaint, { on }) => ({ ...complaint, hold: undefined, holdLiftedOn: on }),
  closed: (complaint, { on, outcome, recordedOn, personal: { into, other } }) => {
    const from = complaint.stage === 'closed' ? complaint.closed.from : complaint.stage;
    return {
      ...complaint,
      talkToCome: undefined,
      statementsAwaited: undefined,
      stage: 'closed',
      closed: { on, outcome, recordedOn, into, ...(other?.ofAnother && { ofAnother: true }), from },
    };
  },
  reopened,
};

/** Applies an event to the state of a complaint; the only writer of state. */
export function evolve(complaint: Complaint | undefined, event: Event): Complaint {
  if (event.type === 'registered') return begin(event);
  if (!complaint) throw new Error(`A journal begins with 'registered', not with '${event.type}'.`);
  return changed(complaint, event);
}

const changed = <T extends Event['type']>(complaint: Complaint, event: EventOf<T> & { type: T }): Complaint =>
  changes[event.type](complaint, event);

/** The fields that no stage before the end has. */
const beforeTheEnd = { waivedOn: undefined, decision: undefined, closed: undefined };

const misplaced = ({ type }: Event, { stage }: Complaint): Error =>
  new Error(`A complaint that is '${stage}' knows no '${type}'.`);

const withMeasures = <C extends Complaint>(
  complaint: C,
  measures: readonly Measure[] = [],
  promisedIn?: MeasureSource,
): C => ({
  ...complaint,
  measures: [
    ...complaint.measures,
    ...measures.map((one) => ({ ...one, ...(promisedIn && { promisedIn }) })),
  ],
});

/**
 * Gives a closed complaint the stage again that it had. A decision that has gone out is the board's to take anew, and its judgement no longer counts; a request for
 * erasure ends.
 */
function reopened(complaint: Complaint, event: EventOf<'reopened'>): Complaint {
  const isUnderway = waitingLetters(complaint).some(({ kind }) => kind === 'final-decision');
  const keeps = isUnderway || !complaint.decision;
  const open: AnyStage = {
    ...complaint,
    stage: event.to,
    closed: undefined,
    erasureRequest: undefined,
    lettersUntilReopened: complaint.letters.length || undefined,
    reopenedOn: event.on,
    ...(!keeps && { decision: undefined, judgement: complaint.answer?.judgement }),
    ...(!keeps && complaint.decision?.offer && { fateDecided: complaint.decision.offer }),
  };
  if (complaint.stage !== 'closed' || !isOfItsStage(open)) throw misplaced(event, complaint);
  return open;
}

/** Replays a whole journal to the state that it leads to. */
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
  const { notAbout: _, ...known } = personal;
  return {
    number,
    stage: 'registered',
    receivedOn,
    registeredOn,
    origin,
    manner,
    ...known,
    handledBy: [],
    letters: [],
    statementsRequested: [],
    statements: [],
    measures: [],
    hearings: [],
    ...(!canBeWrittenTo(known.complainant) && { unnamedDays: [{}] }),
  };
}
