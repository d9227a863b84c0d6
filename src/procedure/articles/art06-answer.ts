import type { Calendar } from '../../time/calendar.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Judgement, Measure, MeasureCounts } from '../model/answer.ts';
import type { CommandOf, Context, PromisedMeasure } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type Dispatch, sentLetter, waitingLetters } from '../model/letter.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { bothSidesHeard, textForRespondent } from './art00-both-sides.ts';
import { type Period, weeksFrom } from './art02-periods.ts';
import { acknowledgeBy, canBeWrittenTo, lateAfter } from './art05-forward-and-acknowledge.ts';
import { citedArticle } from './art06-measures.ts';
import { lastDayInAnswer, lastDayStillNamed, mayHaveAnswerFrom } from './art07-objection.ts';
import { post, worded } from './letters.ts';

/**
 * Counts three weeks. Art. 6: "De klager ontvangt uiterlijk binnen drie weken na ontvangst van de klacht een schriftelijk
 * antwoord van de klachtenfunctionaris".
 */
export function answerBy(receivedOn: LocalDate, calendar: Calendar): Period {
  return weeksFrom(receivedOn, 3, calendar.strict);
}

/**
 * Answers the complaint. Art. 6: the answer holds the position of Ballance, "de voorgestelde oplossing en/of te nemen
 * maatregelen", and points to the further procedure. Refuses an empty position or letter, a complaint that is (partly) founded
 * without either of those, and without both sides heard a missing reason. Where receipt was not confirmed yet the answer does that
 * too (Art. 5). Where nobody knows who complained there is no letter, and the dossier closes: nobody can disagree with it.
 */
export function answer(complaint: Complaint, command: CommandOf<'answer'>, context: Context): Event[] {
  const { position, judgement, proposal, measures, notHeardBecause, wording, letter } = command;
  const heard = bothSidesHeard(complaint);
  if (!position.trim()) throw new Refusal('text-missing', 6);
  if (needsSolution(judgement) && !proposal.trim() && measures.length + complaint.measures.length === 0)
    throw new Refusal('solution-missing', 6);
  if (!heard && !notHeardBecause?.trim()) throw new Refusal('both-sides-not-heard', 6);
  // Read last: a text made from these shows what is missing as a gap, and the writer fills it in where it is asked.
  const message = command.message && textForRespondent(command.message, complaint);
  return [
    ...worded(wording, complaint, context),
    {
      type: 'answer-drawn-up',
      on: context.today,
      judgement,
      bothSidesHeard: heard,
      personal: {
        ...{ position, proposal, message },
        ...{ measures: numbered(measures, complaint), reason: notHeardBecause },
      },
    },
    ...(letter ? answered(letter, complaint, context) : handledUnnamed(complaint, context)),
  ];
}

/** Sends the answer. Refuses a letter to a complainant of whom nothing is known. */
function answered(letter: Dispatch, complaint: Complaint, context: Context): Event[] {
  if (!canBeWrittenTo(complaint.complainant)) throw new Refusal('complainant-unknown', 6);
  const { receivedOn } = complaint;
  const { calendar } = context;
  const confirmed = confirmsReceipt(complaint) && {
    acknowledgeBy: lateAfter(acknowledgeBy(receivedOn, calendar).dueOn, complaint),
  };
  const dueOn = lateAfter(answerBy(receivedOn, calendar).dueOn, complaint);
  const promised = lastDayInAnswer(letter, complaint, context);
  return post({ kind: 'answer', article: 6, dueOn, promised, ...confirmed }, letter, complaint, context);
}

/** Closes a complaint that was handled while there is nobody to write to. Refuses that where a letter can be sent. */
function handledUnnamed({ complainant }: Complaint, { today }: Context): Event[] {
  if (canBeWrittenTo(complainant)) throw new Refusal('letter-missing', 6);
  return [{ type: 'closed', on: today, outcome: 'handled-unnamed', personal: {} }];
}

/** Tells whether the position of Ballance is known: it was sent, or recorded where there was nobody to write to. */
export const hasPosition = (complaint: Complaint): boolean =>
  sentLetter(complaint, 'answer') !== undefined ||
  (complaint.answer !== undefined && !waitingLetters(complaint).some(({ kind }) => kind === 'answer'));

/** Tells whether an answer confirms receipt as well, because no letter has done that yet (Art. 5). */
export const confirmsReceipt = ({ stage }: Complaint): boolean => stage === 'registered';

/** Tells whether a judgement asks for "de voorgestelde oplossing en/of te nemen maatregelen" (Art. 6). */
export const needsSolution = (judgement: Judgement | undefined): boolean =>
  judgement === 'founded' || judgement === 'partly-founded';

/** Gives measures that are promised their ids, after those of the complaint so far. */
export const numbered = (promised: readonly PromisedMeasure[], { measures }: Complaint): Measure[] =>
  promised.map((measure, index) => ({ id: `m${measures.length + index + 1}`, ...measure }));

/** Records that a measure was taken. Refuses one that is unknown or done already, and a day in the future. */
export function completeMeasure(
  complaint: Complaint,
  { measure: id, on }: CommandOf<'complete-measure'>,
  context: Context,
): Event[] {
  const measure = complaint.measures.find((one) => one.id === id);
  notInTheFuture(on, context, measure && citedArticle(measure));
  if (!measure || measure.doneOn) throw new Refusal('unknown-measure');
  return [{ type: 'measure-done', measure: id, on }];
}

/** Finds the day by which a measure counts as late: the one that was promised first. */
export const promisedFor = ({
  dueOn,
  firstDueOn = dueOn,
}: Pick<Measure, 'dueOn' | 'firstDueOn'>): LocalDate => firstDueOn;

export const countMeasures = ({ measures }: Complaint, today: LocalDate): MeasureCounts => ({
  promised: measures.length,
  taken: measures.filter(({ doneOn }) => doneOn).length,
  late: measures.filter((one) => (one.doneOn ?? today) > promisedFor(one)).length,
});

export const openMeasures = ({ measures }: Complaint): Measure[] => measures.filter(({ doneOn }) => !doneOn);

/**
 * Records that the complainant agrees with the answer (Art. 6), which a letter may confirm. Refuses a day before they can have had
 * the answer.
 */
export function agree(complaint: Complaint, { on, letter }: CommandOf<'agree'>, context: Context): Event[] {
  notInTheFuture(on, context, 6);
  const since = mayHaveAnswerFrom(complaint);
  if (!since || on < since) throw new Refusal('before-the-answer', 6);
  return [
    { type: 'closed', on, outcome: 'agreed', personal: {} },
    ...(letter
      ? post(
          { kind: 'closure', article: 6, promised: lastDayStillNamed(letter, complaint, context) },
          letter,
          complaint,
          context,
        )
      : []),
  ];
}
