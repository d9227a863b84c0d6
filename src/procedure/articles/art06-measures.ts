import type { Measure, MeasureSource } from '../model/answer.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import type { LetterKind } from '../model/letter.ts';
import { Refusal } from '../model/refusal.ts';

/** Art. 6: "te nemen maatregelen", for the colleague who sees to one. */

/** The letter that promises a measure to the complainant. */
const promisedBy: Record<MeasureSource | 'answer', LetterKind> = {
  answer: 'answer',
  talk: 'mediation',
  settlement: 'settlement',
  decision: 'final-decision',
};

/** Tells whether a measure holds: the letter that promises it has gone, or none was to go. */
export function isPromised({ promisedIn }: Pick<Measure, 'promisedIn'>, { letters }: Complaint): boolean {
  const promise = promisedBy[promisedIn ?? 'answer'];
  const letter = letters.findLast(({ kind, again }) => kind === promise && !again);
  return !letter || letter.sentOn !== undefined;
}

/** Lists the measures that a colleague sees to, done or not. */
export const measuresOf = ({ id }: Pick<Person, 'id'>, complaint: Complaint): Measure[] =>
  complaint.measures.filter((one) => one.ownerId === id && isPromised(one, complaint));

/** Records that its owner has taken a measure ("Klaar"). Refuses a measure of somebody else, and one that is done. */
export function reportMeasure(
  complaint: Complaint,
  { by, measure: id }: CommandOf<'report-measure'>,
  { today }: Context,
): Event[] {
  if (!measuresOf(by, complaint).some((one) => one.id === id && !one.doneOn))
    throw new Refusal('unknown-measure', 6);
  return [{ type: 'measure-done', measure: id, on: today }];
}
