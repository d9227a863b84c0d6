import type { Person } from '../../procedure/model/complaint.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import type { JournalEntry } from '../../register/model/journal.ts';
import { longDate } from '../../time/dutch-date.ts';
import { type DayAndTimeOf, journalLine } from './case-journal.ts';

/** The most that is told of what happened in between; the log has the rest. */
const most = 3;

/** Words who took the final decision, and on which day. */
export const decidedBy = ({ by, entry }: { by: Person; entry: JournalEntry }, clock: DayAndTimeOf): string =>
  `${by.name} nam op ${longDate(clock.dayOf(entry.at))} de definitieve beslissing (artikel 8).`;

/** Words who did what in a dossier since that version, for who may see it; '' where that is not known. */
export function meanwhile(dossier: Dossier, version: number | undefined, clock: DayAndTimeOf): string {
  if (!version || version >= versionOf(dossier)) return '';
  return happened(dossier.journal.slice(version), clock);
}

/** Words who did what in those entries. */
export function happened(entries: readonly JournalEntry[], clock: DayAndTimeOf): string {
  const words = entries.slice(-most).map((entry) => didWhat(entry, clock));
  const more = entries.length > most ? ['Wat daarvoor gebeurde, staat in het logboek.'] : [];
  return [...words, ...more].join(' ');
}

function didWhat(entry: JournalEntry, clock: DayAndTimeOf): string {
  const by = entry.erasable?.by;
  if (by && entry.type === 'decision-taken') return decidedBy({ by, entry }, clock);
  const { when, what } = journalLine(entry, clock, 0);
  return `${when}: ${what}`;
}
