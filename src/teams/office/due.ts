import { isByWebsite } from '../../procedure/articles/art04-website.ts';
import { guardedDay, type Running, runningDeadlines } from '../../procedure/deadlines.ts';
import type { Step } from '../../procedure/model/commands.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { canBeMet, isLate, leading, workingDaysLeft } from '../../procedure/time-left.ts';
import type { Calendar } from '../../time/calendar.ts';
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
