import type { Calendar } from '../../time/calendar.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type Dispatch, type Promised, type PromisedDay, sentLetter, sentLetters } from '../model/letter.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { monthFrom, type Period } from './art02-periods.ts';
import { countsAsReceivedOn } from './art02-post.ts';
import { closedIn, dateOf, daysLate, post } from './letters.ts';

/**
 * Counts a month. Art. 7: "Indien klager het niet eens is met de schriftelijk voorgestelde afhandeling van de klacht maakt
 * hij/zij dit binnen een maand schriftelijk kenbaar", from the day on which the complainant received the answer.
 */
export function objectBy(answerReceivedOn: LocalDate, calendar: Calendar): Period {
  return monthFrom(answerReceivedOn, calendar.wide);
}

/** Finds the day on which the answer counts as received: the last, where it was sent again. Undefined while it was not sent. */
export const answerCountsFrom = (complaint: Complaint): LocalDate | undefined =>
  lastOf(
    sentLetters(complaint).flatMap(({ kind, countsAsReceivedOn }) =>
      kind === 'answer' ? [countsAsReceivedOn] : [],
    ),
  );

/**
 * Finds the day the complainant received the answer (Art. 7): the day on which it counts as received, unless a later day is
 * recorded. Undefined while it was not sent.
 */
export const answerReceivedOn = (complaint: Complaint): LocalDate | undefined =>
  lastOf([complaint.answerReceivedOn, answerCountsFrom(complaint)].filter((day) => day !== undefined));

const lastOf = (days: readonly LocalDate[]): LocalDate | undefined => [...days].sort().at(-1);

/**
 * Finds the first day on which the complainant can have had the answer: the post can be faster than it counts. Undefined while
 * it was not sent.
 */
export const mayHaveAnswerFrom = (complaint: Complaint): LocalDate | undefined =>
  complaint.answerReceivedOn ?? sentLetter(complaint, 'answer')?.sentOn;

/** The last day on which the complainant can object, and the letter that named it where the month of the article ends before it. */
export type LastDayToObject = { dueOn: LocalDate; promise?: Promised };

/**
 * Finds the last day on which the complainant can object: of the month, or the latest that a letter named to them, because a corrected
 * day of receipt takes nothing back that was written. Undefined while the answer was not sent.
 */
export function objectUntil(complaint: Complaint, calendar: Calendar): LastDayToObject | undefined {
  const since = answerReceivedOn(complaint);
  if (!since) return undefined;
  const { dueOn: articleDueOn } = objectBy(since, calendar);
  let last: LastDayToObject = { dueOn: articleDueOn };
  for (const { promised, sentOn } of sentLetters(complaint))
    if (promised?.of === 'objection' && promised.on > last.dueOn)
      last = { dueOn: promised.on, promise: { sentOn, articleDueOn } };
  return last;
}

/** Finds the last day to object that an answer names: of the month from when it counts as received, or that which holds already. */
export function lastDayInAnswer(
  dispatch: Omit<Dispatch, 'text'>,
  complaint: Complaint,
  context: Pick<Context, 'today' | 'calendar' | 'mail'>,
): PromisedDay {
  const { calendar } = context;
  const arrivesOn = countsAsReceivedOn(dispatch.manner, dateOf(dispatch, complaint, context), calendar);
  const days = [objectBy(arrivesOn, calendar), objectUntil(complaint, calendar)].flatMap(
    (one) => one?.dueOn ?? [],
  );
  return { of: 'objection', on: lastOf(days) ?? arrivesOn };
}

/** Finds the last day to object that a letter after the answer names; undefined while that was not sent. */
export function lastDayNamed(
  complaint: Complaint,
  { calendar }: Pick<Context, 'calendar'>,
): PromisedDay | undefined {
  const on = objectUntil(complaint, calendar)?.dueOn;
  return on && { of: 'objection', on };
}

/** Finds the last day on which the complainant can still think better of it, as a letter names it that is not sent after that day. */
export function lastDayStillNamed(
  letter: Dispatch,
  complaint: Complaint,
  context: Context,
): PromisedDay | undefined {
  const named = lastDayNamed(complaint, context);
  return named && named.on >= dateOf(letter, complaint, context) ? named : undefined;
}

/** The calendar days after the month within which an objection that was sent in time must be here. */
const daysUnderway = 7;

/** Finds the last day on which an objection that was sent in time can come in. */
export const lastReceipt = (objectUntil: LocalDate): LocalDate => addDays(objectUntil, daysUnderway);

/**
 * Counts by how many days an objection is late; 0 when in time. The complainant makes it known by sending it: within the month, and
 * it is here within a week after it. Without a day of sending (the date of the letter or the postmark) the day of receipt decides.
 */
export function objectionDaysLate(
  objectUntil: LocalDate,
  { sentOn, receivedOn }: { sentOn?: LocalDate; receivedOn: LocalDate },
): number {
  if (sentOn === undefined) return daysLate(objectUntil, receivedOn);
  return Math.max(daysLate(objectUntil, sentOn), daysLate(lastReceipt(objectUntil), receivedOn));
}

/**
 * Records that the complainant does not agree. An objection after the month is accepted with a reason, or refused by a
 * letter, which closes the dossier. Refuses a late one without that choice, one in time with it, and a day before they can have had the answer.
 */
export function object(complaint: Complaint, command: CommandOf<'object'>, context: Context): Event[] {
  const { receivedOn, sentOn, how, text, late: choice } = command;
  notInTheFuture(receivedOn, context, 7);
  const [until, from] = [objectUntil(complaint, context.calendar), mayHaveAnswerFrom(complaint)];
  if (!until || !from || (sentOn ?? receivedOn) < from) throw new Refusal('before-the-answer', 7);
  if (!text.trim()) throw new Refusal('text-missing', 7);
  const late = objectionDaysLate(until.dueOn, { sentOn, receivedOn });
  const came = { receivedOn, sentOn, daysLate: late, ...(how && { how }) };
  if (late === 0 && choice) throw new Refusal('objection-in-time', 7);
  if (late === 0) return [{ type: 'objected', ...came, personal: { text } }];
  if (!choice?.reason.trim()) throw new Refusal('late-objection', 7);
  if (choice.accept) {
    return [{ type: 'objected', ...came, personal: { text, lateBecause: choice.reason } }];
  }
  if (!choice.letter) throw new Refusal('letter-missing', 7);
  return [
    { type: 'late-objection-refused', ...came, personal: { text, reason: choice.reason } },
    ...post(
      { kind: 'late-objection-refused', article: 7, promised: lastDayNamed(complaint, context) },
      choice.letter,
      complaint,
      context,
    ),
    closedIn(choice.letter, { outcome: 'late-objection-refused' }, complaint, context),
  ];
}

/**
 * Tells whether the dossier was closed because the month passed without an objection. One that was on its way, or proves to
 * have been in time, can still be recorded and is judged as any other.
 */
export const isClosedByTheMonth = ({ closed }: Complaint): boolean =>
  closed?.outcome === 'lapsed' || closed?.outcome === 'late-objection-refused';

/** Tells whether the month has passed without an objection; one that was sent in time may still be underway. */
export const hasLapsed = (
  complaint: Complaint,
  { today, calendar }: Pick<Context, 'today' | 'calendar'>,
): boolean => {
  const until = objectUntil(complaint, calendar);
  const mayLapse = complaint.stage === 'answered' || isClosedByTheMonth(complaint);
  return mayLapse && until !== undefined && today > until.dueOn;
};

/** Finds the last day on which an objection that was sent in time can still come in; undefined while the answer was not sent. */
export function mayComeUntil(complaint: Complaint, calendar: Calendar): LocalDate | undefined {
  const until = objectUntil(complaint, calendar);
  return until && lastReceipt(until.dueOn);
}

/** Tells whether no objection can come any more that was sent in time; the handler is asked to close, nothing closes by itself. */
export function isOver(
  complaint: Complaint,
  { today, calendar }: Pick<Context, 'today' | 'calendar'>,
): boolean {
  const until = mayComeUntil(complaint, calendar);
  return complaint.stage === 'answered' && until !== undefined && today > until;
}
