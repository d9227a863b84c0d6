import { DateTime } from 'luxon';
import { addDays, type Instant, instantAt, type LocalDate, localDate } from './local-date.ts';

export type { Instant } from './local-date.ts';

const AMSTERDAM = { zone: 'Europe/Amsterdam' };

/** Tells the time, and converts moments and days in Europe/Amsterdam. RangeError for what is neither. */
export type Clock = {
  now(): Instant;
  today(): LocalDate;
  dayOf(instant: Instant): LocalDate;
  /** Returns the time of day, 'HH:mm'. */
  timeOf(instant: Instant): string;
  /**
   * Finds the moment at which it is 'HH:mm' that day: the first after the hour skipped in spring, the first of two in autumn.
   */
  at(day: LocalDate, time: string): Instant;
  /** Finds the end of the day (Art. 2, "24.00 uur"), exclusive: the start of the next day. */
  endOf(day: LocalDate): Instant;
};

/** Makes the clock of the machine. */
export function systemClock(): Clock {
  return clockOf(() => Date.now());
}

/** Makes a clock on any source of milliseconds since 1970. */
export function clockOf(milliseconds: () => number): Clock {
  const now = (): Instant => instantAt(milliseconds());
  return { now, today: () => dayOf(now()), dayOf, timeOf, at, endOf: (day) => at(addDays(day, 1), '00:00') };
}

/** Parses any ISO 8601 time as an instant; without a zone it is Amsterdam time. RangeError if it is none. */
export function instantOf(text: string): Instant {
  return toInstant(inAmsterdam(text));
}

/** Tells whether the moment at which it is 'HH:mm' that day in Amsterdam has come. RangeError for what is no day and time. */
export const hasCome = ({ on, time }: { on: LocalDate; time: string }, now: Instant): boolean =>
  instantOf(`${on}T${time}`) <= now;

function dayOf(instant: Instant): LocalDate {
  return wallClock(instant).day;
}

function timeOf(instant: Instant): string {
  return wallClock(instant).time;
}

/** The day and time that a clock in Amsterdam shows. */
type WallClock = { day: LocalDate; time: string };

/**
 * The wall clock of whole hours in UTC, and of other moments, that were computed before: time zones take time, and few moments
 * are asked for.
 */
const hours = new Map<string, WallClock>();
const moments = new Map<string, Instant>();

/** The most moments that are kept: more than the hours of a year, whatever anybody types. */
const mostKept = 10_000;

function kept<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key) ?? find();
  if (known.size >= mostKept) known.clear();
  known.set(key, found);
  return found;
}

/** Since 1970 Amsterdam differs from UTC by whole hours, so that the minutes are the same. */
const hourAndMinute = /^((?:19[7-9]\d|2\d{3})-\d\d-\d\dT\d\d):([0-5]\d):[0-5]\d(?:\.\d{3})?Z$/;

function wallClock(instant: Instant): WallClock {
  const [, hour, minute] = hourAndMinute.exec(instant) ?? [];
  if (hour === undefined) return asked(instant);
  const { day, time } = kept(hours, hour, () => asked(`${hour}:00:00Z`));
  return { day, time: time.slice(0, 3) + minute };
}

function asked(text: string): WallClock {
  const moment = inAmsterdam(text);
  return { day: localDate(moment.toISODate()), time: moment.toFormat('HH:mm') };
}

function at(day: LocalDate, time: string): Instant {
  return kept(moments, `${day} ${time}`, () => firstMomentOf(day, time));
}

function firstMomentOf(day: LocalDate, time: string): Instant {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new RangeError(`not a time of day such as 08:30: ${time}`);
  const moment = inAmsterdam(`${addDays(day, 0)}T${time}`);
  const [first = moment] = moment.getPossibleOffsets();
  // Luxon moves a skipped time on by the gap of an hour, so that its hour begins where the gap ends.
  return toInstant(first.toFormat('HH:mm') === time ? first : first.startOf('hour'));
}

function inAmsterdam(text: string): DateTime<true> {
  const moment = DateTime.fromISO(text, AMSTERDAM);
  if (!moment.isValid) throw new RangeError(`not an ISO 8601 time: ${text}`);
  return moment;
}

const toInstant = (moment: DateTime<true>): Instant => instantAt(moment.toMillis());

export type MovableClock = Clock & {
  /** Moves on to that instant. RangeError if it is before now, because time does not go back. */
  moveTo(instant: Instant): void;
  /** Returns the milliseconds that it is ahead of the real clock. */
  offset(): number;
};

/** Makes a clock that starts where it is put and ticks with real time. `startAt` without a zone is Amsterdam time. */
export function movableClock(startAt?: string): MovableClock {
  let ahead = startAt === undefined ? 0 : aheadOfNow(startAt);
  const clock = clockOf(() => Date.now() + ahead);
  const moveTo = (instant: Instant): void => {
    const next = aheadOfNow(instant);
    if (next < ahead)
      throw new RangeError(`the clock stands at ${clock.now()} and cannot go back to ${instant}`);
    ahead = next;
  };
  return { ...clock, moveTo, offset: () => ahead };
}

const aheadOfNow = (moment: string): number => Date.parse(instantOf(moment)) - Date.now();
