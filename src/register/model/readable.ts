import { eventTypes } from '../../procedure/evolve.ts';
import type { MeasureCounts } from '../../procedure/model/complaint.ts';
import type { Conflict, Event, EventOf } from '../../procedure/model/events.ts';
import { letterKinds } from '../../procedure/model/letter.ts';
import {
  aNumber,
  anId,
  aPerson,
  aRecipient,
  type Check,
  count,
  day,
  fields,
  flag,
  listOf,
  moment,
  object,
  oneOf,
  optional,
  text,
} from './checks.ts';
import { isComplaint } from './complaint-check.ts';
import type { Document } from './dossier.ts';
import { intakeId, isIntake } from './intake.ts';
import { isMemoContent } from './memos.ts';
import { type Attempt, type Message, messageKinds } from './message.ts';
import { isLink } from './number-chain.ts';
import { isKnownSchema, upcast } from './upcast.ts';

const conflict = fields<Conflict>({
  person: text,
  after: count,
  measures: optional(fields<MeasureCounts>({ promised: count, taken: count, late: count })),
});

/** The checks of one event: its facts, and `personal` until erasure. The other fields are checked by the chain. */
type EventChecks<E extends Event> = {
  facts?: { [Fact in keyof E]?: Check<unknown> };
  personal?: E extends { personal: infer Personal } ? { [Fact in keyof Personal]?: Check<unknown> } : never;
};

const events: { [T in Event['type']]?: EventChecks<EventOf<T>> } = {
  forwarded: { facts: { daysLate: count } },
  'letter-sent': { facts: { kind: oneOf(...letterKinds), sentOn: day, daysLate: count } },
  'respondent-added': { facts: { on: day }, personal: { respondent: aPerson } },
  objected: { facts: { receivedOn: day } },
  heard: { facts: { on: day } },
  erased: { facts: { conflicts: optional(listOf(conflict)) } },
};

const isEventType = (type: unknown): type is Event['type'] => eventTypes.includes(String(type));

const passes = (checks: Record<string, Check<unknown>> = {}, value: unknown): boolean =>
  Object.entries(checks).every(([name, check]) => object(value) && check(value[name]));

/** Checks the fields of an entry that reading relies on; whether it is true is decided by the chain. */
const entry: Check<object> = (value): value is object =>
  object(value) &&
  object(value.facts) &&
  isEventType(value.type) &&
  passes(events[value.type]?.facts, value.facts) &&
  isKnownSchema(value.schema) &&
  moment(value.at) &&
  text(value.hash) &&
  optional(isLink)(value.link) &&
  (value.erasable === undefined ||
    (object(value.erasable) &&
      aPerson(value.erasable.by) &&
      passes(events[value.type]?.personal, value.erasable.personal)));

const attempt = fields<Attempt>({
  at: moment,
  fault: optional(text),
  times: optional(count),
  lastAt: optional(moment),
});
const lease = fields<NonNullable<Message['lease']>>({ by: text, until: moment });
const earlier = fields<NonNullable<Message['earlier']>>({ times: count, sent: count, since: moment });

const message: Check<object> = (value): value is object =>
  object(value) &&
  [value.id, value.status].every(text) &&
  moment(value.queuedAt) &&
  aRecipient(value.to) &&
  object(value.content) &&
  Object.hasOwn(messageKinds, String(value.content.kind)) &&
  listOf(attempt)(value.attempts) &&
  [value.tryAt, value.sentAt, value.heldSince].every(optional(moment)) &&
  optional(text)(value.activityId) &&
  optional(count)(value.triedBefore) &&
  optional(earlier)(value.earlier) &&
  optional(lease)(value.lease);

const ledgerEntry: Check<object> = (value): value is object =>
  object(value) &&
  [value.status, value.hash].every(text) &&
  isKnownSchema(value.schema) &&
  optional(object)(value.erasable);

const dossier = (value: Record<string, unknown>): boolean =>
  aNumber(value.id) &&
  flag(value.open) &&
  anId(value.receiverId) &&
  optional(day)(value.nextDayToAct) &&
  optional(moment)(value.attentionAt) &&
  listOf(text)(value.forms) &&
  isComplaint(value.complaint) &&
  listOf(entry)(value.journal) &&
  listOf(message)(value.outbox) &&
  optional(listOf(ledgerEntry))(value.ledger);

/** The check of each kind of document. */
const kinds: Record<Document['kind'], (value: Record<string, unknown>) => boolean> = {
  dossier,
  bulletin: (value) => listOf(message)(value.outbox),
  memo: (value) =>
    'content' in value &&
    (value.id === intakeId ? isIntake(value.content) : isMemoContent(String(value.id), value.content)),
};

const kind = oneOf('dossier', 'bulletin', 'memo');

/**
 * Tells whether a value is a document that this bot can work with after the upcast: every field is present and of its type, and
 * stages, events and outcomes are known. One that is not would break every list for everybody.
 */
export function isReadable(value: unknown): value is Document {
  if (!object(value) || !isKnownSchema(value.schema)) return false;
  const current = upcast(value);
  return text(current.id) && kind(current.kind) && kinds[current.kind](current);
}
