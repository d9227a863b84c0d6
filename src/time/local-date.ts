/**
 * A calendar day in Europe/Amsterdam: '2026-12-24'. A deadline on it ends at 24:00. The compiler checks the shape of a
 * literal; any other text becomes one through `localDate` or `isLocalDate`, which refuse a day that does not exist.
 */
export type LocalDate = `${number}-${number}-${number}`;

/** A moment, ISO 8601 in UTC: '2026-12-24T08:00:00.000Z'. Any text that is no literal becomes one through this folder. */
export type Instant = `${LocalDate}T${number}:${number}:${number}Z`;

const msPerDay = 86_400_000;

/** Tells whether the text is a day that exists, as '2026-12-24'. The rest of this file throws a RangeError for any other. */
export const isLocalDate = (text: string): text is LocalDate => dayNumber(text) !== undefined;

/** Parses a text as a day. RangeError if there is no such day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw noSuchDay(text);
  return text;
}

/** Tells whether the text is a moment of the years 0 to 9999, in UTC and to the second or the millisecond. */
export const isInstant = (text: string): text is Instant =>
  hasShapeOfInstant(text) && isLocalDate(text.slice(0, 10));

/** Returns the moment so many milliseconds after 1970. RangeError outside the years 0 to 9999. */
export function instantAt(milliseconds: number): Instant {
  const text = new Date(milliseconds).toISOString();
  if (!hasShapeOfInstant(text)) throw new RangeError(`not a moment of the years 0 to 9999: ${text}`);
  return text;
}

/** Returns the day `n` calendar days later (earlier if negative). */
export const addDays = (day: LocalDate, n: number): LocalDate => dayAt(numberOf(day) + n);

/** Returns the same date `n` months later; the last of that month if it has no such date (31 January: 28 or 29 February). */
export function addMonths(day: LocalDate, n: number): LocalDate {
  numberOf(day);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + n, Math.min(date, lastOfMonth)) / msPerDay);
}

/** Returns the same date `n` years later; 29 February becomes the 28th where there is none. */
export const addYears = (day: LocalDate, n: number): LocalDate => addMonths(day, 12 * n);

/** Counts the calendar days from `a` to `b`; negative if `b` is the earlier. */
export const daysBetween = (a: LocalDate, b: LocalDate): number => numberOf(b) - numberOf(a);

/** Lists the days after `from`, up to and including `through`; none if that is not later. */
export function daysAfter(from: LocalDate, through: LocalDate): LocalDate[] {
  const last = numberOf(through);
  const days: LocalDate[] = [];
  for (let number = numberOf(from) + 1; number <= last; number += 1) days.push(dayAt(number));
  return days;
}

/** Returns the day of the week: 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: LocalDate): number => (((numberOf(day) + 4) % 7) + 7) % 7;

/** Returns the moment that many milliseconds later. */
export const later = (instant: Instant, milliseconds: number): Instant =>
  instantAt(Date.parse(instant) + milliseconds);

/** Counts the milliseconds between two moments; negative when `until` is the earlier. */
export const millisecondsBetween = (from: Instant, until: Instant): number =>
  Date.parse(until) - Date.parse(from);

/** Days and their numbers that were computed before: a deadline names some forty, and most complaints share them. */
const days = new Map<number, LocalDate>();
const numbers = new Map<string, number>();

/** The most days that are kept: more than a century has, whatever days somebody types. */
const mostKept = 50_000;

/** Returns the day of that number, counted from 1970-01-01. Days have 24 hours in UTC, whatever the zone of the process. */
function dayAt(number: number): LocalDate {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = instantAt(number * msPerDay).slice(0, 10);
  if (!hasShapeOfDay(day)) throw noSuchDay(day);
  if (days.size === mostKept) {
    days.clear();
    numbers.clear();
  }
  days.set(number, day);
  numbers.set(day, number);
  return day;
}

/** Counts the whole days since 1970-01-01; undefined if it is no calendar day. */
function dayNumber(text: string): number | undefined {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  if (!hasShapeOfDay(text)) return undefined;
  const number = Date.parse(text) / msPerDay;
  return Number.isNaN(number) || dayAt(number) !== text ? undefined : number;
}

const hasShapeOfDay = (text: string): text is LocalDate => /^\d{4}-\d{2}-\d{2}$/.test(text);

const hasShapeOfInstant = (text: string): text is Instant =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/.test(text);

const noSuchDay = (text: string): RangeError =>
  new RangeError(`not a calendar day such as 2026-12-24: ${JSON.stringify(text)}`);

function numberOf(day: LocalDate): number {
  const number = dayNumber(day);
  if (number === undefined) throw noSuchDay(day);
  return number;
}
