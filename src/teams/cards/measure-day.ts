import { articleWords } from '../../letters/words.ts';
import { toldIn } from '../../procedure/articles/art06-measures.ts';
import type { Running } from '../../procedure/deadlines.ts';
import type { MeasureSource } from '../../procedure/model/answer.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { longDate } from '../../time/dutch-date.ts';

/** Says where a measure was promised. */
const measuredIn: Record<MeasureSource | 'answer', string> = {
  answer: 'in het antwoord toegezegd',
  talk: 'afgesproken in een gesprek of bemiddeling',
  settlement: 'afgesproken in het gesprek waarin een oplossing is gevonden',
  decision: 'toegezegd in de beslissing van de directie',
};

/** Explains the day of a measure: that a letter promised it, that it was agreed, or, where no letter went, that it was recorded. */
export function whereMeasured({ measure: id, article }: Running, complaint?: Complaint): string {
  const measure = complaint?.measures.find((one) => one.id === id);
  const { promisedIn = 'answer', firstDueOn } = measure ?? {};
  const untold = promisedIn === 'answer' && complaint?.answer && measure && !toldIn(measure, complaint);
  const where = untold
    ? 'bij het afhandelen vastgelegd'
    : `${measuredIn[promisedIn]} (${articleWords(article)})`;
  return firstDueOn
    ? `De maatregel is voor ${longDate(firstDueOn)} ${where}. Daarna is een latere dag vastgelegd.`
    : `Deze dag is ${untold ? '' : 'met de maatregel '}${where}.`;
}
