import { answerToBoth } from '../procedure/articles/art04-merge.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import type { MergedWith } from '../procedure/model/outcome.ts';
import type { Calendar } from '../time/calendar.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { orGap, orNothing, written } from './field-names.ts';
import { listed } from './words.ts';

/** The complaint that goes on for both, where the one of a letter is merged. */
export type MergerFacts = {
  into?: string | undefined;
  /** What is so of it; absent where that is the same as of the one that is merged. */
  other?: MergedWith | undefined;
};

/**
 * Fills the fields of a complaint that is merged into another (Art. 4): until when the answer to both comes, or when that was given; and
 * the number of the other, which is a gap where that is of another complainant, as could be until 0.8.0: nobody reads of somebody else.
 */
export function mergerFields(
  complaint: Complaint,
  { into, other = {}, today, calendar }: MergerFacts & { today: LocalDate; calendar: Calendar },
) {
  const { stage, closed } = complaint;
  const isToAnswer = stage === 'registered' || stage === 'acknowledged';
  const answerBy = isToAnswer ? answerToBoth(other, complaint, { on: today, calendar }) : undefined;
  const { receivedOn, answeredOn, disputed, ofAnother } = other;
  return {
    ...orGap({ 'samen onder': ofAnother ? undefined : (into ?? closed?.into) }),
    ...orNothing({
      'samen ontvangen op': written(receivedOn, letterDate),
      'samen uiterlijk': answerBy && answerBy >= today ? longDate(answerBy) : '',
      'samen te laat': answerBy && answerBy < today ? longDate(answerBy) : '',
      'samen beantwoord op': written(answeredOn, letterDate),
      'samen niet eens': disputed ? 'ja' : '',
    }),
  };
}

/** Words the numbers of complaints that are merged into one; nothing where there are none. */
export const numbersOf = (joined: readonly { number: string }[]): string => {
  const numbers = listed(joined.map(({ number }) => number));
  return numbers && `${joined.length > 1 ? 'nummers' : 'nummer'} ${numbers}`;
};
