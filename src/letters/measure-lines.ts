import type { Measure } from '../procedure/model/answer.ts';
import { longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { firstOf, written } from './field-names.ts';
import { oneLine } from './readable.ts';

/** A measure as it is promised so far: the day may still be missing. */
export type DraftMeasure = Omit<Measure, 'id' | 'dueOn'> & { id?: string; dueOn?: LocalDate };

/**
 * Lists measures, one a line, as they stand on the day of the letter, where it has one: to come, done, or late. A day that has passed is
 * never written as if it were to come.
 */
export const measureLines = (measures: readonly DraftMeasure[], today?: LocalDate): string =>
  measures.map((measure) => `- ${standOf(measure, today)}`).join('\n');

/** Words how far a measure is. */
function standOf({ what, owner, dueOn, doneOn }: DraftMeasure, today: LocalDate | undefined): string {
  const said = firstOf(oneLine(what)) ?? '[maatregel]';
  if (doneOn && today && doneOn <= today) return `${said} (gedaan op ${longDate(doneOn)})`;
  const by = firstOf(oneLine(owner)) ?? '[wie]';
  const until = written(dueOn, longDate) ?? '[datum]';
  if (dueOn && today && dueOn < today)
    return `${said} (${by}. Dit had uiterlijk ${until} klaar moeten zijn. Onze excuses daarvoor.)`;
  return `${said} (${by}, uiterlijk ${until})`;
}
