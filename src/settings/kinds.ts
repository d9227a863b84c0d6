import { isIP } from 'node:net';
import { instantOf } from '../calendar/clock.ts';
import { parseExtraHolidays } from '../calendar/extra-holidays.ts';
import type { Instant, LocalDate } from '../procedure/articles/art02-periods.ts';
import type { Kind } from './reading.ts';

const matching = (expected: string, pattern: RegExp): Kind<string> => ({
  expected,
  parse: (text) => (pattern.test(text) ? text : undefined),
});

export const anyText = (expected: string): Kind<string> => matching(expected, /./);

/** In lower case, whatever it is written in. */
export const guid = (expected: string): Kind<string> => ({
  expected,
  parse: (text) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : undefined),
});

export const oneOf = <T extends string>(values: readonly T[]): Kind<T> => ({
  expected: `one of ${values.join(', ')}`,
  parse: (text) => values.find((value) => value === text),
});

export const wholeNumber = (min: number, max: number): Kind<number> => ({
  expected: `a whole number from ${min} to ${max}`,
  parse: (text) => (/^\d{1,9}$/.test(text) && +text >= min && +text <= max ? +text : undefined),
});

/** 'HH:MM', the time of day in Europe/Amsterdam. */
export const timeOfDay = matching(
  'a time of day from 00:00 to 23:59, such as 08:30',
  /^([01]\d|2[0-3]):[0-5]\d$/,
);

export const extraHolidays: Kind<LocalDate[]> = {
  expected: 'days that exist, separated by commas, such as 2029-05-11,2030-05-31',
  parse: parseExtraHolidays,
};

/** A moment of a certain day; one that names no zone is Amsterdam's. */
export const moment: Kind<Instant> = {
  expected: 'an ISO 8601 day, with a time or without, such as 2026-12-24T08:00',
  parse: (text) => (/^\d{4}-\d\d-\d\d(T|$)/.test(text) ? instantOf(text) : undefined),
};

export const mailAddress = matching(
  'a mail address such as klachten@example.nl',
  /^[^\s<>@;,]+@[^\s<>@;,]+$/,
);

export const hostName: Kind<string> = {
  expected: 'an IP address or a host name to listen on, such as 0.0.0.0',
  parse: (text) => (isIP(text) || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text) ? text : undefined),
};

/** Whether only this machine can reach it: 127.0.0.0/8, ::1 or localhost. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

const optionalParts = ['username', 'password', 'pathname', 'search', 'hash'] as const;

/** An address in which only those parts stand besides protocol, host and port; undefined when there is another, or it is none. */
export function urlWith(text: string, allowed: readonly (typeof optionalParts)[number][]): URL | undefined {
  const url = URL.parse(text) ?? undefined;
  const isBare =
    url && optionalParts.every((part) => allowed.includes(part) || ['', '/'].includes(url[part]));
  return isBare ? url : undefined;
}
