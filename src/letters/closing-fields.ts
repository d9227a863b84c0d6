import { canBeAsked } from '../procedure/articles/art00-satisfaction.ts';
import { toldDay } from '../procedure/articles/art06-delay.ts';
import { mayChooseUntil } from '../procedure/articles/art10-court.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { type LetterKind, sentLetter, sentLetters } from '../procedure/model/letter.ts';
import type { Outcome } from '../procedure/model/outcome.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { orGap, orNothing, written } from './field-names.ts';
import { type LetterFacts, lastDayToObject } from './fields.ts';
import { measureLines } from './measure-lines.ts';

/**
 * Fills the fields of a letter that says that the complaint is closed: why, what was promised, and what is still possible. It passes over
 * no day that an earlier letter named and that is still to come (reading 18).
 */
export function closingFields(kind: LetterKind, complaint: Complaint, facts: LetterFacts) {
  const { closing, today } = facts;
  const { stage, measures, hearings, objection } = complaint;
  const agreed = hearings.at(-1)?.settlement !== undefined;
  const when = (holds: boolean): string => (holds ? 'ja' : '');
  const isEnd = closing?.outcome === 'not-settled';
  const month = lastDayToObject(complaint, facts);
  // A letter that goes out once more names the day that is known now, while it is there before that has passed.
  const choice = mayChooseUntil(facts.since?.complaint ?? complaint, facts.calendar);
  const arrives = facts.again ? (facts.countsAsReceivedOn ?? today) : today;
  const told = isOwed(complaint) ? toldDay(complaint) : undefined;
  const stillToCome = (day: LocalDate | undefined): string => (day && day >= today ? longDate(day) : '');
  return {
    ...orGap({
      'antwoord van': answeredOn(complaint),
      'akkoord op': written(closing?.on, letterDate),
    }),
    ...orNothing({
      'antwoord gegeven': when(sentLetter(complaint, 'answer')?.manner === 'handed'),
      akkoord: when(closing?.outcome === 'agreed'),
      'bedenken tot en met': objection ? '' : stillToCome(month),
      'kiezen tot en met': choice && choice >= arrives ? longDate(choice) : '',
      'eerder toegezegd': stillToCome(told),
      'maand is voorbij': when(closing?.outcome === 'lapsed'),
      'gesprek zonder oplossing': when(isEnd && stage === 'heard' && !agreed),
      'gesprek met afspraken': when(isEnd && stage === 'heard' && agreed),
      'niemand kan beslissen': when(isEnd && stage === 'waived'),
      'naar de rechter': when(closing?.outcome !== 'agreed'),
      'vraag hoe het ging': when(asksHowItWent(kind, complaint, facts)),
      'stand van de maatregelen': measureLines(measures, today),
    }),
  };
}

/** How the complaint ends that each letter says is closed; that of `closure` is chosen in its form. */
const ends: Partial<Record<LetterKind, Outcome>> = {
  mediation: 'mediated',
  settlement: 'settled',
  'final-decision': 'decided',
  'late-objection-refused': 'late-objection-refused',
  withdrawal: 'withdrawn',
};

/** Tells whether a letter asks how satisfied the complainant is (Inleiding); one that goes out once more asks nobody who has answered. */
function asksHowItWent(kind: LetterKind, complaint: Complaint, { closing, since }: LetterFacts): boolean {
  const outcome = kind === 'closure' ? closing?.outcome : ends[kind];
  return (
    outcome !== undefined &&
    [complaint, since?.complaint ?? complaint].every((one) => canBeAsked(one, outcome))
  );
}

/** Tells whether Ballance still owes what its letters promised: the answer, or the decision of the board. */
const isOwed = ({ stage }: Complaint): boolean =>
  stage === 'registered' || stage === 'acknowledged' || stage === 'waived';

/** Writes when the answer went out, and when it last went out once more ("Opnieuw versturen"). */
function answeredOn(complaint: Complaint): string | undefined {
  const first = sentLetter(complaint, 'answer');
  const again = sentLetters(complaint).findLast(({ again }) => again && again.letter === first?.id);
  if (!first) return undefined;
  return again
    ? `${letterDate(first.sentOn)}, en opnieuw op ${letterDate(again.sentOn)},`
    : letterDate(first.sentOn);
}
