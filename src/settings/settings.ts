import type { AppRegistration } from '../identity/own-identity.ts';
import type { Organisation } from '../letters/organisation.ts';
import type { MailPlace } from '../mail/mail-way.ts';
import type { Destination } from '../telemetry/exporting.ts';
import { parsePostDays } from '../time/dutch-calendar.ts';
import type { Instant, LocalDate } from '../time/local-date.ts';
import { type DeskMembers, deskMembers } from './desk-members.ts';
import { organisation } from './organisation.ts';
import {
  extraHolidays,
  hostName,
  isLoopback,
  type Kind,
  moment,
  oneOf,
  postDays,
  type Reading,
  reading,
  timeOfDay,
  wholeNumber,
} from './reader.ts';
import { secretsOfOnesOwn, token } from './secrets.ts';
import {
  appRegistration,
  type DocumentsPlace,
  documentsPlace,
  type FeedbackSettings,
  feedbackSettings,
  mailPlace,
  type StorePlace,
  storePlace,
  telemetryDestination,
} from './sections.ts';

export { SettingsFault, settingNames } from './reader.ts';
export type { StorePlace } from './sections.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** What production and try-out have in common. */
type Shared = {
  host: string;
  /** 0: any free port. */
  port: number;
  store: StorePlace;
  /** Where the content of documents is kept. */
  documents: DocumentsPlace;
  /** 'HH:MM' in Europe/Amsterdam, on werkdagen. */
  digestAt: string;
  remindAt: string;
  /** Days equated by decree (Algemene termijnenwet, art. 3 paragraph 3) after those we ship. */
  extraHolidays: LocalDate[];
  /** Werkdagen that a letter by post takes. */
  postDays: number;
  /** Absent: by hand, and in the try-out to a mailbox of its own. */
  mail?: MailPlace | 'none';
  organisation: Organisation;
  feedback: FeedbackSettings;
  /** Personal data is erased this many years after closing. */
  retentionYears: number;
  /** Absent: nothing is measured. */
  telemetry?: Destination | undefined;
  /** Who shows it reads the detail of readiness from anywhere; absent: only who asks on this machine. */
  healthToken?: string | undefined;
  logLevel: LogLevel;
};

/** Registered with Teams: every caller is authenticated, the desk is known, time is real. */
type Production = Shared & {
  tryout: false;
  app: AppRegistration;
  people: DeskMembers;
  clock?: undefined;
};

/** On loopback, without authentication. Roles at the desk that are not given go to the try-out's own people. */
type Tryout = Shared & {
  tryout: true;
  app?: undefined;
  people: Partial<DeskMembers>;
  /** Where the clock starts; the machine's own time if absent. */
  clock?: Instant;
};

export type Settings = Production | Tryout;

/** Reads all settings. Throws a SettingsFault with everything that is wrong: then the bot must not start. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const read = reading(env);
  const app = appRegistration(read);
  secretsOfOnesOwn(read);
  return read.settle(app ? production(read, app) : tryout(read));
}

function production(read: Reading, app: AppRegistration): Production {
  if (read.given('CLOCK') !== undefined)
    read.fault('CLOCK', 'is given together with MicrosoftAppId; expected none outside the try-out');
  const host = read.withDefault('HOST', hostName, '0.0.0.0');
  return { tryout: false, app, host, people: deskMembers(read, false), ...shared(read, false) };
}

function tryout(read: Reading): Tryout {
  const host = read.withDefault('HOST', loopback, '127.0.0.1');
  const clock = read.optional('CLOCK', moment);
  return { tryout: true, host, clock, people: deskMembers(read, true), ...shared(read, true) };
}

const loopback: Kind<string> = {
  expected: '127.0.0.1, ::1 or localhost, for without MicrosoftAppId nobody is authenticated',
  parse: (text) => (isLoopback(text) ? text : undefined),
};

function shared(read: Reading, isTryout: boolean): Omit<Shared, 'host'> {
  const port = read.withDefault('PORT', wholeNumber(0, 65535), 3978);
  const store = storePlace(read);
  const retentionYears = read.withDefault('RETENTION_YEARS', wholeNumber(1, 30), 5);
  return {
    port,
    store,
    documents: documentsPlace(read, store),
    digestAt: read.withDefault('DIGEST_AT', timeOfDay, '08:30'),
    remindAt: read.withDefault('REMIND_AT', timeOfDay, '09:00'),
    extraHolidays: read.withDefault('EXTRA_HOLIDAYS', extraHolidays, []),
    postDays: read.withDefault('POST_DAYS', postDays, parsePostDays()),
    mail: mailPlace(read),
    organisation: organisation(read, isTryout, retentionYears),
    feedback: feedbackSettings(read, isTryout),
    retentionYears,
    telemetry: telemetryDestination(read),
    healthToken: read.optional('HEALTH_TOKEN', token),
    logLevel: read.withDefault('LOG_LEVEL', oneOf(logLevels), 'info'),
  };
}
