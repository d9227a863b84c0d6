import {
  type Answer,
  type Appointment,
  type Complainant,
  type Complaint,
  type Decision,
  type Hearing,
  hearingForms,
  judgements,
  type Measure,
  type MeasureCounts,
  manners,
  type Objection,
  origins,
  outcomes,
  type Person,
  type Statement,
  stages,
} from '../../procedure/model/complaint.ts';
import type { Conflict, Event, EventOf } from '../../procedure/model/events.ts';
import { dispatchManners, type Letter, letterKinds } from '../../procedure/model/letter.ts';
import { type Check, count, day, flag, listOf, moment, object, oneOf, optional, text } from './checks.ts';
import type { Document, Memo } from './dossier.ts';
import { frontDeskId, frontDeskIn } from './intake.ts';
import { memoKindOf } from './memos.ts';
import { messageKinds } from './message.ts';
import { isKnownSchema, upcast } from './upcast.ts';

/** Checks every field that the type has; the compiler asks for the ones that are added to it. Others may be there. */
const fields =
  <T>(checks: { [Name in keyof Required<T>]: Check }): Check =>
  (value) =>
    object(value) && Object.entries<Check>(checks).every(([name, check]) => check(value[name]));

const person = fields<Person>({ id: text, name: text });

const complaint = fields<Complaint>({
  number: text,
  stage: oneOf(stages),
  registeredOn: day,
  receivedOn: day,
  origin: oneOf(origins),
  manner: oneOf(manners),
  branch: optional(text),
  summary: text,
  experts: optional(text),
  complainant: fields<Complainant>({
    name: text,
    representing: optional(text),
    email: optional(text),
    phone: optional(text),
    address: optional(text),
  }),
  respondents: listOf(person),
  receiver: person,
  handler: optional(fields({ person, role: oneOf(['officer', 'substitute', 'board']) })),
  handledBy: listOf(text),
  letters: listOf(
    fields<Letter>({
      id: count,
      kind: oneOf(letterKinds),
      text,
      manner: oneOf(dispatchManners),
      to: optional(text),
      dueOn: optional(day),
      sentOn: optional(day),
    }),
  ),
  statementsRequested: listOf(text),
  statements: listOf(fields<Statement>({ of: optional(person), on: day, text })),
  answer: optional(fields<Answer>({ position: text, judgement: oneOf(judgements), proposal: text })),
  measures: listOf(fields<Measure>({ id: text, what: text, owner: text, dueOn: day, doneOn: optional(day) })),
  answerReceivedOn: optional(day),
  objection: optional(fields<Objection>({ receivedOn: day, text, lateBecause: optional(text) })),
  appointment: optional(
    fields<Appointment>({
      on: day,
      time: text,
      form: oneOf(hearingForms),
      branch: optional(text),
      employeePresent: flag,
      secondRepresentative: optional(person),
      agreed: flag,
      laterBecause: optional(text),
    }),
  ),
  hearings: listOf(
    fields<Hearing>({
      on: day,
      form: oneOf(hearingForms),
      present: text,
      report: text,
      proposal: optional(text),
      reaction: optional(text),
      settlement: optional(text),
    }),
  ),
  waivedOn: optional(day),
  decision: optional(fields<Decision>({ decision: text, reasons: text, by: person })),
  closed: optional(fields({ on: day, outcome: oneOf(outcomes) })),
  hold: optional(fields({ on: day, reason: text })),
  holdLiftedOn: optional(day),
  erasureRequest: optional(fields({ on: day, by: person, reason: text })),
  erased: optional(fields({ on: day, because: oneOf(['retention', 'request']) })),
  judgement: optional(oneOf(judgements)),
});

/** What a stage cannot be without: deadlines are reckoned from it. */
const isConsistent = ({ stage, letters, answerReceivedOn, objection, closed }: Complaint): boolean => {
  switch (stage) {
    case 'answered':
      return (
        answerReceivedOn !== undefined || letters.some(({ kind, sentOn }) => kind === 'answer' && !!sentOn)
      );
    case 'objected':
    case 'hearing-offered':
    case 'waived':
      return objection !== undefined;
    case 'closed':
      return closed !== undefined;
    default:
      return true;
  }
};

const conflict = fields<Conflict>({
  ...{ person: text, after: count },
  measures: optional(fields<MeasureCounts>({ promised: count, taken: count, late: count })),
});

/** What is read from the journal of one event: facts, and until erasure what stands under `personal`. The rest is for the chain. */
type EventChecks<E extends Event> = {
  facts?: { [Fact in keyof E]?: Check };
  personal?: E extends { personal: infer Personal } ? { [Fact in keyof Personal]?: Check } : never;
};

/** Every event that this bot knows: a journal with another was written by a newer one. */
const events: { [T in Event['type']]: EventChecks<EventOf<T>> } = {
  registered: {},
  forwarded: { facts: { daysLate: count } },
  'left-unassigned': {},
  'handed-over': {},
  'letter-sent': { facts: { kind: oneOf(letterKinds), sentOn: day, daysLate: count } },
  'letter-queued': {},
  'letter-requeued': {},
  'respondent-added': { facts: { on: day }, personal: { respondent: person } },
  'respondent-removed': {},
  'statement-requested': {},
  'statement-recorded': {},
  'experts-recorded': {},
  'answer-drawn-up': {},
  'measure-done': {},
  objected: { facts: { receivedOn: day } },
  'late-objection-refused': {},
  'hearing-offered': {},
  heard: { facts: { on: day } },
  'hearing-waived': {},
  'decision-taken': {},
  'note-added': {},
  'date-corrected': {},
  'facts-corrected': {},
  'erasure-requested': {},
  'erasure-declined': {},
  erased: { facts: { conflicts: optional(listOf(conflict)) } },
  'hold-set': {},
  'hold-lifted': {},
  closed: {},
};

const isEventType = (type: unknown): type is Event['type'] => Object.hasOwn(events, String(type));

const passes = (checks: Record<string, Check> = {}, value: unknown): boolean =>
  Object.entries(checks).every(([name, check]) => object(value) && check(value[name]));

/** Of an entry only what reading takes for granted: whether it is true is for the chain to say. */
const entry: Check = (value) =>
  object(value) &&
  object(value.facts) &&
  isEventType(value.type) &&
  passes(events[value.type].facts, value.facts) &&
  isKnownSchema(value.schema) &&
  moment(value.at) &&
  text(value.hash) &&
  (value.erasable === undefined ||
    (object(value.erasable) &&
      person(value.erasable.by) &&
      passes(events[value.type].personal, value.erasable.personal)));

const message: Check = (value) =>
  object(value) &&
  [value.id, value.status].every(text) &&
  moment(value.queuedAt) &&
  object(value.to) &&
  object(value.content) &&
  Object.hasOwn(messageKinds, String(value.content.kind)) &&
  listOf((attempt) => object(attempt) && moment(attempt.at))(value.attempts) &&
  [value.tryAt, value.sentAt].every(optional(moment)) &&
  optional((lease) => object(lease) && text(lease.by) && moment(lease.until))(value.lease);

const ledgerEntry: Check = (value) =>
  object(value) &&
  [value.status, value.hash].every(text) &&
  isKnownSchema(value.schema) &&
  optional(object)(value.erasable);

const dossier: Check = (value) =>
  object(value) &&
  flag(value.open) &&
  text(value.receiverId) &&
  [value.nextDayToAct, value.attentionAt].every(optional(moment)) &&
  listOf(text)(value.forms) &&
  complaint(value.complaint) &&
  isConsistent(value.complaint as Complaint) &&
  listOf(entry)(value.journal) &&
  listOf(message)(value.outbox) &&
  optional(listOf(ledgerEntry))(value.ledger);

/** By what is stored under it. */
const kinds: Record<Document['kind'], Check> = {
  dossier,
  bulletin: (value) => object(value) && listOf(message)(value.outbox),
  memo: (value) =>
    object(value) &&
    'content' in value &&
    (value.id === frontDeskId
      ? frontDeskIn(value as Memo) !== undefined
      : (memoKindOf(String(value.id))?.check(value.content) ?? true)),
};

/**
 * Checks that a value is a document that this bot can work with once it is brought to the current shape: every field is there
 * and of its kind, stages, events and outcomes are known ones. One that is not would break what looks at many documents
 * for everybody.
 */
export function isReadable(value: unknown): value is Document {
  if (!object(value) || !isKnownSchema(value.schema)) return false;
  const current = upcast(value);
  return (
    text(current.id) &&
    Object.hasOwn(kinds, String(current.kind)) &&
    kinds[current.kind as Document['kind']](current)
  );
}
