import { isNewLetter } from '../../procedure/articles/letters.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import { eventOf, type JournalEntry } from '../../register/model/journal.ts';
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
  return happened(dossier.journal.slice(version), dossier, clock);
}

/** Words who did what in those entries of a dossier, each on a line of its own: of a letter that was to go, what became of it. */
export function happened(
  entries: readonly JournalEntry[],
  { journal }: Dossier,
  clock: DayAndTimeOf,
): string {
  const fates = entries.map((entry) => fateOf(entry, journal) ?? entry);
  const lines = entries.flatMap((entry, at): [JournalEntry, JournalEntry][] => {
    const fate = fates[at] ?? entry;
    return fates.indexOf(fate) === at ? [[entry, fate]] : [];
  });
  const words = lines.slice(-most).map(([entry, fate]) => didWhat(entry, fate, clock));
  const more = lines.length > most ? ['Wat daarvoor gebeurde, staat in het logboek.'] : [];
  return [...words, ...more].join('\n');
}

/** Finds the entry that says what became of a letter that waited; undefined for other entries, and while it waits. */
function fateOf(entry: JournalEntry, journal: readonly JournalEntry[]): JournalEntry | undefined {
  const letter = letterIn(entry, journal);
  return journal.findLast(
    ({ seq, type, facts }) =>
      seq > entry.seq &&
      (type === 'letter-sent' || type === 'letter-withdrawn') &&
      letter !== undefined &&
      facts.letter === letter,
  );
}

/** Finds the id of the letter that an entry gave to the mail server. */
function letterIn({ seq, type, facts }: JournalEntry, journal: readonly JournalEntry[]): unknown {
  if (type === 'letter-requeued' || type === 'letter-renewed') return facts.letter;
  if (type !== 'letter-queued') return undefined;
  return journal.filter((one) => one.seq <= seq && isNewLetter(eventOf(one))).length;
}

/** Words who did it and when, and what that has become. */
function didWhat(entry: JournalEntry, fate: JournalEntry, clock: DayAndTimeOf): string {
  const by = entry.erasable?.by;
  if (by && entry.type === 'decision-taken') return decidedBy({ by, entry }, clock);
  return `${journalLine(entry, clock, 0).when}: ${journalLine(fate, clock, 0).what}`;
}
