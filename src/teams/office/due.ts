import { isToBeAsked } from '../../procedure/articles/art00-satisfaction.ts';
import { isByWebsite } from '../../procedure/articles/art04-website.ts';
import {
  leaderInvited,
  secondInConflict,
  secondWhoLeads,
} from '../../procedure/articles/art08-appointment.ts';
import { guardedDay, type Running, runningDeadlines } from '../../procedure/deadlines.ts';
import type { Context, Step } from '../../procedure/model/commands.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import { canBeMet, isLate, leading, workingDaysLeft } from '../../procedure/time-left.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { isLeftToItsWriter } from '../../register/model/message.ts';
import type { Calendar } from '../../time/calendar.ts';
import { hasCome } from '../../time/clock.ts';
import { addDays, type LocalDate, weekdayOf } from '../../time/local-date.ts';
import type { DatedDeadline } from '../cards/deadlines.ts';
import type { CasesFilter } from '../cards/lists.ts';
import type { Office } from './office.ts';

/** Lists the running deadlines that somebody can meet, the nearest first. */
export const toMeet = (
  complaint: Complaint,
  { calendar, register }: Pick<Office, 'calendar' | 'register'>,
): Running[] =>
  runningDeadlines(complaint, calendar, register.desk()).filter((one) => canBeMet(one, complaint));

const datedDeadlines = (complaint: Complaint, office: Office): DatedDeadline[] =>
  toMeet(complaint, office).map((deadline) => dated(deadline, office.calendar, office.clock.today()));

const dated = (deadline: Running, calendar: Calendar, today: LocalDate): DatedDeadline => ({
  deadline,
  workingDaysLeft: workingDaysLeft(deadline, today, calendar),
});

/** Which of the open dossiers somebody asks for: those that are late, of which something is due this week, or that came by the website. */
export function isShown(complaint: Complaint, filter: CasesFilter, office: Office): boolean {
  if (filter === 'all') return true;
  if (filter === 'website') return isByWebsite(complaint);
  const today = office.clock.today();
  const sunday = addDays(today, (7 - weekdayOf(today)) % 7);
  return toMeet(complaint, office).some((one) => {
    const day = guardedDay(one, complaint);
    return filter === 'late' ? isLate(one, today) : day >= today && day <= sunday;
  });
}

/** Finds what a list shows of a complaint: the deadline that leads it. */
export function leadingOf(complaint: Complaint, office: Office): DatedDeadline | undefined {
  const today = office.clock.today();
  const lead = leading(toMeet(complaint, office), today);
  return lead && dated(lead, office.calendar, today);
}

/** Lists them for who can take those steps: the measures last where they do not see to them, as a board member who decides. */
export function dueFor(complaint: Complaint, open: readonly Step[], office: Office): DatedDeadline[] {
  const due = datedDeadlines(complaint, office);
  const others = due.filter(
    ({ deadline }) => deadline.kind === 'measure' && !open.includes('complete-measure'),
  );
  return [...due.filter((one) => !others.includes(one)), ...others];
}

/**
 * Finds the step that comes before what the stage asks for: a letter that its writer must send, or an invitation that names others than
 * come (Art. 8).
 */
function urgentStep({ complaint, outbox }: Dossier, { desk, now }: Context): Step | undefined {
  if (waitingLetters(complaint).some(({ id }) => isLeftToItsWriter(id, outbox))) return 'send-by-hand';
  if (complaint.stage !== 'hearing-offered' || hasCome(complaint.appointment, now)) return undefined;
  return (
    (secondWhoLeads(complaint, { desk }) ??
      secondInConflict(complaint) ??
      leaderInvited(complaint, { desk })) &&
    'offer-hearing'
  );
}

/**
 * Lists the steps of which the buttons come first, before those of the stage: the primary one serves what is due first. A month of the
 * complainant that is over asks for the closing, where that is open.
 */
export function leadingSteps(
  dossier: Dossier,
  [next]: readonly DatedDeadline[],
  context: Context,
): readonly Step[] {
  const urgent = urgentStep(dossier, context) ?? [];
  const kind = next?.deadline.kind;
  if (kind === 'measure') return (['complete-measure', urgent] as const).flat();
  const asks = isToBeAsked(dossier.complaint, context.today);
  return [
    urgent,
    kind === 'objection' ? ('close' as const) : [],
    asks ? ('record-satisfaction' as const) : [],
  ].flat();
}
