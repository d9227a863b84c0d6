import { objectionDeadline } from '../procedure/deadlines.ts';
import type { Measure } from '../procedure/model/answer.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { sentLetter } from '../procedure/model/letter.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { orGap, orNothing, written } from './field-names.ts';
import type { LetterFacts } from './fields.ts';
import { oneLine } from './readable.ts';

/** Fills the fields of a letter that says that the complaint is closed: why, what was promised, and what is still possible. */
export function closingFields(complaint: Complaint, { closing, today, calendar }: LetterFacts) {
  const { stage, measures } = complaint;
  const when = (holds: boolean): string => (holds ? 'ja' : '');
  const isEnd = closing?.outcome === 'not-settled';
  const month = objectionDeadline(complaint, calendar)?.dueOn;
  return {
    ...orGap({
      'antwoord van': written(sentLetter(complaint, 'answer')?.sentOn, letterDate),
      'akkoord op': written(closing?.on, letterDate),
    }),
    ...orNothing({
      akkoord: when(closing?.outcome === 'agreed'),
      'bedenken tot en met': month && month >= today ? longDate(month) : '',
      'maand is voorbij': when(closing?.outcome === 'lapsed'),
      'gesprek zonder oplossing': when(isEnd && stage === 'heard'),
      'niemand kan beslissen': when(isEnd && stage === 'waived'),
      'naar de rechter': when(closing?.outcome !== 'agreed'),
      'stand van de maatregelen': measures.map((measure) => standOf(measure, today)).join('\n'),
      'maatregelen lopen nog': when(measures.some(({ doneOn }) => !doneOn)),
    }),
  };
}

/** Words how far a measure is: done, to come, or late, which is never written as if it were to come. */
function standOf({ what, owner, dueOn, doneOn }: Measure, today: LocalDate): string {
  const day = longDate(dueOn);
  if (doneOn) return `- ${oneLine(what)} (gedaan op ${longDate(doneOn)})`;
  if (dueOn < today)
    return `- ${oneLine(what)} (${oneLine(owner)}. Dit had uiterlijk ${day} klaar moeten zijn. Onze excuses daarvoor.)`;
  return `- ${oneLine(what)} (${oneLine(owner)}, uiterlijk ${day})`;
}
