import { oneLine } from '../../letters/readable.ts';
import { letterDate, months } from '../../time/dutch-date.ts';
import { isLocalDate, type LocalDate } from '../../time/local-date.ts';
import { limits } from './text.ts';

/**
 * What a text says as a day: none, one, or either of two, which only who typed it can tell apart. `isNoDay`: it is written as
 * a day, and there is no such day.
 */
export type DayReading = { day?: LocalDate; or?: LocalDate; isNoDay?: true };

/**
 * A day as people type it ('24-12-2026', '24/12/2026', '24 december 2026', '2026/12/24', '20261224') or as a client of Teams
 * sends it ('2026-12-24', an instant, '12/24/2026 23:00:00'). With dashes, dots, spaces or a name the day stands before the month;
 * with slashes it does so in a Dutch client (`locale`, such as 'nl-NL'), and in another both readings count.
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

/** What is said of a text that is read as no day: that there is no such day, or how a day is written. */
export const noSuchDay = ({ isNoDay }: DayReading): string =>
  isNoDay ? 'Deze datum bestaat niet.' : 'Dat lees ik niet als een datum. Schrijf de datum als 24-12-2026.';

/** 'Bedoel je 3 juni 2026 of 6 maart 2026?', for a text that says either. */
export const whichDay = (day: LocalDate, or: LocalDate): string =>
  `Bedoel je ${letterDate(day)} of ${letterDate(or)}?`;

/** A date of ISO 8601, alone or with a time of the day, and that with a zone that there is: -14:59 to +14:59. */
const instant =
  /^(\d{4}-\d{2}-\d{2})(?:[t ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,7})?)?)(z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

/**
 * '2026-11-26', alone or with a time. At 00:00:00, or without a zone, it is the day that stands there: a client that adds
 * an empty time to a day means the day. Any other instant is a day in Amsterdam: 23:00 UTC is how midnight there is sent.
 */
function ofInstant(text: string): DayReading | undefined {
  const [, date, time = '', zone] = instant.exec(text) ?? [];
  if (!date) return undefined;
  if (!isLocalDate(date)) return { isNoDay: true };
  const isDay = /^[0:.]*$/.test(time);
  if (isDay || !zone) return { day: date };
  return { day: inAmsterdam(`${date}T${time}${zone}`)?.day };
}

/** '2026/11/26', '2026.11.26', '2026-1-6' or '20261126': nobody writes the day before the month behind a year. */
function yearFirst(text: string): DayReading | undefined {
  const [, year = '', , month = '', date = ''] =
    /^(\d{4}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
    [];
  return year ? only(real(year, month, date)) : undefined;
}

/** A day, or that there is no such day. */
const only = (day: LocalDate | undefined): DayReading => (day ? { day } : { isNoDay: true });

/**
 * '06/03/2019 22:00:00': an Input.Date of some clients, month first and in UTC. Where the other order gives midnight in
 * Amsterdam and this one does not, it is the other.
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

/** '12', 'december' and 'dec' as '12'; 'mrt' is how Dutch shortens maart. */
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

/** The day there at that moment, and whether it begins then; undefined when it is no moment. */
function inAmsterdam(instant: string): { day: LocalDate; isMidnight: boolean } | undefined {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return undefined;
  const [day = '', time] = wallClock.format(at).split(' ');
  return isLocalDate(day) ? { day, isMidnight: time === '00:00:00' } : undefined;
}
