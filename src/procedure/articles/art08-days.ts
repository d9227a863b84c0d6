import type { Calendar } from '../../time/calendar.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Context } from '../model/commands.ts';
import type { Appointment, Complaint } from '../model/complaint.ts';
import { asPromisedBefore, type PromisedDay, promisedBefore, sentLetter } from '../model/letter.ts';
import { type Period, weeksFrom } from './art02-periods.ts';
import { guardedNow } from './art06-delay.ts';
import { type Dispute, decideBy, decisionMakers, decisionTrigger } from './art08-decision.ts';
import { daysLate } from './letters.ts';

/**
 * Counts a week. Art. 8: "De klager wordt binnen een week na ontvangst van de in het voorgaande artikel bedoelde mededeling
 * [...] in de gelegenheid gesteld mondeling [...] de klacht toe te lichten".
 */
export function hearBy(objectionReceivedOn: LocalDate, calendar: Calendar): Period {
  return weeksFrom(objectionReceivedOn, 1, calendar.strict);
}

/** Tells whether a hearing is later than the week, which another one after a hearing that settled nothing does not have (Art. 10). */
export const isLaterThanTheWeek = (
  on: LocalDate,
  { receivedOn }: Dispute['objection'],
  { hearings }: Complaint,
  calendar: Calendar,
): boolean => hearings.length === 0 && on > hearBy(receivedOn, calendar).dueOn;

/**
 * Counts by how many days the hearing that was offered is later than the week, by Ballance, with that day of the objection: 0 where it is
 * in time, or at the complainant's wish (until 0.7.0 each that was offered later). What was said with the offer stays.
 */
export function hearingMadeLate(to: LocalDate, complaint: Complaint, calendar: Calendar): number {
  const { appointment, objection, hearings } = complaint;
  if (!appointment || !objection || appointment.laterBecause) return 0;
  const isOfTheWeek = hearings.length === 0 || (hearings.length === 1 && hearings[0]?.on === appointment.on);
  const lateFrom = (day: LocalDate) => daysLate(hearBy(day, calendar).dueOn, appointment.on);
  const wasLate = appointment.laterWish === undefined && lateFrom(objection.receivedOn) > 0;
  return isOfTheWeek && !wasLate ? lateFrom(to) : 0;
}

/** Until when an invitation promises the decision to who does not use it; `insteadOf`: the day of the one before, which is not kept. */
export type DecisionPromise = { on: LocalDate; insteadOf?: LocalDate };

type Offered = Pick<Appointment, 'on' | 'laterWish'>;

/**
 * Finds until when an invitation to that day promises the decision (Art. 8): two weeks from it. Where it moves an appointment that was
 * not used, the promise of the invitation before it stands when it is earlier (reading 18), unless the complainant wished the later day;
 * on a day before the new one it cannot be kept, and the invitation says so.
 */
export function decisionPromised(
  { on, laterWish }: Offered,
  objection: Dispute['objection'],
  complaint: Complaint,
  calendar: Calendar,
): DecisionPromise {
  const article = decideBy(decisionTrigger({ objection, appointment: { on } }), calendar).dueOn;
  const isWished = laterWish === 'complainant' && isLaterThanTheWeek(on, objection, complaint, calendar);
  const before = isWished ? undefined : standing(complaint);
  if (!before || before >= article) return { on: article };
  return before > on ? { on: before } : { on: article, insteadOf: before };
}

/** Finds the decision that the complainant knows from the invitation that stands; undefined where none does, or it promised none. */
function standing(complaint: Complaint): LocalDate | undefined {
  const last = complaint.stage === 'hearing-offered' && sentLetter(complaint, 'hearing-invitation');
  return last ? promisedBefore(last.id, complaint) : undefined;
}

type View = Pick<Context, 'today' | 'calendar' | 'desk'>;

/**
 * Finds until when an answer that goes out once more names the decision (Art. 8) to who objected since: two weeks from their objection,
 * for who wants no hearing; or the day that is guarded, where they waived it. Undefined where a hearing was offered, nobody can decide,
 * or that day has passed.
 */
export function decisionInAnswer(
  complaint: Complaint,
  answer: number,
  { today, calendar, desk }: View,
): LocalDate | undefined {
  if (decisionMakers(complaint, desk).length === 0) return undefined;
  const on =
    complaint.stage === 'waived'
      ? guardedNow(complaint, calendar)
      : complaint.stage === 'objected' && !complaint.appointment
        ? asPromisedBefore(
            decideBy(complaint.objection.receivedOn, calendar).dueOn,
            { letter: answer },
            complaint,
          )
        : undefined;
  return on && on >= today ? on : undefined;
}

/** Finds the decision that such an answer promises: where it was waived, that is guarded without it. */
export function promisedInAnswer(complaint: Complaint, answer: number, view: View): PromisedDay | undefined {
  const on = complaint.stage === 'objected' ? decisionInAnswer(complaint, answer, view) : undefined;
  return on && { of: 'decision', on };
}
