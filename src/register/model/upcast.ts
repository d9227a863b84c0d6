import { count, object, optional } from './checks.ts';

type Fields = Record<string, unknown>;

/** The schema version in which a document or entry was written; 0.5 and older wrote none, which is version 1. */
export type Versioned = { schema?: number };

/** Upcasts from one version to the next. Chains keep what was hashed, so an event is upcast on reading only. */
type Step = { document?(stored: Fields): Fields; event?(stored: Fields): Fields };

/** The upcasts from version 1 to 2, from 2 to 3, and so on: a change of the schema adds one, and never changes these. */
const steps: readonly Step[] = [
  { document: withJudgement, event: withCountedFacts },
  { document: withReceiptOfLetters, event: withReceiptOfLetter },
  // 0.8.0 adds events and fields that an older bot would not know; what was stored before has none of them.
  { document: withStageBeforeClosing, event: withPersonalPart },
];

/** The schema version that this bot writes. */
export const schema = steps.length + 1;

export const isKnownSchema = optional(
  (value): value is number => count(value) && value >= 1 && value <= schema,
);

export const schemaOf = <T extends object>({ schema = 1 }: T & Versioned): number => schema;

/** Stamps a document with this schema version. */
export const stamped = <T extends object>(document: T): T & Versioned => ({ ...document, schema });

/**
 * Upcasts a stored document to the current schema, step by step, and removes its version. Seals and hashes cover what was
 * stored, so they are checked before; its chains stay as they are.
 */
export function upcast<T extends object>({ schema: from = 1, ...stored }: T & Versioned): T {
  return after(from, stored, 'document') as T;
}

/** Upcasts an event that was stored in that version to the current schema. */
export const upcastEvent = (event: Fields, from: number | undefined): Fields =>
  after(from ?? 1, event, 'event');

const after = (from: number, stored: Fields, part: keyof Step): Fields =>
  from < schema ? steps.slice(from - 1).reduce((so, step) => step[part]?.(so) ?? so, stored) : stored;

/** Finds the version of a document, or of an entry in it, that is newer than this bot knows. */
export function newerSchemaIn(stored: unknown): number | undefined {
  if (!object(stored)) return undefined;
  const entries = [stored.journal, stored.ledger].filter(Array.isArray).flat().filter(object);
  const newest = Math.max(...[stored, ...entries].map((one) => Number(one.schema ?? 1) || 0));
  return newest > schema ? newest : undefined;
}

/** Art. 6: until 0.4.0 the judgement was in the answer only; figures read it where it stays after erasure. */
function withJudgement(stored: Fields): Fields {
  const { complaint } = stored;
  if (!object(complaint) || !object(complaint.answer) || complaint.judgement) return stored;
  return { ...stored, complaint: { ...complaint, judgement: complaint.answer.judgement } };
}

/** Art. 4: until 0.4.0 a corrected origin or manner was in the part that is erased. */
function withCountedFacts(event: Fields): Fields {
  if (event.type !== 'facts-corrected' || event.to) return event;
  const { from, to } = Object(event.personal);
  return { ...event, from: counted(from), to: counted(to) };
}

function counted(facts: unknown): Fields {
  const { origin, manner } = Object(facts);
  return { ...(origin && { origin }), ...(manner && { manner }) };
}

/**
 * Art. 6 to 8: until 0.6.0 a letter counted as received on the day it was sent, by post too. It keeps that day: the letter named the
 * end of the month of Art. 7 that follows from it, and lateness was judged by it.
 */
function withReceiptOfLetters(stored: Fields): Fields {
  const { complaint } = stored;
  if (!object(complaint) || !Array.isArray(complaint.letters)) return stored;
  const letters = complaint.letters.map((letter) =>
    object(letter) && letter.sentOn ? { ...letter, countsAsReceivedOn: letter.sentOn } : letter,
  );
  return { ...stored, complaint: { ...complaint, letters } };
}

function withReceiptOfLetter(event: Fields): Fields {
  return event.type === 'letter-sent' ? { ...event, countsAsReceivedOn: event.sentOn } : event;
}

/** Closing: until 0.7.0 a closed complaint did not keep the stage that it had, to which it can be reopened; its journal tells. */
function withStageBeforeClosing(stored: Fields): Fields {
  const { complaint, journal } = stored;
  if (!object(complaint) || !object(complaint.closed) || !Array.isArray(journal)) return stored;
  const from = journal.filter(object).reduce(openStageAfter, 'registered');
  return { ...stored, complaint: { ...complaint, closed: { ...complaint.closed, from } } };
}

function openStageAfter(stage: string, { type, facts }: Fields): string {
  const kind = object(facts) ? facts.kind : undefined;
  if (type === 'objected' || type === 'heard') return type;
  if (type === 'hearing-waived') return 'waived';
  if (type !== 'letter-sent') return stage;
  if (kind === 'acknowledgement' && stage === 'registered') return 'acknowledged';
  if (kind === 'answer' && stage === 'acknowledged') return 'answered';
  return kind === 'hearing-invitation' && ['objected', 'heard', 'hearing-offered'].includes(stage)
    ? 'hearing-offered'
    : stage;
}

/** Until 0.7.0 a letter that was queued again had no text of its own. */
function withPersonalPart(event: Fields): Fields {
  return event.type === 'letter-requeued' && !event.personal ? { ...event, personal: {} } : event;
}
