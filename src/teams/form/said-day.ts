import { oneLine } from '../../letters/readable.ts';
import { dayNames } from '../../time/dutch-date.ts';
import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../time/local-date.ts';
import { isNear } from './near.ts';
import { type DayReading, readDay } from './read-day.ts';

/** The days that have a name of their own, by their distance from today. */
const named: Readonly<Record<string, number>> = {
  eergisteren: -2,
  gisteren: -1,
  vandaag: 0,
  morgen: 1,
  overmorgen: 2,
};

/**
 * Reads a day as somebody says it: 'morgen', 'vrijdag' (the first after today), '24 december' (the nearest to today), or with
 * its year as `readDay` does.
 */
export function readSaidDay(text: string, today: LocalDate, locale?: string): DayReading {
  const said = oneLine(text).toLowerCase();
  if (Object.hasOwn(named, said)) return { day: addDays(today, named[said] ?? 0) };
  const weekday = dayNames.indexOf(said);
  if (weekday >= 0) return { day: addDays(today, 1 + ((weekday - weekdayOf(today) + 6) % 7)) };
  return /\d{4}/.test(said) ? readDay(text, locale) : nearest(said, today, locale);
}

/** Finds the name of a day that a text resembles, with one or two letters wrong; undefined where it resembles none. */
export const nearDay = (text: string): string | undefined =>
  [...Object.keys(named), ...dayNames].find((name) => isNear(oneLine(text).toLowerCase(), name));

/** Reads a day without its year in each year around today, and chooses the nearest. */
function nearest(said: string, today: LocalDate, locale?: string): DayReading {
  const thisYear = Number(today.slice(0, 4));
  const readings = [thisYear, thisYear + 1, thisYear - 1].map((year) => readDay(`${said} ${year}`, locale));
  const unclear = readings.find(({ or }) => or);
  if (unclear) return unclear;
  const days = readings.flatMap(({ day }) => day ?? []);
  const [day] = days.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
  return day ? { day } : (readings[0] ?? {});
}
