import { isIP } from 'node:net';
import { isGuid } from '../procedure/model/person-id.ts';
import { instantOf } from '../time/clock.ts';
import { parseExtraHolidays, parsePostDays } from '../time/dutch-calendar.ts';
import type { Instant, LocalDate } from '../time/local-date.ts';

const matching = (expected: string, pattern: RegExp): Kind<string> => ({
  expected,
  parse: (text) => (pattern.test(text) ? text : undefined),
});

export const anyText = (expected: string): Kind<string> => matching(expected, /./);

/** Defines a GUID, which is read in lower case. That of only zeros stands in templates, and names nothing. */
export const guid = (expected: string): Kind<string> => ({
  expected,
  parse: (text) => (isGuid(text) && /[^0-]/.test(text) ? text.toLowerCase() : undefined),
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

export const postDays: Kind<number> = { expected: 'a whole number from 0 to 10', parse: parsePostDays };

/** A moment of a certain day; without a zone it is Amsterdam time. */
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

/** Tells whether only this machine can reach the host: 127.0.0.0/8, ::1 or localhost. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

const optionalParts = ['username', 'password', 'pathname', 'search', 'hash'] as const;

/** Parses a URL that has only those parts besides protocol, host and port; undefined when it has others, or is none. */
export function urlWith(text: string, allowed: readonly (typeof optionalParts)[number][]): URL | undefined {
  const url = URL.parse(text) ?? undefined;
  const isBare =
    url && optionalParts.every((part) => allowed.includes(part) || ['', '/'].includes(url[part]));
  return isBare ? url : undefined;
}

/** Every setting there is. `.env.example` documents each. */
export const settingNames = [
  'MicrosoftAppType',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'HOST',
  'PORT',
  'STORE',
  'COSMOS_ENDPOINT',
  'COSMOS_KEY',
  'COSMOS_DATABASE',
  'DOCUMENTS',
  'OFFICER',
  'SUBSTITUTES',
  'BOARD',
  'DIGEST_AT',
  'REMIND_AT',
  'EXTRA_HOLIDAYS',
  'POST_DAYS',
  'MAIL',
  'SMTP_URL',
  'SMTP_AUTH',
  'MAIL_FROM',
  'ORGANISATION_ADDRESS',
  'ORGANISATION_EMAIL',
  'ORGANISATION_PHONE',
  'BRANCHES',
  'WEBSITE_URL',
  'PRIVACY_URL',
  'TERMS_URL',
  'REGULATION_URL',
  'FEEDBACK_SECRET',
  'FEEDBACK_ORIGIN',
  'RETENTION_YEARS',
  'CLOCK',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'HEALTH_TOKEN',
  'LOG_LEVEL',
] as const;

export type SettingName = (typeof settingNames)[number];

/** A kind of setting: what is expected, in words, and how it is parsed. Undefined and a RangeError both refuse. */
export type Kind<T> = { expected: string; parse(text: string): T | undefined };

/** Every fault in the settings, each as `NAME: what is wrong; what is expected`. */
export class SettingsFault extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`The settings are wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'SettingsFault';
    this.faults = faults;
  }
}

/** Reads settings one by one and collects the faults. An empty setting counts as not given. */
export type Reading = {
  given(name: SettingName): string | undefined;
  /**
   * Parses the text; records a fault under that name, and returns undefined, if it is refused. The fault goes to the log: it repeats no
   * text that may name somebody, and says `which` of several it is.
   */
  check<T>(name: SettingName, text: string, kind: Kind<T>, which?: string): T | undefined;
  optional<T>(name: SettingName, kind: Kind<T>): T | undefined;
  /** Returns, after a fault, what is no T (as `withDefault` does); `settle` then throws before anybody uses it. */
  required<T>(name: SettingName, kind: Kind<T>): T;
  withDefault<T>(name: SettingName, kind: Kind<T>, value: T): T;
  fault(name: SettingName, what: string): void;
  /** Returns the finished settings. Throws a SettingsFault with all faults, if there are any. */
  settle<T>(settings: T): T;
};

/** What is wrong with a value that was copied from `.env.example`. */
export const stillTheExample = 'is the example of .env.example; expected one of your own';

/** Settings whose text a fault may repeat: they hold no person, no secret, and no way to reach anybody. */
const spoken: readonly SettingName[] = [
  'MicrosoftAppType',
  'HOST',
  'PORT',
  'STORE',
  'DIGEST_AT',
  'REMIND_AT',
  'EXTRA_HOLIDAYS',
  'POST_DAYS',
  'CLOCK',
  'MAIL',
  'SMTP_AUTH',
  'RETENTION_YEARS',
  'LOG_LEVEL',
];

/** Tells whether a text is no more than a word or a number: no name, mail address or connection string under the wrong name. */
const isPlain = (text: string): boolean => /^[\w.:,;/+-]{1,60}$/.test(text) && !text.includes('://');

/** Tells whether App Service left a reference to the key vault as it is: a text that anybody can guess, and no secret. */
const isReference = (text: string): boolean => text.startsWith('@Microsoft.KeyVault(');

/** What `.env.example` gives where everybody has something else: ids, addresses and a telephone number of nobody. */
const ofTheExample =
  /\b0{8}-0000-4000-8000-0|\bexample\.|\/\/account\.|\bStraat 1, 3511 AA|\bPlein 2, 2611 AA|^030 123 4567$/;

/** Tells whether a text is what `.env.example` gives, or has a part of it that is nobody's. */
export const isExample = (text: string): boolean => ofTheExample.test(text);

export function reading(env: NodeJS.ProcessEnv): Reading {
  const faults = misspelt(env);

  const given = (name: SettingName) => env[name]?.trim() || undefined;
  const isRegistered = given('MicrosoftAppId') !== undefined;

  function check<T>(name: SettingName, text: string, kind: Kind<T>, which = 'its value'): T | undefined {
    if (isReference(text)) return void fault(name, 'Azure did not find its value: put it in the key vault');
    const value = parsed(text, kind);
    const shown = spoken.includes(name) && isPlain(text) ? JSON.stringify(text) : which;
    if (value === undefined) fault(name, `${shown} is not right; expected ${kind.expected}`);
    else if (isRegistered && isExample(text)) fault(name, stillTheExample);
    return value;
  }

  function optional<T>(name: SettingName, kind: Kind<T>): T | undefined {
    const text = given(name);
    return text === undefined ? undefined : check(name, text, kind);
  }

  function required<T>(name: SettingName, kind: Kind<T>): T {
    if (given(name) === undefined) fault(name, `is missing; expected ${kind.expected}`);
    return optional(name, kind) as T;
  }

  const withDefault = <T>(name: SettingName, kind: Kind<T>, value: T): T => optional(name, kind) ?? value;

  function fault(name: SettingName, what: string): void {
    const said = `${name}: ${what}`;
    // A list has one fault of a kind, however many of its entries have it.
    if (!faults.includes(said)) faults.push(said);
  }

  function settle<T>(settings: T): T {
    if (faults.length > 0) throw new SettingsFault(faults);
    return settings;
  }

  return { given, check, optional, required, withDefault, fault, settle };
}

function parsed<T>(text: string, kind: Kind<T>): T | undefined {
  try {
    return kind.parse(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Finds misspelt names: a misspelt MicrosoftAppId would silently start the try-out, in which nobody is authenticated. */
function misspelt(env: NodeJS.ProcessEnv): string[] {
  const known = settingNames.filter((name) => name.startsWith('MicrosoftApp'));
  return Object.keys(env)
    .filter((name) => /^microsoft_?app/i.test(name) && !known.some((other) => other === name))
    .map((name) => `${name}: is no setting; expected ${known.join(', ')}`);
}
