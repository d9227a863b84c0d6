import type { Calendar } from '../time/calendar.ts';
import type { LocalDate } from '../time/local-date.ts';
import { workingDaysBetween } from './articles/art02-periods.ts';
import { mustHearOfNoHandler } from './articles/art05-no-handler.ts';
import type { Running } from './deadlines.ts';
import type { Complaint } from './model/complaint.ts';

/** Tells whether Ballance can no longer be in time by any means: a later day that it promised since makes nothing on time. */
export const isLate = (
  { lastDayToAct, before, excused }: Pick<Running, 'lastDayToAct' | 'before' | 'excused'>,
  today: LocalDate,
): boolean =>
  !excused && lastDayToAct !== undefined && today > (before?.lastDayToAct ?? before?.dueOn ?? lastDayToAct);

/** Counts the werkdagen from today to the last day to act; negative when it has passed, 0 also in the weekend after it. */
export const workingDaysLeft = (
  { dueOn, lastDayToAct = dueOn }: Pick<Running, 'dueOn' | 'lastDayToAct'>,
  today: LocalDate,
  { wide }: Calendar,
): number => workingDaysBetween(today, lastDayToAct, wide) || 0;

/**
 * Finds, of the deadlines that run for one complaint, the one that a list shows: what is late, and otherwise the nearest. A month of the
 * complainant that lapsed hides no measure that is late.
 */
export const leading = (running: readonly Running[], today: LocalDate): Running | undefined =>
  running.find((one) => isLate(one, today)) ?? running[0];

/**
 * Tells whether somebody can meet a deadline: where nobody may handle the complaint, of what Ballance owes by the articles only the
 * confirmation of receipt (Art. 5), with the letter that says so.
 */
export const canBeMet = ({ kind, owedBy }: Pick<Running, 'kind' | 'owedBy'>, complaint: Complaint): boolean =>
  complaint.handler !== undefined ||
  kind === 'measure' ||
  owedBy === 'complainant' ||
  (kind === 'acknowledge' && mustHearOfNoHandler(complaint));
