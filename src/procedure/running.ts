import { type Calendar, type LocalDate, workingDaysBetween } from './articles/art02-periods.ts';
import type { Complaint } from './complaint.ts';
import { type Deadline, deadline } from './deadlines.ts';

/** The deadlines that run for a complaint in its present stage, the nearest last day to act first. */
export function runningDeadlines(complaint: Complaint, calendar: Calendar): Deadline[] {
  const { receivedOn } = complaint;
  switch (complaint.stage) {
    case 'registered':
      return [deadline('acknowledge', receivedOn, calendar), deadline('answer', receivedOn, calendar)];
    case 'acknowledged':
      return [deadline('answer', receivedOn, calendar)];
    case 'closed':
      return [];
    default:
      return complaint.stage satisfies never;
  }
}

/** Werkdagen from today to the last day to act; negative when it has passed, 0 also in the weekend after it. */
export const workingDaysLeft = ({ lastDayToAct }: Deadline, today: LocalDate, { wide }: Calendar): number =>
  workingDaysBetween(today, lastDayToAct, wide) || 0;
