import { longDate } from '../../letters/dutch-date.ts';
import type { Instant, LocalDate } from '../../procedure/articles/art02-periods.ts';
import { eventOf, type JournalEntry } from '../../register/journal.ts';
import { paragraphs, shortened } from '../literal.ts';
import { journalDetail } from './journal-details.ts';
import { journalSentence } from './journal-sentences.ts';

/** What tells the day and the time of a moment in Amsterdam. */
export type WallClock = { dayOf(instant: Instant): LocalDate; timeOf(instant: Instant): string };

/** An entry of the journal: when and by whom, what, and the lines of the text that came with it. */
export type JournalLine = { when: string; what: string; detail: string[] };

/** 'maandag 23 november 2026 om 09:12'. */
export const momentWords = (at: Instant, clock: WallClock): string =>
  `${longDate(clock.dayOf(at))} om ${clock.timeOf(at)}`;

/** Shows at most so many characters of a text. Personal data is gone after erasure: then the line says less. */
export function journalLine(entry: JournalEntry, clock: WallClock, mostDetail: number): JournalLine {
  const event = eventOf(entry);
  const by = entry.erasable ? ` · ${entry.erasable.by.name}` : '';
  return {
    when: `${momentWords(entry.at, clock)}${by}`,
    what: journalSentence(event, entry.erasable !== undefined),
    detail: entry.erasable ? paragraphs(shortened(journalDetail(event), mostDetail)) : [],
  };
}
