import { articleWords } from '../../letters/words.ts';
import { articleOf } from '../../procedure/articles/art06-measures.ts';
import { numberedDocuments } from '../../procedure/articles/documents.ts';
import type { Measure } from '../../procedure/model/answer.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Event, EventOf } from '../../procedure/model/events.ts';
import { eventOf, type JournalEntry } from '../../register/model/journal.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import { paragraphs, shortened } from '../form/text.ts';
import { datedDocument } from './document-words.ts';
import { eventWords } from './event-words.ts';

/** Converts a moment to its day and time in Amsterdam. */
export type DayAndTimeOf = { dayOf(instant: Instant): LocalDate; timeOf(instant: Instant): string };

/** A line of the journal: when and by whom, what happened, and the lines of its text. */
export type JournalLine = { when: string; what: string; detail: string[] };

/** Words a moment: 'maandag 23 november 2026 om 09:12'. */
export const momentWords = (at: Instant, clock: DayAndTimeOf): string =>
  `${longDate(clock.dayOf(at))} om ${clock.timeOf(at)}`;

/** Words an entry; cuts its text to so many characters, and takes its lines together as a card must, unless `lines` keeps each. After erasure it has no personal data, and says less. */
export function journalLine(
  entry: JournalEntry,
  clock: DayAndTimeOf,
  mostDetail: number,
  { documents = [], measures = [] }: Partial<Pick<Complaint, 'documents' | 'measures'>> = {},
  lines: (text: string) => string[] = paragraphs,
): JournalLine {
  const event = eventOf(entry);
  const by = entry.erasable ? ` · ${entry.erasable.by.name}` : '';
  return {
    when: `${momentWords(entry.at, clock)}${by}`,
    what: sentenceOf(event, entry.erasable !== undefined),
    detail: entry.erasable
      ? [
          ...measureLine(event, measures),
          ...(entry.erasable.personal ? lines(shortened(textsOf(event), mostDetail)) : []),
          ...sharedLines(event, documents),
        ]
      : [],
  };
}

/** Names the measure that an event is about, and the article by which it was promised. */
function measureLine(event: Event, measures: readonly Measure[]): string[] {
  if (event.type !== 'measure-moved' && event.type !== 'measure-done') return [];
  const measure = measures.find(({ id }) => id === event.measure);
  return measure ? [`Maatregel: ${shortened(measure.what, 200)} (${articleWords(articleOf(measure))})`] : [];
}

/** Names the documents that a respondent may read since that event. */
function sharedLines(event: Event, documents: Complaint['documents']): string[] {
  if (event.type !== 'statement-requested') return [];
  const { documents: shared = [] } = event.personal;
  const names = numberedDocuments({ documents })
    .filter(({ id }) => shared.includes(id))
    .map(datedDocument);
  return names.length > 0 ? [`Mag ook lezen: ${names.join('; ')}`] : [];
}

type EventOfType<T extends Event['type']> = EventOf<T> & { type: T };

/** Words an event in a sentence. `whole`: nothing was erased, so people can be named. */
const sentenceOf = <T extends Event['type']>(event: EventOfType<T>, whole: boolean): string =>
  eventWords[event.type].sentence(event, whole);

const textsOf = <T extends Event['type']>(event: EventOfType<T>): string =>
  (eventWords[event.type].texts?.(event) ?? []).filter(Boolean).join('\n');

function isToldToComplainant<T extends Event['type']>(event: EventOfType<T>): boolean {
  const { toldToComplainant: told } = eventWords[event.type];
  return typeof told === 'boolean' ? told : told(event);
}

/** Words the course of a complaint for "Inzage": what concerns the complainant, without the names of others. */
export const courseForComplainant = (
  journal: readonly JournalEntry[],
  clock: DayAndTimeOf,
): { on: LocalDate; what: string }[] =>
  journal.flatMap((entry) => {
    const event = eventOf(entry);
    return isToldToComplainant(event) ? [{ on: clock.dayOf(entry.at), what: sentenceOf(event, false) }] : [];
  });

/** Says how many lines a card leaves out that shows the last ones of a list. */
export function olderThan(shown: number, list: readonly unknown[]): string[] {
  const left = list.length - shown;
  if (left <= 0) return [];
  return [
    left === 1
      ? '1 oudere regel staat hier niet; het register bewaart die wel.'
      : `${left} oudere regels staan hier niet; het register bewaart ze wel.`,
  ];
}
