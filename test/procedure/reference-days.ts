import type { LocalDate } from '../../src/time/local-date.ts';

/**
 * Art. 2, computed a second time for the tests: the days off are written out, from the calendar on the wall and the decrees, for
 * 2025 to 2028, and everything is counted day by day.
 */
const namedInTheLaw = `
  2025-01-01 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-06-09 2025-12-25 2025-12-26
  2026-01-01 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-25 2026-12-25 2026-12-26
  2027-01-01 2027-03-29 2027-04-27 2027-05-05 2027-05-06 2027-05-17 2027-12-25 2027-12-26
  2028-01-01 2028-04-17 2028-04-27 2028-05-05 2028-05-25 2028-06-05 2028-12-25 2028-12-26`;
const goodFridays = '2025-04-18 2026-04-03 2027-03-26 2028-04-14';
const byDecree = '2025-05-30 2026-01-02 2026-05-15 2027-05-07 2028-04-28 2028-05-26';

const listed = (...days: string[]): ReadonlySet<string> =>
  new Set(days.join(' ').split(/\s+/).filter(Boolean));

/** What Ballance owes is counted by the first, the rest by the second. */
const daysOff = {
  strict: listed(namedInTheLaw),
  wide: listed(namedInTheLaw, goodFridays, byDecree),
};
type Days = keyof typeof daysOff;

/** Moves a day by so many days. */
export function moved(day: LocalDate, by: number): LocalDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + by)).toISOString().slice(0, 10) as LocalDate;
}

/** The day of the week, 0 for Sunday. */
export const weekday = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay();

export const isWerkdag = (day: LocalDate, days: Days): boolean => {
  if (day < '2025' || day > '2029') throw new RangeError(`no days off are written out for ${day}`);
  return ![0, 6].includes(weekday(day)) && !daysOff[days].has(day);
};

/** The nth werkdag after a day. */
export function werkdagAfter(day: LocalDate, n: number, days: Days): LocalDate {
  let on = day;
  for (let left = n; left > 0; ) {
    on = moved(on, 1);
    if (isWerkdag(on, days)) left -= 1;
  }
  return on;
}

/** The day itself, or the werkdag before it. */
export const werkdagUpTo = (day: LocalDate, days: Days): LocalDate =>
  isWerkdag(day, days) ? day : werkdagUpTo(moved(day, -1), days);

/** The nth werkdag before a day. */
export function werkdagBefore(day: LocalDate, n: number, days: Days): LocalDate {
  let on = day;
  for (let left = n; left > 0; left -= 1) on = werkdagUpTo(moved(on, -1), days);
  return on;
}

/** The werkdagen from the first day, which does not count, up to the last. */
export function werkdagenTo(last: LocalDate, from: LocalDate, days: Days): number {
  if (last < from) return -werkdagenTo(from, last, days);
  let count = 0;
  for (let on = from; on < last; ) {
    on = moved(on, 1);
    if (isWerkdag(on, days)) count += 1;
  }
  return count;
}

/** The day on which a period begins: the day itself if it is a werkdag, otherwise the next. */
export const beginsOn = (day: LocalDate, days: Days): LocalDate =>
  isWerkdag(day, days) ? day : werkdagAfter(day, 1, days);

export const weeksAfter = (day: LocalDate, weeks: number, days: Days): LocalDate =>
  moved(beginsOn(day, days), 7 * weeks);

/** The same date a month later; the last day of that month where it lacks it. */
export function monthAfter(day: LocalDate, days: Days): LocalDate {
  const [year = 0, month = 0, date = 0] = beginsOn(day, days).split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10) as LocalDate;
}
