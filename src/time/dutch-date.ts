import { type LocalDate, weekdayOf } from './local-date.ts';

const named = (part: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('nl-NL', { ...part, timeZone: 'UTC' });

/** The Dutch months, January first. */
export const months: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  named({ month: 'long' }).format(Date.UTC(2026, month)),
);

/** The days of the week, Sunday first. */
export const dayNames: readonly string[] = Array.from({ length: 7 }, (_, weekday) =>
  named({ weekday: 'long' }).format(Date.UTC(2023, 0, 1 + weekday)),
);

/** Writes '2026-12-24' as 'donderdag 24 december 2026'. RangeError if it is no calendar day, as everywhere in this file. */
export function longDate(day: LocalDate): string {
  const { weekday, date, month, year } = partsOf(day);
  return `${weekday} ${date} ${month} ${year}`;
}

/** Writes '2026-12-24' as '24 december 2026', as in letters. */
export function letterDate(day: LocalDate): string {
  const { date, month, year } = partsOf(day);
  return `${date} ${month} ${year}`;
}

/** Writes '2026-12-24' as 'do 24 december'. */
export function dayMonth(day: LocalDate): string {
  const { weekday, date, month } = partsOf(day);
  return `${weekday.slice(0, 2)} ${date} ${month}`;
}

/** Writes '2026-12-24' as 'do 24 dec', where there is little room. */
export function briefDate(day: LocalDate): string {
  const { weekday, date, month } = partsOf(day);
  return `${weekday.slice(0, 2)} ${date} ${month === 'maart' ? 'mrt' : month.slice(0, 3)}`;
}

/** Writes '2026-12-24' as 'december 2026'. */
export function monthYear(day: LocalDate): string {
  const { month, year } = partsOf(day);
  return `${month} ${year}`;
}

/** Writes '2026-12-24' as '24-12-2026'. */
export function shortDate(day: LocalDate): string {
  partsOf(day);
  return day.split('-').reverse().join('-');
}

/** Splits a day, with its weekday by counting, so that the time zone of the process does not matter. */
function partsOf(day: LocalDate) {
  const weekday = dayNames[weekdayOf(day)] ?? '';
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { weekday, date, month: months[month - 1] ?? '', year };
}
