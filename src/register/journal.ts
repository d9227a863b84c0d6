import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Person } from '../procedure/complaint.ts';
import type { Event } from '../procedure/events.ts';
import { blankPersonal } from './blank-personal.ts';
import { canonical } from './canonical.ts';

/**
 * One entry of the journal. `hash` covers the previous hash and everything here but `erasable`; of that only
 * `erasableHash`, salted, is covered. So a changed or removed entry shows, and personal data can be erased.
 */
export type JournalEntry = {
  seq: number;
  at: Instant;
  type: Event['type'];
  facts: Record<string, unknown>;
  erasableHash: string;
  previous: string;
  hash: string;
  /** Absent after erasure. */
  erasable?: { salt: string; by: Person; personal?: unknown };
};

const start = '0'.repeat(64);

const sha256 = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

const hashOf = ({ hash: _, erasable: __, ...covered }: JournalEntry): string => sha256(covered);

/** The journal with one more event at its end. */
export function append(
  journal: readonly JournalEntry[],
  event: Event,
  by: Person,
  at: Instant,
): JournalEntry[] {
  const { type, personal, ...facts } = { personal: undefined, ...event };
  const erasable = { salt: randomBytes(16).toString('hex'), by, personal };
  const entry: JournalEntry = {
    seq: journal.length + 1,
    at,
    type,
    facts,
    erasableHash: sha256(erasable),
    previous: journal.at(-1)?.hash ?? start,
    hash: '',
    erasable,
  };
  return [...journal, { ...entry, hash: hashOf(entry) }];
}

/** The event that an entry holds; of an erased one nobody and no text is left. */
export function eventOf({ type, facts, erasable }: JournalEntry): Event {
  const personal = erasable ? erasable.personal : blankPersonal;
  return { type, ...facts, ...(personal === undefined ? {} : { personal }) } as Event;
}

/** The sequence number of the first entry that was changed, removed or put in; undefined when all is whole. */
export function firstBroken(journal: readonly JournalEntry[]): number | undefined {
  const index = journal.findIndex(
    (entry, i) =>
      entry.seq !== i + 1 ||
      entry.previous !== (journal[i - 1]?.hash ?? start) ||
      entry.hash !== hashOf(entry) ||
      (entry.erasable !== undefined && entry.erasableHash !== sha256(entry.erasable)),
  );
  return index === -1 ? undefined : index + 1;
}
