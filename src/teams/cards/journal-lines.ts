import { longDate, shortDate } from '../../letters/dutch-date.ts';
import type { Instant, LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Event } from '../../procedure/events.ts';
import { eventOf, type JournalEntry } from '../../register/journal.ts';
import { paragraphs, shortened } from '../literal.ts';
import { calendarDays, dispatchWords, mannerWords, outcomeWords, roleWords } from '../words.ts';

/** What tells the day and the time of a moment in Amsterdam. */
export type WallClock = { dayOf(instant: Instant): LocalDate; timeOf(instant: Instant): string };

/** An entry of the journal: when and by whom, what, and the lines of the text that came with it. */
export type JournalLine = { when: string; what: string; detail: string[] };

/** '23-11-2026 om 09:12'. */
export const momentWords = (at: Instant, clock: WallClock): string =>
  `${shortDate(clock.dayOf(at))} om ${clock.timeOf(at)}`;

/** Shows at most so many characters of a text. Personal data is gone after erasure: then the line says less. */
export function journalLine(entry: JournalEntry, clock: WallClock, mostDetail: number): JournalLine {
  const event = eventOf(entry);
  const by = entry.erasable ? ` · ${entry.erasable.by.name}` : '';
  return {
    when: `${momentWords(entry.at, clock)}${by}`,
    what: sentence(event, entry.erasable !== undefined),
    detail: paragraphs(shortened(detail(event), mostDetail)),
  };
}

function sentence(event: Event, whole: boolean): string {
  switch (event.type) {
    case 'registered':
      return `Geregistreerd; ${mannerWords[event.manner].toLowerCase()} ontvangen op ${longDate(event.receivedOn)}.`;
    case 'forwarded':
      return `Doorgegeven aan ${whole ? `${event.personal.to.name}, ` : ''}${roleWords[event.role]}${late(event.daysLate)}.`;
    case 'left-unassigned':
      return 'Niemand kan deze klacht behandelen. De directie krijgt bericht.';
    case 'acknowledged':
      return `Ontvangst bevestigd op ${longDate(event.sentOn)} (${dispatchWords[event.manner].toLowerCase()})${late(event.daysLate)}.`;
    case 'handed-over':
      return `Overgedragen aan ${whole ? `${event.personal.to.name}, ` : ''}${roleWords[event.role]}.`;
    case 'note-added':
      return 'Notitie.';
    case 'closed':
      return `Gesloten op ${longDate(event.on)}: ${outcomeWords[event.outcome]}.`;
    default:
      return event satisfies never;
  }
}

/** Art. 5 was missed: the journal says so and by how much. */
const late = (daysLate: number): string =>
  daysLate > 0 ? `, ${calendarDays(daysLate)} te laat (artikel 5)` : '';

/** The note, the letter or the reason; an event that was erased has no personal part. */
function detail(event: Event): string {
  if (!('personal' in event) || event.personal === undefined) return '';
  if (event.type === 'note-added') return event.personal.text;
  if (event.type === 'acknowledged') return event.personal.letter;
  if (event.type === 'handed-over' || event.type === 'closed') return event.personal.reason ?? '';
  return '';
}
