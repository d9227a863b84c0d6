import { DateTime } from 'luxon';

/** A calendar day in Europe/Amsterdam: '2026-12-24'. A deadline on it ends at 24:00. */
export type LocalDate = string;

/** A moment, ISO 8601 in UTC: '2026-12-24T08:00:00.000Z'. */
export type Instant = string;

/** Art. 2, "Werkdag": which days are none, and why. */
export type WorkingDays = {
  readonly name: 'strict' | 'wide';
  /** The reason in Dutch ('weekend', 'Tweede Paasdag'); undefined for a werkdag. */
  offReason(day: LocalDate): string | undefined;
};

/**
 * The Algemene termijnenwet, art. 3, read twice: `strict` (paragraph 1) for what Ballance owes, `wide`
 * (paragraphs 1, 2 and 3) for what the complainant owes and for the last day on which Ballance can act.
 */
export type Calendar = {
  readonly strict: WorkingDays;
  readonly wide: WorkingDays;
  /** The years of which all days equated by decree (paragraph 3) are known. */
  readonly decreedYears: ReadonlySet<number>;
};

/** A period and its proof: each day after the trigger, up to and including `dueOn`, is counted or skipped. */
export type Period = {
  dueOn: LocalDate;
  counted: LocalDate[];
  skipped: { day: LocalDate; reason: string }[];
};

/** Whether the text is a day that exists, as '2026-12-24'. All else in this file refuses any other with a RangeError. */
export function isLocalDate(text: string): boolean {
  return parse(text) !== undefined;
}

/** The day `n` calendar days later (earlier if negative). */
export function addDays(day: LocalDate, n: number): LocalDate {
  return dayOf(onDay(day).plus({ days: n }));
}

/** The same date `n` years later; 29 February becomes the 28th where there is none. */
export function addYears(day: LocalDate, n: number): LocalDate {
  return dayOf(onDay(day).plus({ years: n }));
}

/** Calendar days from `a` to `b`; negative if `b` is the earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return onDay(b).diff(onDay(a), 'days').days;
}

/** Art. 2: a werkdag is no Saturday, no Sunday and no recognised public holiday. */
export function isWorkingDay(day: LocalDate, days: WorkingDays): boolean {
  onDay(day);
  return days.offReason(day) === undefined;
}

/** The `n`th werkdag after the trigger, counted strictly after it. */
export function workingDaysAfter(trigger: LocalDate, n: number, days: WorkingDays): Period {
  const period: Period = { dueOn: addDays(trigger, 0), counted: [], skipped: [] };
  while (period.counted.length < n) {
    const day = addDays(period.dueOn, 1);
    const reason = days.offReason(day);
    if (reason === undefined) period.counted.push(day);
    else period.skipped.push({ day, reason });
    period.dueOn = day;
  }
  return period;
}

/** Art. 2, "Week": begins on a werkdag and ends 7 days later at 24:00, werkdag or not; `n` of them in a row. */
export function weeksFrom(trigger: LocalDate, n: number, days: WorkingDays): Period {
  return periodFrom(trigger, days, (start) => addDays(start, 7 * n));
}

/**
 * Art. 2, "Maand": begins on a werkdag and ends on the same date of the next calendar month at 24:00, werkdag
 * or not; on the last of that month if it has no such date (31 January: 28 or 29 February).
 */
export function monthFrom(trigger: LocalDate, days: WorkingDays): Period {
  return periodFrom(trigger, days, (start) => dayOf(onDay(start).plus({ months: 1 })));
}

/** The day itself if it is a werkdag, otherwise the last werkdag before it. */
export function lastWorkingDayOnOrBefore(day: LocalDate, days: WorkingDays): LocalDate {
  return isWorkingDay(day, days) ? day : lastWorkingDayOnOrBefore(addDays(day, -1), days);
}

/** The first werkdag after the day. */
export function nextWorkingDayAfter(day: LocalDate, days: WorkingDays): LocalDate {
  return workingDaysAfter(day, 1, days).dueOn;
}

/** The `n`th werkdag before the day, which itself does not count. */
export function workingDaysBefore(day: LocalDate, n: number, days: WorkingDays): LocalDate {
  return n <= 0
    ? addDays(day, 0)
    : workingDaysBefore(lastWorkingDayOnOrBefore(addDays(day, -1), days), n - 1, days);
}

/** Werkdagen after `a`, up to and including `b`; negative if `b` is the earlier. */
export function workingDaysBetween(a: LocalDate, b: LocalDate, days: WorkingDays): number {
  if (b < a) return -workingDaysBetween(b, a, days);
  return daysAfter(a, b).filter((day) => isWorkingDay(day, days)).length;
}

/** The beginning day is the trigger if that is a werkdag, otherwise the next one; it does not count. */
function periodFrom(trigger: LocalDate, days: WorkingDays, end: (start: LocalDate) => LocalDate): Period {
  const start = isWorkingDay(trigger, days) ? trigger : nextWorkingDayAfter(trigger, days);
  const dueOn = end(start);
  const skipped = daysAfter(trigger, start).map((day) => ({
    day,
    reason: days.offReason(day) ?? 'begindag, telt niet mee',
  }));
  return { dueOn, counted: daysAfter(start, dueOn), skipped };
}

/** The days after `from`, up to and including `through`. */
function daysAfter(from: LocalDate, through: LocalDate): LocalDate[] {
  const first = onDay(from);
  const length = Math.max(0, daysBetween(from, through));
  return Array.from({ length }, (_, i) => dayOf(first.plus({ days: i + 1 })));
}

/** Days are reckoned in UTC, where each has 24 hours, whatever the zone of the process. */
function parse(text: string): DateTime<true> | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const parsed = DateTime.utc(Number(year), Number(month), Number(day));
  return parsed.isValid ? parsed : undefined;
}

function onDay(day: LocalDate): DateTime<true> {
  const parsed = parse(day);
  if (!parsed) throw new RangeError(`not a calendar day such as 2026-12-24: ${JSON.stringify(day)}`);
  return parsed;
}

const dayOf = (midnight: DateTime<true>): LocalDate => midnight.toISODate();
