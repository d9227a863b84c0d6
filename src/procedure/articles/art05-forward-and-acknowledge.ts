import type { Calendar } from '../../time/calendar.ts';
import { addDays, daysBetween, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complainant } from '../model/complainant.ts';
import type { Complaint, Registration } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type Again, asPromisedBefore, type Dispatch, type PromisedDay } from '../model/letter.ts';
import { Refusal } from '../model/refusal.ts';
import { type Period, weeksFrom, workingDaysAfter } from './art02-periods.ts';
import { handlerFor } from './art05-handler.ts';
import { dateOf, post, worded } from './letters.ts';

/**
 * Counts to the day of receipt itself, weekend or not. Art. 5: "De geregistreerde klacht wordt op de dag van ontvangst
 * doorgegeven aan de klachtenfunctionaris".
 */
export function forwardBy(receivedOn: LocalDate): Period {
  return { dueOn: addDays(receivedOn, 0), counted: [], skipped: [] };
}

/**
 * Counts to the fifth werkdag. Art. 5: "Ontvangst ervan wordt zo spoedig mogelijk, maar uiterlijk op de vijfde werkdag na de
 * dag van ontvangst aan de klager schriftelijk bevestigd."
 */
export function acknowledgeBy(receivedOn: LocalDate, calendar: Calendar): Period {
  return workingDaysAfter(receivedOn, 5, calendar.strict);
}

/**
 * Forwards a complaint at once; one that was received before today records how many calendar days late that is, unless it was
 * remedied on the spot, for which no deadline runs.
 */
export function forward(
  {
    receivedOn,
    respondents,
    remedied,
  }: Pick<Registration, 'receivedOn' | 'respondents'> & { remedied?: boolean },
  { today, desk }: Pick<Context, 'today' | 'desk'>,
): Event {
  const handler = handlerFor(respondents, desk, today);
  if (!handler) return { type: 'left-unassigned', on: today };
  const daysLate = remedied ? 0 : daysBetween(forwardBy(receivedOn).dueOn, today);
  return { type: 'forwarded', on: today, role: handler.role, daysLate, personal: { to: handler.person } };
}

/** Tells whether there is a way to write or speak to the complainant. */
export const hasContact = ({ email, phone, address }: Complainant): boolean => !!(email || phone || address);

/** Tells whether letters can be meant for somebody: who the complainant is, or how to reach them, is known. */
export const canBeWrittenTo = (complainant: Complainant): boolean =>
  !complainant.unnamed || hasContact(complainant);

/**
 * Finds the day after which what Ballance owes is late: that of the article, moved past the days after it on which nobody knew who
 * complains, because no letter could be sent on them. The day on which it became known is one of them.
 */
export function lateAfter(dueOn: LocalDate, { unnamedDays = [] }: Complaint): LocalDate {
  const dayAfter = addDays(dueOn, 1);
  const excused = unnamedDays.map(({ from = dayAfter, until }) =>
    until ? Math.max(0, daysBetween(from > dayAfter ? from : dayAfter, until) + 1) : 0,
  );
  return addDays(
    dueOn,
    excused.reduce((sum, days) => sum + days, 0),
  );
}

/** What else decides which day such a letter promises: that it goes out once more, and the day after the article that its writer chose. */
type Promising = { again?: Pick<Again, 'letter'> | undefined; answerBy?: LocalDate | undefined };

/**
 * Finds the day on which a letter that confirms receipt promises the answer, no later than it did before where it goes out once more; the
 * day that its writer chose, where that of the article has passed when it is sent; undefined where that has passed too, or none was chosen.
 */
export function promisedAnswer(
  sending: Omit<Dispatch, 'text'>,
  complaint: Complaint,
  context: Context,
  { again, answerBy }: Promising = {},
): PromisedDay | undefined {
  const { dueOn } = weeksFrom(complaint.receivedOn, 3, context.calendar.strict);
  const on = asPromisedBefore(dueOn, again, complaint);
  const sentOn = dateOf(sending, complaint, context);
  if (on >= sentOn) return { of: 'answer', on };
  return answerBy && answerBy > sentOn ? { of: 'answer', on: answerBy, wish: 'ballance' } : undefined;
}

/**
 * Sends the letter that confirms receipt, also when it is late. It promises the answer on the last day of Art. 6, or on the day that was
 * chosen, where that has passed when it is sent: that is guarded from then on, and what counts as late stays with the article. Refuses such
 * a day that is not after the letter.
 */
export function acknowledge(
  complaint: Complaint,
  { wording, answerBy, letter }: CommandOf<'acknowledge'>,
  context: Context,
): Event[] {
  const { receivedOn } = complaint;
  const { calendar } = context;
  const promised = promisedAnswer(letter, complaint, context, { answerBy });
  if (answerBy && !promised) throw new Refusal('not-later', 6);
  const sent = post(
    {
      kind: 'acknowledgement',
      article: 5,
      dueOn: lateAfter(acknowledgeBy(receivedOn, calendar).dueOn, complaint),
      ...(promised && { promised }),
    },
    letter,
    complaint,
    context,
  );
  return [...worded(wording, complaint, context), ...sent];
}
