import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Measure, MeasureSource } from '../model/answer.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type Letter, type LetterKind, sentLetter, sentLetters } from '../model/letter.ts';
import { Refusal } from '../model/refusal.ts';
import { post } from './letters.ts';

/** Art. 6: "te nemen maatregelen", for the colleague who sees to one. */

/** The article by which a measure was promised: that of the answer, the hearing or the decision; 0 is the Inleiding, of a talk. */
const promisedUnder = { answer: 6, talk: 0, settlement: 9, decision: 8 } as const satisfies Record<
  MeasureSource | 'answer',
  number
>;

/** Finds the article by which a measure was promised; 0 is the Inleiding. */
export const articleOf = ({ promisedIn }: Pick<Measure, 'promisedIn'>) =>
  promisedUnder[promisedIn ?? 'answer'];

/** Finds the article that is cited of a measure; undefined where it was promised under the Inleiding, which has no number. */
export const citedArticle = (measure: Pick<Measure, 'promisedIn'>): number | undefined =>
  articleOf(measure) || undefined;

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

/** Finds the letter in which the complainant read that promise; undefined where none went out. */
const promiseRead = ({ promisedIn }: Pick<Measure, 'promisedIn'>, complaint: Complaint) =>
  sentLetter(complaint, promisedBy[promisedIn ?? 'answer']);

/** Finds the letter in which the complainant read of a measure: what none told was recorded, and not promised (reading 18). */
export const toldIn = (measure: Pick<Measure, 'promisedIn' | 'what'>, complaint: Complaint) =>
  promiseRead(measure, complaint) ??
  sentLetters(complaint).find(
    ({ kind, text = '' }) => saysMeasures.includes(kind) && text.includes(measure.what),
  );

/** Tells whether a letter told the first day of a measure: one that went out before a later day was recorded. */
export function isFirstDayPromised(measure: Measure, complaint: Complaint): boolean {
  const { movedOn } = measure;
  const told = toldIn(measure, complaint);
  return !!told && (!movedOn || told.sentOn <= movedOn);
}

/** Finds the last letter that names a later day for a measure, sent or about to be; undefined where none does. */
export const laterDayTold = ({ id }: Pick<Measure, 'id'>, { letters }: Complaint): Letter | undefined =>
  letters.findLast(({ promised, again, withdrawnOn }) => promised?.measure === id && !again && !withdrawnOn);

/** The letters that promise a measure, and those that say besides their own matter which day holds for one. */
export const saysMeasures: readonly LetterKind[] = [
  ...Object.values(promisedBy),
  ...(['court-route', 'withdrawal', 'closure'] as const),
];

/**
 * Finds the later day for a measure that the complainant read last, until that day, and in which letter: in one about that day, sent or
 * about to be, or in one that names it besides its own matter, as it went. Undefined where none did.
 */
export function laterDayRead(
  measure: Measure,
  complaint: Complaint,
  today: LocalDate,
): { on: LocalDate; sentOn: LocalDate | undefined } | undefined {
  const { dueOn, movedOn, what } = measure;
  const told = laterDayTold(measure, complaint);
  const own = told?.promised && { on: told.promised.on, sentOn: told.sentOn };
  if (!movedOn || own?.on === dueOn) return own;
  const named = sentLetters(complaint).findLast(
    ({ kind, sentOn, text = '' }) =>
      saysMeasures.includes(kind) &&
      sentOn >= movedOn &&
      sentOn <= today &&
      [what, longDate(dueOn)].every((part) => text.includes(part)),
  );
  return named ? { on: dueOn, sentOn: named.sentOn } : own;
}

/** Lists the measures that a colleague sees to, done or not. */
export const measuresOf = ({ id }: Pick<Person, 'id'>, complaint: Complaint): Measure[] =>
  complaint.measures.filter((one) => one.ownerId === id && isPromised(one, complaint));

/** Lists the measures that may get a later day: promised, and not done. */
export const movableMeasures = (complaint: Complaint): Measure[] =>
  complaint.measures.filter((one) => !one.doneOn && isPromised(one, complaint));

/**
 * Records a later day for a measure ("Nieuwe dag"): it is guarded and reminded from then on, and what counts as late stays with the day
 * that was promised. A letter may tell the complainant. Refuses a measure that is done or not promised yet, a day that is not later than that and today, and an empty reason.
 */
export function moveMeasure(
  complaint: Complaint,
  { measure: id, to, reason, letter }: CommandOf<'move-measure'>,
  context: Context,
): Event[] {
  const { today } = context;
  const measure = movableMeasures(complaint).find((one) => one.id === id);
  if (!measure) throw new Refusal('unknown-measure');
  const article = citedArticle(measure);
  if (to <= measure.dueOn || to <= today) throw new Refusal('not-later', article);
  if (!reason.trim()) throw new Refusal('text-missing', article);
  const spec = {
    kind: 'measure-delay',
    ...(article && { article }),
    promised: { of: 'measure', on: to, measure: id },
  } as const;
  return [
    { type: 'measure-moved', measure: id, on: today, to, personal: { reason } },
    ...(letter ? post(spec, letter, complaint, context) : []),
  ];
}

/** Records that its owner has taken a measure ("Klaar"). Refuses a measure of somebody else, and one that is done. */
export function reportMeasure(
  complaint: Complaint,
  { by, measure: id }: CommandOf<'report-measure'>,
  { today }: Context,
): Event[] {
  if (!measuresOf(by, complaint).some((one) => one.id === id && !one.doneOn))
    throw new Refusal('unknown-measure');
  return [{ type: 'measure-done', measure: id, on: today }];
}
