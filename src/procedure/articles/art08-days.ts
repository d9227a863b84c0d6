import type { Calendar } from '../../time/calendar.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Appointment, Complaint } from '../model/complaint.ts';
import { promisedBefore, sentLetter } from '../model/letter.ts';
import { type Period, weeksFrom } from './art02-periods.ts';
import { type Dispute, decideBy, decisionTrigger } from './art08-decision.ts';

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
