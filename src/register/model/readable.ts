import {
  aNumber,
  anId,
  aPerson,
  aRecipient,
  type Check,
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
import { holdsEvent } from './event-check.ts';
import { intakeId, isIntake } from './intake.ts';
import type { LedgerEntry } from './ledger.ts';
import { isMemoContent } from './memos.ts';
import { anOutcome, isMessage, isMessageKind } from './message-check.ts';
import { isLink } from './number-chain.ts';
import { isKnownSchema, upcast } from './upcast.ts';

/** Checks the fields of an entry that reading relies on; whether it is true is decided by the chain. */
const entry: Check<object> = (value): value is object =>
  object(value) &&
  isKnownSchema(value.schema) &&
  moment(value.at) &&
  text(value.hash) &&
  optional(isLink)(value.link) &&
  (value.erasable === undefined || (object(value.erasable) && aPerson(value.erasable.by))) &&
  holdsEvent(value);

const delivered = fields<NonNullable<LedgerEntry['erasable']>>({
  salt: text,
  message: text,
  to: aRecipient,
  activityId: optional(text),
});

const ledgerEntry: Check<object> = (value): value is object =>
  object(value) &&
  isKnownSchema(value.schema) &&
  moment(value.at) &&
  text(value.hash) &&
  anOutcome(value.status) &&
  isMessageKind(value.kind) &&
  optional(delivered)(value.erasable);

const dossier = (value: Record<string, unknown>): boolean =>
  aNumber(value.id) &&
  flag(value.open) &&
  anId(value.receiverId) &&
  optional(day)(value.nextDayToAct) &&
  optional(moment)(value.attentionAt) &&
  listOf(text)(value.forms) &&
  isComplaint(value.complaint) &&
  listOf(entry)(value.journal) &&
  listOf(isMessage)(value.outbox) &&
  optional(listOf(ledgerEntry))(value.ledger);

/** The check of each kind of document. */
const kinds: Record<Document['kind'], (value: Record<string, unknown>) => boolean> = {
  dossier,
  bulletin: (value) => listOf(isMessage)(value.outbox),
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
