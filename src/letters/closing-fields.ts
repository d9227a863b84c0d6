import type { Complaint } from '../procedure/model/complaint.ts';
import { sentLetter, sentLetters } from '../procedure/model/letter.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import { orGap, orNothing, written } from './field-names.ts';
import { type LetterFacts, lastDayToObject } from './fields.ts';
import { measureLines } from './measure-lines.ts';

/** Fills the fields of a letter that says that the complaint is closed: why, what was promised, and what is still possible. */
export function closingFields(complaint: Complaint, facts: LetterFacts) {
  const { closing, today } = facts;
  const { stage, measures, hearings, objection } = complaint;
  const agreed = hearings.at(-1)?.settlement !== undefined;
  const when = (holds: boolean): string => (holds ? 'ja' : '');
  const isEnd = closing?.outcome === 'not-settled';
  const month = lastDayToObject(complaint, facts);
  return {
    ...orGap({
      'antwoord van': answeredOn(complaint),
      'akkoord op': written(closing?.on, letterDate),
    }),
    ...orNothing({
      'antwoord gegeven': when(sentLetter(complaint, 'answer')?.manner === 'handed'),
      akkoord: when(closing?.outcome === 'agreed'),
      'bedenken tot en met': month && month >= today && !objection ? longDate(month) : '',
      'maand is voorbij': when(closing?.outcome === 'lapsed'),
      'gesprek zonder oplossing': when(isEnd && stage === 'heard' && !agreed),
      'gesprek met afspraken': when(isEnd && stage === 'heard' && agreed),
      'niemand kan beslissen': when(isEnd && stage === 'waived'),
      'naar de rechter': when(closing?.outcome !== 'agreed'),
      'stand van de maatregelen': measureLines(measures, today),
    }),
  };
}

/** Writes when the answer went out, and when it last went out once more ("Opnieuw versturen"). */
function answeredOn(complaint: Complaint): string | undefined {
  const first = sentLetter(complaint, 'answer');
  const again = sentLetters(complaint).findLast(({ again }) => again && again.letter === first?.id);
  if (!first) return undefined;
  return again
    ? `${letterDate(first.sentOn)}, en opnieuw op ${letterDate(again.sentOn)},`
    : letterDate(first.sentOn);
}
