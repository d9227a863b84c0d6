import { oneLine } from '../../letters/readable.ts';
import { letterDate, months } from '../../time/dutch-date.ts';
import { isLocalDate, type LocalDate } from '../../time/local-date.ts';
import { limits } from './text.ts';

/**
 * The reading of a text as a day: none, one, or either of two, which only its writer can tell apart. `isNoDay`: it is written
 * as a day that does not exist.
 */
export type DayReading = { day?: LocalDate; or?: LocalDate; isNoDay?: true };

/**
 * Reads a day as people type it ('24-12-2026', '24/12/2026', '24 december 2026', '2026/12/24', '20261224') or as a client of
 * Teams sends it ('2026-12-24', an instant, '12/24/2026 23:00:00'). With dashes, dots, spaces or a name the day precedes the
 * month; with slashes it does so in a Dutch client (`locale`, such as 'nl-NL'), and in another both readings count.
 */
export function readDay(text: string, locale = ''): DayReading {
  if (text.length > limits.day) return {};
  const typed = oneLine(text).toLowerCase();
  return (
    ofInstant(typed) ??
    yearFirst(typed) ??
    ofMachine(typed) ??
    ofPerson(typed, locale.toLowerCase().startsWith('nl'))
  );
}

/** Words the error of a text that is no day: that the day does not exist, or how a day is written. */
export const noSuchDay = ({ isNoDay }: DayReading): string =>
  isNoDay ? 'Deze datum bestaat niet.' : 'Dat lees ik niet als een datum. Schrijf de datum als 24-12-2026.';

/** Asks 'Bedoel je 3 juni 2026 of 6 maart 2026?' about a text that can mean either. */
export const whichDay = (day: LocalDate, or: LocalDate): string =>
  `Bedoel je ${letterDate(day)} of ${letterDate(or)}?`;

/** An ISO 8601 date, alone or with a time of day, and that with an existing offset: -14:59 to +14:59. */
const instant =
  /^(\d{4}-\d{2}-\d{2})(?:[t ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,7})?)?)(z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

/**
 * Reads '2026-11-26', alone or with a time. At 00:00:00, or without an offset, it is that date, because some clients add an
 * empty time to a date. Any other instant is its day in Amsterdam: midnight there is sent as 22:00 or 23:00 UTC.
 */
function ofInstant(text: string): DayReading | undefined {
  const [, date, time = '', zone] = instant.exec(text) ?? [];
  if (!date) return undefined;
  if (!isLocalDate(date)) return { isNoDay: true };
  const isDay = /^[0:.]*$/.test(time);
  if (isDay || !zone) return { day: date };
  return { day: inAmsterdam(`${date}T${time}${zone}`)?.day };
}

/** Reads '2026/11/26', '2026.11.26', '2026-1-6' or '20261126': after a year the month always precedes the day. */
function yearFirst(text: string): DayReading | undefined {
  const [, year = '', , month = '', date = ''] =
    /^(\d{4}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
    [];
  return year ? only(real(year, month, date)) : undefined;
}

/** Returns the day, or that it does not exist. */
const only = (day: LocalDate | undefined): DayReading => (day ? { day } : { isNoDay: true });

/**
 * Reads '06/03/2019 22:00:00': an Input.Date of some clients, month first and in UTC. If only the other order gives midnight in
 * Amsterdam, it is read in that order.
 */
function ofMachine(text: string): DayReading | undefined {
  const [, one = '', two = '', year, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/.exec(text) ?? [];
  if (!year) return undefined;
  const dates = [`${year}-${one}-${two}`, `${year}-${two}-${one}`].filter(isLocalDate);
  if (time === '00:00:00') return { day: dates[0] };
  const moments = dates.flatMap((date) => inAmsterdam(`${date}T${time}Z`) ?? []);
  return { day: (moments.find(({ isMidnight }) => isMidnight) ?? moments[0])?.day };
}

function ofPerson(text: string, isDutch: boolean): DayReading {
  const [, date = '', mark, month = '', year] =
    /^(\d{1,2}) ?([-/. ]) ?(\d{1,2}|[a-z]{3,9})\.? ?[-/. ] ?(\d{4})$/.exec(text) ?? [];
  if (!year) return {};
  const number = monthNumber(month);
  if (number === unknownMonth) return {};
  const dayFirst = real(year, number, date);
  if (mark !== '/' || isDutch || !/^\d/.test(month)) return only(dayFirst);
  const monthFirst = real(year, date, month);
  if (!dayFirst || !monthFirst || dayFirst === monthFirst) return only(dayFirst ?? monthFirst);
  return { day: dayFirst, or: monthFirst };
}

function real(year: string, month: string, date: string): LocalDate | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isLocalDate(day) ? day : undefined;
}

const unknownMonth = 'none';

/** Reads '12', 'december' and 'dec' as '12'; 'mrt' is the Dutch abbreviation of maart. */
function monthNumber(month: string): string {
  if (/^\d/.test(month)) return month;
  const named =
    month === 'mrt' ? 2 : months.findIndex((name) => name === month || name.slice(0, 3) === month);
  return named < 0 ? unknownMonth : String(named + 1);
}

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Finds the day in Amsterdam at that instant, and whether it begins then; undefined when it is no instant. */
function inAmsterdam(instant: string): { day: LocalDate; isMidnight: boolean } | undefined {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return undefined;
  const [day = '', time] = wallClock.format(at).split(' ');
  return isLocalDate(day) ? { day, isMidnight: time === '00:00:00' } : undefined;
}
