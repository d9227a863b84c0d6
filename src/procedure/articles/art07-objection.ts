import type { Calendar } from '../../time/calendar.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { monthFrom, type Period } from './art02-periods.ts';
import { answerReceivedOn, mayHaveAnswerFrom } from './art06-answer.ts';
import { daysLate, post } from './letters.ts';

/**
 * Counts a month. Art. 7: "Indien klager het niet eens is met de schriftelijk voorgestelde afhandeling van de klacht maakt
 * hij/zij dit binnen een maand schriftelijk kenbaar", from the day on which the complainant received the answer.
 */
export function objectBy(answerReceivedOn: LocalDate, calendar: Calendar): Period {
  return monthFrom(answerReceivedOn, calendar.wide);
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
 * letter, which closes the dossier. Refuses a late one without that choice, and a day before they can have had the answer.
 */
export function object(complaint: Complaint, command: CommandOf<'object'>, context: Context): Event[] {
  const { receivedOn, sentOn, text, late: choice } = command;
  notInTheFuture(receivedOn, context, 7);
  const [since, from] = [answerReceivedOn(complaint), mayHaveAnswerFrom(complaint)];
  if (!since || !from || (sentOn ?? receivedOn) < from) throw new Refusal('before-the-answer', 7);
  if (!text.trim()) throw new Refusal('text-missing', 7);
  const late = objectionDaysLate(objectBy(since, context.calendar).dueOn, { sentOn, receivedOn });
  const came = { receivedOn, sentOn, daysLate: late };
  if (late === 0) return [{ type: 'objected', ...came, personal: { text } }];
  if (!choice?.reason.trim()) throw new Refusal('late-objection', 7);
  if (choice.accept) {
    return [{ type: 'objected', ...came, personal: { text, lateBecause: choice.reason } }];
  }
  return [
    { type: 'late-objection-refused', ...came, personal: { text, reason: choice.reason } },
    ...post({ kind: 'late-objection-refused', article: 7 }, choice.letter, complaint, context),
    { type: 'closed', on: context.today, outcome: 'late-objection-refused', personal: {} },
  ];
}

/**
 * Tells whether the dossier was closed because the month passed without an objection. One that was on its way, or proves to
 * have been in time, can still be recorded and is judged as any other.
 */
export const isClosedByTheMonth = ({ closed }: Complaint): boolean =>
  closed?.outcome === 'lapsed' || closed?.outcome === 'late-objection-refused';

/** Tells whether the month has passed without an objection; the handler is asked to close, nothing closes by itself. */
export const hasLapsed = (
  complaint: Complaint,
  { today, calendar }: Pick<Context, 'today' | 'calendar'>,
): boolean => {
  const since = answerReceivedOn(complaint);
  const mayLapse = complaint.stage === 'answered' || isClosedByTheMonth(complaint);
  return mayLapse && since !== undefined && today > objectBy(since, calendar).dueOn;
};
