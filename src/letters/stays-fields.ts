import { movableMeasures } from '../procedure/articles/art06-measures.ts';
import { toldFate } from '../procedure/articles/art09-proposal.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { letterDate } from '../time/dutch-date.ts';
import { orNothing } from './field-names.ts';
import type { LetterFacts } from './fields.ts';
import { isBehind, isDone, measureLines } from './measure-lines.ts';

/**
 * Fills the fields of what stays of what was proposed and promised before, in the letter that ends a hearing or tells the decision: the
 * solution of the answer as was chosen there, and every measure that is not done yet. And whether a measure that a letter lists is late.
 */
export function staysFields(complaint: Complaint, { today, measures, offer, hearing }: LetterFacts) {
  const { decision, hearings } = complaint;
  const fate = offer ?? (hearing ?? decision ?? hearings.at(-1))?.offer;
  const earlier = movableMeasures(complaint).filter((one) => !measures?.some(({ id }) => id === one.id));
  const told = toldFate(complaint);
  const listed = [...(measures ?? complaint.measures), ...earlier];
  return orNothing({
    'iets van eerder': fate || earlier.length > 0 ? 'ja' : '',
    'voorstel blijft': fate === 'stays' ? 'ja' : '',
    'voorstel vervalt': fate === 'lapses' ? 'ja' : '',
    'anders dan geschreven op': told && fate && fate !== told.fate ? letterDate(told.sentOn) : '',
    'eerdere maatregelen': measureLines(earlier, today),
    'maatregelen lopen nog': listed.some((one) => !isDone(one, today)) ? 'ja' : '',
    'maatregelen te laat': listed.some((one) => isBehind(one, today)) ? 'ja' : '',
  });
}
