import type { Instant } from '../../time/local-date.ts';
import { type Chained, canonical, entryAfter } from './chain.ts';
import type { Content, Message, Recipient } from './message.ts';
import { lastTryOf } from './outbox.ts';

/** The outcome of a message: every status but waiting. */
type Outcome = Exclude<Message['status'], 'queued'>;

/**
 * An entry of the delivery ledger: a message (but no reminder) that was sent, given up or withheld. It proves that a complaint
 * was forwarded on the day of receipt (Art. 5), also after erasure: then it only lacks who the recipient was.
 */
export type LedgerEntry = Omit<Chained, 'erasable'> & {
  at: Instant;
  status: Outcome;
  kind: Content['kind'];
  /** Absent after erasure. `message` is the id of the message, which names its recipient. */
  erasable?: { salt: string; message: string; to: Recipient; activityId?: string };
};

type Ended = Message & { status: Outcome };

type Posted = { outbox: readonly Message[]; ledger?: LedgerEntry[] };

/** Returns the moment of the outcome: when it was sent, or else tried for the last time. */
const endedAt = ({ sentAt, attempts, queuedAt }: Message): Instant =>
  sentAt ?? lastTryOf({ attempts })?.at ?? queuedAt;

type IsProven = (message: Message, entry: LedgerEntry | undefined) => boolean;

const isProven: IsProven = (message, entry) =>
  entry?.at === endedAt(message) && isSameOutcome(message, entry);

/**
 * Compares as 0.6.0 did, which dated a message that was given up at the first try of its last fault; the next save corrects
 * it.
 */
const wasProven: IsProven = (message, entry) =>
  isProven(message, entry) ||
  (message.status === 'gave-up' &&
    entry?.at === message.attempts.at(-1)?.at &&
    isSameOutcome(message, entry));

const isSameOutcome: IsProven = (message, entry) =>
  entry !== undefined &&
  entry.status === message.status &&
  canonical(entry.erasable?.to ?? null) === canonical(message.to) &&
  entry.erasable?.activityId === message.activityId;

/**
 * Tells whether the ledger records the outcome of a message. Reminders, and notices that one was not delivered, come every
 * werkdag and are summed up in the outbox: with an entry for each, a forgotten complaint would grow without end.
 */
const isKept = (message: Message): message is Ended =>
  message.status !== 'queued' &&
  message.content.kind !== 'reminder' &&
  !(message.content.kind === 'undelivered' && message.content.what === 'reminder');

/** Lists the messages that have an outcome which the ledger lacks. */
function unproven({ outbox, ledger = [] }: Posted, isProven: IsProven): Ended[] {
  const ended = outbox.filter(isKept);
  if (ended.length === 0) return ended;
  const last = new Map(ledger.map((entry) => [entry.erasable?.message, entry]));
  return ended.filter((message) => !isProven(message, last.get(message.id)));
}

/** Tells whether the outbox contradicts the ledger. */
export const isDiffering = (dossier: Posted): boolean => unproven(dossier, wasProven).length > 0;

/** Adds an entry for every outcome that the ledger lacks; returns the very same dossier when there is none. */
export function recorded<D extends Posted>(dossier: D): D {
  const added = unproven(dossier, isProven);
  if (added.length === 0) return dossier;
  const ledger = [...(dossier.ledger ?? [])];
  for (const message of added) {
    const { id, to, activityId, content, status } = message;
    const facts = { at: endedAt(message), status, kind: content.kind };
    const personal = { message: id, to, ...(activityId !== undefined && { activityId }) };
    ledger.push(entryAfter(ledger, facts, personal));
  }
  return { ...dossier, ledger };
}
