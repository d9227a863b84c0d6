import type { WorkingDays } from '../../time/calendar.ts';
import { addDays, addMonths, daysAfter, type LocalDate } from '../../time/local-date.ts';

/** A period and its proof: each day after the trigger, up to and including `dueOn`, is counted or skipped. */
export type Period = {
  readonly dueOn: LocalDate;
  readonly counted: readonly LocalDate[];
  readonly skipped: readonly { readonly day: LocalDate; readonly reason: string }[];
};

/** Tells whether a day is a werkdag (Art. 2): no Saturday, no Sunday and no recognised public holiday. */
export function isWorkingDay(day: LocalDate, days: WorkingDays): boolean {
  return days.offReason(addDays(day, 0)) === undefined;
}

/** Counts to the `n`th werkdag strictly after the trigger. */
export function workingDaysAfter(trigger: LocalDate, n: number, days: WorkingDays): Period {
  let dueOn = addDays(trigger, 0);
  const counted: LocalDate[] = [];
  const skipped: { day: LocalDate; reason: string }[] = [];
  while (counted.length < n) {
    dueOn = addDays(dueOn, 1);
    const reason = days.offReason(dueOn);
    if (reason === undefined) counted.push(dueOn);
    else skipped.push({ day: dueOn, reason });
  }
  return { dueOn, counted, skipped };
}

/** Counts `n` weeks (Art. 2, "Week"): from the first werkdag on or after the trigger to 24:00 of the day 7n days later. */
export function weeksFrom(trigger: LocalDate, n: number, days: WorkingDays): Period {
  return periodFrom(trigger, days, (start) => addDays(start, 7 * n));
}

/**
 * Counts a month (Art. 2, "Maand"): from the first werkdag on or after the trigger, ending on the same date of the next
 * month at 24:00, werkdag or not. A date that the next month lacks becomes its last day (31 January: 28 or 29 February).
 */
export function monthFrom(trigger: LocalDate, days: WorkingDays): Period {
  return periodFrom(trigger, days, (start) => addMonths(start, 1));
}

/** Finds the day itself if it is a werkdag, otherwise the last werkdag before it. */
export function lastWorkingDayOnOrBefore(day: LocalDate, days: WorkingDays): LocalDate {
  return isWorkingDay(day, days) ? day : lastWorkingDayOnOrBefore(addDays(day, -1), days);
}

/** Finds the first werkdag after the day. */
export function nextWorkingDayAfter(day: LocalDate, days: WorkingDays): LocalDate {
  return workingDaysAfter(day, 1, days).dueOn;
}

/** Finds the `n`th werkdag before the day; the day itself does not count. */
export function workingDaysBefore(day: LocalDate, n: number, days: WorkingDays): LocalDate {
  return n <= 0
    ? addDays(day, 0)
    : workingDaysBefore(lastWorkingDayOnOrBefore(addDays(day, -1), days), n - 1, days);
}

/** Counts the werkdagen after `a`, up to and including `b`; negative if `b` is the earlier. */
export function workingDaysBetween(a: LocalDate, b: LocalDate, days: WorkingDays): number {
  if (b < a) return -workingDaysBetween(b, a, days);
  return daysAfter(a, b).filter((day) => isWorkingDay(day, days)).length;
}

/** Counts from the trigger if that is a werkdag, otherwise from the next werkdag; that first day does not count. */
function periodFrom(trigger: LocalDate, days: WorkingDays, end: (start: LocalDate) => LocalDate): Period {
  const start = isWorkingDay(trigger, days) ? trigger : nextWorkingDayAfter(trigger, days);
  const dueOn = end(start);
  const skipped = daysAfter(trigger, start).map((day) => ({
    day,
    reason: days.offReason(day) ?? 'begindag, telt niet mee',
  }));
  return { dueOn, counted: daysAfter(start, dueOn), skipped };
}
