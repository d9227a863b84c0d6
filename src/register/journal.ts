import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Person } from '../procedure/complaint.ts';
import type { Event } from '../procedure/events.ts';
import { blankPersonal } from './blank-personal.ts';
import { type Chained, extended } from './chain.ts';
import type { Link } from './number-chain.ts';

/** One entry of the journal: an event, when it was recorded, and by whom. */
export type JournalEntry = Omit<Chained, 'erasable'> & {
  at: Instant;
  type: Event['type'];
  facts: Record<string, unknown>;
  /** Only in the first entry: the place of the dossier in the order of the numbers. */
  link?: Link;
  /** Absent after erasure. */
  erasable?: { salt: string; by: Person; personal?: unknown };
};

/** The journal with one more event at its end. */
export function append(
  journal: readonly JournalEntry[],
  event: Event,
  by: Person,
  at: Instant,
  link?: Link,
): JournalEntry[] {
  const { type, personal, ...facts } = { personal: undefined, ...event };
  return extended(journal, { at, type, facts, ...(link && { link }) }, { by, personal });
}

/** The event that an entry holds; of an erased one nobody and no text is left. */
export function eventOf({ type, facts, erasable }: JournalEntry): Event {
  const personal = erasable ? erasable.personal : blankPersonal;
  return { type, ...facts, ...(personal === undefined ? {} : { personal }) } as Event;
}
