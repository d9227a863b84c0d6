import { promisedFor } from '../procedure/articles/art06-answer.ts';
import { citedArticle, laterDayRead, toldIn } from '../procedure/articles/art06-measures.ts';
import type { Measure } from '../procedure/model/answer.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { firstOf, orGap, orNothing, written } from './field-names.ts';
import { oneLine } from './readable.ts';
import { articleWords } from './words.ts';

/** A measure as it is promised so far: the day may still be missing. */
export type DraftMeasure = Omit<Measure, 'id' | 'dueOn'> & { id?: string; dueOn?: LocalDate };

/**
 * Lists measures, one a line, as they stand on the day of the letter, where it has one: to come, done, or late. A day that has passed is
 * never written as if it were to come, and nobody is named beside one that has no new day: the promise is that of Ballance.
 */
export const measureLines = (measures: readonly DraftMeasure[], today?: LocalDate): string =>
  measures.map((measure) => `- ${standOf(measure, today)}`).join('\n');

/** Tells whether a measure was done on that day; a letter that is dated back tells nothing that was done after it. */
export const isDone = ({ doneOn }: DraftMeasure, today: LocalDate): boolean =>
  doneOn !== undefined && doneOn <= today;

/** Tells whether a measure is not done by the day that was promised first, or will not be, as that stood on the day of the letter. */
export const isBehind = (measure: DraftMeasure, today: LocalDate): boolean => {
  const { dueOn, firstDueOn } = measure;
  return !isDone(measure, today) && (firstDueOn !== undefined || (dueOn !== undefined && dueOn < today));
};

/** Words how far a measure is. */
function standOf(measure: DraftMeasure, today: LocalDate | undefined): string {
  const { dueOn, doneOn } = measure;
  const said = firstOf(oneLine(measure.what)) ?? '[maatregel]';
  if (doneOn && today && isDone(measure, today)) return `${said} (gedaan op ${longDate(doneOn)})`;
  const by = firstOf(oneLine(measure.owner)) ?? '[wie]';
  if (dueOn && today && isBehind(measure, today))
    return `${/[.!?]$/.test(said) ? said : `${said}.`} ${behind({ ...measure, dueOn }, by, today)}`;
  return `${said} (${by}, uiterlijk ${written(dueOn, longDate) ?? '[datum]'})`;
}

/** Words a day that was not kept, or will not be, and the new one where there is one. */
function behind(measure: DraftMeasure & { dueOn: LocalDate }, by: string, today: LocalDate): string {
  const first = promisedFor(measure);
  const promised = `Dit zou uiterlijk ${longDate(first)} klaar zijn`;
  if (measure.dueOn >= today)
    return `${promised}, maar dat ${first < today ? 'is niet gelukt' : 'lukt niet'}. ${by} zorgt ervoor dat het nu uiterlijk ${longDate(measure.dueOn)} klaar is.`;
  return first === measure.dueOn
    ? `${promised}, maar het is nog niet klaar.`
    : `${promised}, en daarna uiterlijk ${longDate(measure.dueOn)}. Het is nog niet klaar.`;
}

/** The id of a measure that gets a later day, as far as one is chosen, and that day ("Nieuwe dag voor maatregel"). */
export type MovedMeasure = { measure: string | undefined; to: LocalDate | undefined };

/** Words within a sentence under which article a measure was promised, or that it was under the Inleiding. */
function underWhich(measure: Measure): string {
  const article = citedArticle(measure);
  return article ? articleWords(article) : 'de inleiding';
}

/**
 * Fills the fields of a measure that gets a later day: which, by which article and in which letter it was promised, for
 * which day first and last, and the new one.
 */
export function movedFields(
  complaint: Complaint,
  { moved, today }: { moved?: MovedMeasure; today: LocalDate },
) {
  const measure = complaint.measures.find(({ id }) => id === moved?.measure);
  const first = measure && promisedFor(measure);
  const later = measure && laterDayRead(measure, complaint, today);
  return {
    ...orGap({
      maatregel: measure && oneLine(measure.what),
      'artikel van maatregel': measure && underWhich(measure),
      'eerste dag van maatregel': written(first, longDate),
      'nieuwe dag van maatregel': written(moved?.to, longDate),
    }),
    ...orNothing({
      'maatregel beloofd op': written(measure && toldIn(measure, complaint)?.sentOn, letterDate),
      'eerste dag van maatregel is voorbij': first && first < today ? 'ja' : '',
      'latere dag van maatregel': written(later?.on, longDate),
      'latere dag beloofd op': written(later?.sentOn, letterDate),
      'latere dag van maatregel is voorbij': later && later.on < today ? 'ja' : '',
    }),
  };
}
