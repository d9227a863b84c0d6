import { erasedText } from '../../procedure/articles/avg-erasure.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Event } from '../../procedure/model/events.ts';
import type { Instant } from '../../time/local-date.ts';
import { type Chained, entryAfter } from './chain.ts';
import type { Link } from './number-chain.ts';
import { upcastEvent } from './upcast.ts';

/** The person in whose place somebody was erased. */
const erasedPerson = { id: '', name: erasedText };

/** The personal part with which an erased event is read; `evolve` puts none of it in the erased state. */
export const blankPersonal = {
  ...erasedPerson,
  complainant: { name: erasedText },
  summary: erasedText,
  respondents: [],
  measures: [],
  receiver: erasedPerson,
  respondent: erasedPerson,
  to: erasedPerson,
  by: erasedPerson,
  text: erasedText,
  reason: erasedText,
  document: { id: '', name: erasedText, kind: 'txt', size: 0, sha256: '' },
};

/** An entry of the journal: an event, when it was recorded, and by whom. */
export type JournalEntry = Omit<Chained, 'erasable'> & {
  at: Instant;
  type: Event['type'];
  facts: Record<string, unknown>;
  /** The link in the order of the numbers; only in the first entry. */
  link?: Link;
  /** Absent after erasure. */
  erasable?: { salt: string; by: Person; personal?: unknown };
};

/** Appends an event to the journal. */
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

/** Reads the event of an entry, in the current schema; an erased one has erasedPerson and no text. */
export function eventOf({ type, facts, erasable, schema }: JournalEntry): Event {
  const personal = erasable ? erasable.personal : blankPersonal;
  return upcastEvent({ type, ...facts, ...(personal === undefined ? {} : { personal }) }, schema) as Event;
}
