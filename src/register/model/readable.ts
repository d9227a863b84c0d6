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
import type { Conflict, Event } from '../../procedure/model/events.ts';
import { dispatchManners, type Letter, letterKinds } from '../../procedure/model/letter.ts';
import { type Check, count, day, flag, listOf, moment, object, oneOf, optional, text } from './checks.ts';
import type { Document, Memo } from './dossier.ts';
import { frontDeskId, frontDeskIn } from './intake.ts';
import { memoKindOf } from './memos.ts';

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

/** Every event that this bot knows: a journal with another was written by a newer one. */
const eventTypes: Record<Event['type'], true> = {
  registered: true,
  forwarded: true,
  'left-unassigned': true,
  'handed-over': true,
  'letter-sent': true,
  'letter-queued': true,
  'letter-requeued': true,
  'respondent-added': true,
  'respondent-removed': true,
  'statement-requested': true,
  'statement-recorded': true,
  'experts-recorded': true,
  'answer-drawn-up': true,
  'measure-done': true,
  objected: true,
  'late-objection-refused': true,
  'hearing-offered': true,
  heard: true,
  'hearing-waived': true,
  'decision-taken': true,
  'note-added': true,
  'date-corrected': true,
  'facts-corrected': true,
  'erasure-requested': true,
  'erasure-declined': true,
  erased: true,
  'hold-set': true,
  'hold-lifted': true,
  closed: true,
};

const conflict = fields<Conflict>({
  ...{ person: text, after: count },
  measures: optional(fields<MeasureCounts>({ promised: count, taken: count, late: count })),
});

/** Facts that figures and letters are reckoned from. */
const factChecks: Partial<Record<Event['type'], Record<string, Check>>> = {
  forwarded: { daysLate: count },
  'letter-sent': { kind: oneOf(letterKinds), sentOn: day, daysLate: count },
  objected: { receivedOn: day },
  heard: { on: day },
  erased: { conflicts: optional(listOf(conflict)) },
  'respondent-added': { on: day },
};

/** People whom a journal is read for: who became a respondent, and when. Absent after erasure. */
const personalChecks: Partial<Record<Event['type'], Check>> = {
  'respondent-added': (value) => object(value) && person(value.respondent),
};

const factsOf = (type: string, facts: Record<string, unknown>): boolean =>
  Object.hasOwn(eventTypes, type) &&
  Object.entries(factChecks[type as Event['type']] ?? {}).every(([name, check]) => check(facts[name]));

/** Of an entry only what reading takes for granted: whether it is true is for the chain to say. */
const entry: Check = (value) =>
  object(value) &&
  object(value.facts) &&
  factsOf(String(value.type), value.facts) &&
  moment(value.at) &&
  text(value.hash) &&
  (value.erasable === undefined ||
    (object(value.erasable) &&
      person(value.erasable.by) &&
      (personalChecks[value.type as Event['type']]?.(value.erasable.personal) ?? true)));

const message: Check = (value) =>
  object(value) &&
  [value.id, value.status].every(text) &&
  moment(value.queuedAt) &&
  object(value.to) &&
  object(value.content) &&
  text(value.content.kind) &&
  listOf((attempt) => object(attempt) && moment(attempt.at))(value.attempts) &&
  [value.tryAt, value.sentAt].every(optional(moment)) &&
  optional((lease) => object(lease) && text(lease.by) && moment(lease.until))(value.lease);

const ledgerEntry: Check = (value) =>
  object(value) && [value.status, value.hash].every(text) && optional(object)(value.erasable);

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
 * Checks that a value is a document that this bot can work with: every field is there and of its kind, stages, events
 * and outcomes are known ones. One that is not would break what looks at many documents for everybody.
 */
export const isReadable = (value: unknown): value is Document =>
  object(value) &&
  text(value.id) &&
  Object.hasOwn(kinds, String(value.kind)) &&
  kinds[value.kind as Document['kind']](value);
