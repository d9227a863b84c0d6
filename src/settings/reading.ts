import { type SettingName, settingNames } from './names.ts';

/** What a setting must be: how to say it, and how to read it. A RangeError refuses as undefined does. */
export type Kind<T> = { expected: string; parse(text: string): T | undefined };

/** Everything that is wrong with the settings, each as `NAME: what is wrong; what is expected`. */
export class SettingsFault extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`The settings are wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'SettingsFault';
    this.faults = faults;
  }
}

/** Reads settings one by one and keeps what is wrong for the end. An empty setting is one that is not given. */
export type Reading = {
  given(name: SettingName): string | undefined;
  /** The text as that kind; a fault under that name, and undefined, if it is none. */
  check<T>(name: SettingName, text: string, kind: Kind<T>): T | undefined;
  optional<T>(name: SettingName, kind: Kind<T>): T | undefined;
  /** After a fault, what this and `withDefault` answer is no T; `settle` then keeps it from leaving. */
  required<T>(name: SettingName, kind: Kind<T>): T;
  withDefault<T>(name: SettingName, kind: Kind<T>, value: T): T;
  fault(name: SettingName, what: string): void;
  /** Passes the finished settings on. SettingsFault, with all faults, if there is any. */
  settle<T>(settings: T): T;
};

/** Secrets, or where people paste one by mistake: what stands there is not repeated. */
const unspoken: readonly SettingName[] = [
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'COSMOS_ENDPOINT',
  'COSMOS_KEY',
  'SMTP_URL',
];

/** An address or a connection string, which somebody put under the wrong name. */
const mayHoldSecret = (text: string): boolean => /:\/\/|key=|password=|secret=|sig=/i.test(text);

export function reading(env: NodeJS.ProcessEnv): Reading {
  const faults = misspelt(env);

  const given = (name: SettingName) => env[name]?.trim() || undefined;

  function check<T>(name: SettingName, text: string, kind: Kind<T>): T | undefined {
    const value = parsed(text, kind);
    const shown = unspoken.includes(name) || mayHoldSecret(text) ? 'its value' : JSON.stringify(text);
    if (value === undefined) fault(name, `${shown} is not right; expected ${kind.expected}`);
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
    faults.push(`${name}: ${what}`);
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

/** A misspelt MicrosoftAppId would silently start the try-out, in which nobody is authenticated. */
function misspelt(env: NodeJS.ProcessEnv): string[] {
  const known = settingNames.filter((name) => name.startsWith('MicrosoftApp'));
  return Object.keys(env)
    .filter((name) => /^microsoft_?app/i.test(name) && !known.some((other) => other === name))
    .map((name) => `${name}: is no setting; expected ${known.join(', ')}`);
}
