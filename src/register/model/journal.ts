import { erasedText } from '../../procedure/articles/avg-erasure.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Event } from '../../procedure/model/events.ts';
import type { Instant } from '../../time/local-date.ts';
import { type Chained, entryAfter } from './chain.ts';
import type { Link } from './number-chain.ts';
import { upcastEvent } from './upcast.ts';

/** Nobody: who stands where somebody stood. */
const nobody = { id: '', name: erasedText };

/** What an event is read with when its personal part is gone; `evolve` puts none of it in the erased state. */
export const blankPersonal = {
  ...nobody,
  complainant: { name: erasedText },
  summary: erasedText,
  respondents: [],
  measures: [],
  receiver: nobody,
  respondent: nobody,
  to: nobody,
  by: nobody,
  text: erasedText,
  reason: erasedText,
};

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
  return [...journal, entryAfter(journal, { at, type, facts, ...(link && { link }) }, { by, personal })];
}

/** The event that an entry holds, in the current shape; of an erased one nobody and no text is left. */
export function eventOf({ type, facts, erasable, schema }: JournalEntry): Event {
  const personal = erasable ? erasable.personal : blankPersonal;
  return upcastEvent({ type, ...facts, ...(personal === undefined ? {} : { personal }) }, schema) as Event;
}
