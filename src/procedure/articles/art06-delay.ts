import type { Calendar } from '../../time/calendar.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type Delayable, type Promised, sentLetters } from '../model/letter.ts';
import { Refusal } from '../model/refusal.ts';
import { lastWorkingDayOnOrBefore, type Period } from './art02-periods.ts';
import { lastDayByPost } from './art02-post.ts';
import { answerBy } from './art06-answer.ts';
import { decideBy, decisionTrigger, isDecidedByNobody } from './art08-decision.ts';
import { post } from './letters.ts';

/** A deadline as a promise can move it. */
type Movable = Period & {
  readonly lastDayToAct?: LocalDate;
  readonly lastDayByPost?: LocalDate;
  readonly promise?: Promised;
};

/**
 * Moves what is guarded to the day that was promised in a letter that went out: where that is earlier than the day of the article,
 * which a corrected receipt can move; or, after "Uitstel melden", whichever it is.
 */
export function asPromised<D extends Movable>(
  deadline: D,
  of: Delayable,
  complaint: Complaint,
  calendar: Calendar,
): D {
  const promise = promiseOf(of, deadline.dueOn, complaint);
  if (!promise) return deadline;
  const { on: dueOn, sentOn } = promise;
  return {
    ...deadline,
    dueOn,
    lastDayToAct: lastWorkingDayOnOrBefore(dueOn, calendar.wide),
    lastDayByPost: lastDayByPost(dueOn, calendar),
    promise: { sentOn, articleDueOn: deadline.dueOn },
  };
}

/** Finds the promise by which another day is guarded than that of the article; undefined where that day is guarded. */
function promiseOf(
  of: Delayable,
  articleDueOn: LocalDate,
  complaint: Complaint,
): { on: LocalDate; sentOn: LocalDate } | undefined {
  const letters = sentLetters(complaint).filter(({ promised }) => promised?.of === of);
  const { kind, promised } = letters.at(-1) ?? {};
  if (!promised || promised.on === articleDueOn) return undefined;
  // A letter that went out once more promised it the first time.
  const first = letters.find((letter) => letter.promised?.on === promised.on);
  if (!first || (promised.on > articleDueOn && kind !== 'delay')) return undefined;
  return { on: promised.on, sentOn: first.sentOn };
}

/**
 * Finds the day that was agreed at the complainant's own wish, in a letter that went out before the day until then had passed;
 * undefined where there is none, or where it is no later than the day of the article. More time that Ballance takes is no agreement.
 */
export function agreedDay(
  of: Delayable,
  articleDueOn: LocalDate,
  complaint: Complaint,
): LocalDate | undefined {
  let until = articleDueOn;
  for (const { promised, sentOn } of sentLetters(complaint)) {
    if (promised?.of !== of) continue;
    if (!promised.wish) until = articleDueOn;
    else if (promised.wish === 'complainant' && sentOn <= until) until = promised.on;
  }
  return until > articleDueOn ? until : undefined;
}

/** Tells what can be delayed: the answer (Art. 6), or the decision once the board must take it (Art. 8). */
export const delayable = ({ stage }: Pick<Complaint, 'stage'>): Delayable =>
  stage === 'waived' ? 'decision' : 'answer';

/** Finds the day on which the answer or the decision is guarded now. */
export function guardedNow(complaint: Complaint, calendar: Calendar): LocalDate {
  const of = delayable(complaint);
  const period =
    complaint.stage === 'waived'
      ? decideBy(decisionTrigger(complaint), calendar)
      : answerBy(complaint.receivedOn, calendar);
  return promiseOf(of, period.dueOn, complaint)?.on ?? period.dueOn;
}

/** Finds the day that the last letter about it told the complainant; undefined while none named one. */
export const toldDay = (complaint: Complaint): LocalDate | undefined =>
  sentLetters(complaint).findLast(({ promised }) => promised?.of === delayable(complaint))?.promised?.on;

/**
 * Tells the complainant by letter that the answer (Art. 6) or the decision (Art. 8) comes later than the day that is guarded now, at
 * whose wish, and why. The new day is guarded from then on; what counts as late stays with the article. Refuses a decision that nobody
 * can take, an empty reason, and a day that is not after today, after the present one, and after the one that the complainant was told
 * last.
 */
export function delay(complaint: Complaint, command: CommandOf<'delay'>, context: Context): Event[] {
  const { wish, reason, until, letter } = command;
  const of = delayable(complaint);
  const article = of === 'decision' ? 8 : 6;
  if (isDecidedByNobody(complaint, context)) throw new Refusal('nobody-decides', article);
  if (!reason.trim()) throw new Refusal('text-missing', article);
  const known = [guardedNow(complaint, context.calendar), toldDay(complaint) ?? context.today];
  if ([context.today, ...known].some((day) => until <= day)) throw new Refusal('not-later', article);
  return [
    { type: 'delayed', on: context.today, of, until, wish, personal: { reason } },
    ...post({ kind: 'delay', article, promised: { of, on: until, wish } }, letter, complaint, context),
  ];
}
