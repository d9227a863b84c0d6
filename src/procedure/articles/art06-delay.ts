import type { Calendar } from '../../time/calendar.ts';
import { daysBetween, type LocalDate } from '../../time/local-date.ts';
import type { Wish } from '../model/answer.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type Delayable, type Promised, sentLetters } from '../model/letter.ts';
import { Refusal } from '../model/refusal.ts';
import { lastWorkingDayOnOrBefore, type Period } from './art02-periods.ts';
import { lastDayByPost } from './art02-post.ts';
import { lateAfter } from './art05-forward-and-acknowledge.ts';
import { answerBy } from './art06-answer.ts';
import { decideBy, decisionTrigger, isDecidedByNobody } from './art08-decision.ts';
import { daysLate, post } from './letters.ts';

/** A deadline as a promise can move it. */
type Movable = Period & {
  readonly lastDayToAct?: LocalDate;
  readonly lastDayByPost?: LocalDate;
  readonly promise?: Promised;
  readonly before?: { readonly dueOn: LocalDate; readonly lastDayToAct?: LocalDate };
};

/**
 * Moves what is guarded to the day that was promised in a letter that went out: where that is earlier than the day of the article,
 * which a corrected receipt can move; or whichever it is, after "Uitstel melden" and in a letter that confirms receipt after that day.
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
  const actBy = (day: LocalDate) => lastWorkingDayOnOrBefore(day, calendar.wide);
  const until = lastDayInTime(of, deadline.dueOn, complaint);
  return {
    ...deadline,
    dueOn,
    lastDayToAct: actBy(dueOn),
    lastDayByPost: lastDayByPost(dueOn, calendar),
    promise: { sentOn, articleDueOn: deadline.dueOn },
    ...(until < dueOn && {
      before: until === deadline.dueOn ? deadline : { dueOn: until, lastDayToAct: actBy(until) },
    }),
  };
}

/** Finds the last day on which no day counts as late yet: that of the article, or one that the complainant wished before it had passed. */
function lastDayInTime(of: Delayable, articleDueOn: LocalDate, complaint: Complaint): LocalDate {
  const first = wishedDays(of, articleDueOn, complaint)[0];
  return first?.after === articleDueOn ? first.until : articleDueOn;
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
  if (!first || (promised.on > articleDueOn && kind !== 'delay' && !promised.wish)) return undefined;
  return { on: promised.on, sentOn: first.sentOn };
}

/** Whose the calendar days are between the day of the article and that on which the complainant had a letter. */
export type LateDays = {
  /** Those that the complainant wished, and the last day that was agreed so. */
  wished: number;
  agreed?: LocalDate;
  /** Those of Ballance: of a delay by Ballance, before the complainant asked for more time, and after every day that was promised. */
  own: number;
};

/** Days after the first, up to and including the last, that the complainant wished. */
type Stretch = { after: LocalDate; until: LocalDate };

/**
 * Counts the days by which a letter is later than the article demands, and whose they are: a delay at the complainant's own wish gives
 * Ballance the days from what was promised until then to the new day, as far as those were still to come when it was asked.
 */
export function lateDays(
  of: Delayable,
  articleDueOn: LocalDate,
  arrivedOn: LocalDate,
  complaint: Complaint,
): LateDays {
  const passed = wishedDays(of, articleDueOn, complaint).filter(({ after }) => after < arrivedOn);
  const wished = passed
    .map(({ after, until }) => daysBetween(after, until < arrivedOn ? until : arrivedOn))
    .reduce((sum, days) => sum + days, 0);
  const agreed = passed.at(-1)?.until;
  return { wished, ...(agreed && { agreed }), own: daysLate(articleDueOn, arrivedOn) - wished };
}

function wishedDays(of: Delayable, articleDueOn: LocalDate, complaint: Complaint): Stretch[] {
  let until = articleDueOn;
  let stretches: Stretch[] = [];
  for (const { promised, sentOn } of sentLetters(complaint)) {
    if (promised?.of !== of) continue;
    if (!promised.wish) [until, stretches] = [articleDueOn, []];
    else if (promised.on > until) {
      if (promised.wish === 'complainant') stretches = withStretch(until, sentOn, promised.on, stretches);
      until = promised.on;
    }
  }
  return stretches;
}

/** Adds the days that were still to come when they were asked for, to those before them where they go on from there. */
function withStretch(
  known: LocalDate,
  askedOn: LocalDate,
  until: LocalDate,
  stretches: Stretch[],
): Stretch[] {
  const last = stretches.at(-1);
  const after = askedOn > known ? askedOn : known;
  return last?.until === after
    ? [...stretches.slice(0, -1), { after: last.after, until }]
    : [...stretches, { after, until }];
}

/** Finds at whose wish the day that the complainant was told last is a later one; undefined where none was delayed. */
export const wishFor = (of: Delayable, complaint: Complaint): Wish | undefined =>
  sentLetters(complaint).findLast(({ promised }) => promised?.of === of)?.promised?.wish;

/** Tells what can be delayed: the answer (Art. 6), or the decision once the board must take it (Art. 8). */
export const delayable = ({ stage }: Pick<Complaint, 'stage'>): Delayable =>
  stage === 'waived' ? 'decision' : 'answer';

/** Finds the day on which the answer or the decision is guarded now. */
export function guardedNow(complaint: Complaint, calendar: Calendar): LocalDate {
  const of = delayable(complaint);
  const dueOn =
    complaint.stage === 'waived'
      ? decideBy(decisionTrigger(complaint), calendar).dueOn
      : lateAfter(answerBy(complaint.receivedOn, calendar).dueOn, complaint);
  return promiseOf(of, dueOn, complaint)?.on ?? dueOn;
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
