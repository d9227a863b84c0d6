import type { Complaint } from '../procedure/model/complaint.ts';
import { sentLetter } from '../procedure/model/letter.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import { orGap, orNothing, written } from './field-names.ts';
import { type LetterFacts, lastDayToObject } from './fields.ts';
import { measureLines } from './measure-lines.ts';

/** Fills the fields of a letter that says that the complaint is closed: why, what was promised, and what is still possible. */
export function closingFields(complaint: Complaint, facts: LetterFacts) {
  const { closing, today } = facts;
  const { stage, measures, hearings } = complaint;
  const agreed = hearings.at(-1)?.settlement !== undefined;
  const when = (holds: boolean): string => (holds ? 'ja' : '');
  const isEnd = closing?.outcome === 'not-settled';
  const month = lastDayToObject(complaint, facts);
  return {
    ...orGap({
      'antwoord van': written(sentLetter(complaint, 'answer')?.sentOn, letterDate),
      'akkoord op': written(closing?.on, letterDate),
    }),
    ...orNothing({
      akkoord: when(closing?.outcome === 'agreed'),
      'bedenken tot en met': month && month >= today ? longDate(month) : '',
      'maand is voorbij': when(closing?.outcome === 'lapsed'),
      'gesprek zonder oplossing': when(isEnd && stage === 'heard' && !agreed),
      'gesprek met afspraken': when(isEnd && stage === 'heard' && agreed),
      'niemand kan beslissen': when(isEnd && stage === 'waived'),
      'naar de rechter': when(closing?.outcome !== 'agreed'),
      'stand van de maatregelen': measureLines(measures, today),
      'maatregelen lopen nog': when(measures.some(({ doneOn }) => !doneOn)),
    }),
  };
}
