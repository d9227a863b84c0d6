import type { Instant, LocalDate } from '../time/local-date.ts';
import type { TryoutClock } from './clock.ts';
import { connector } from './connector.ts';
import { dialogSide } from './dialog-side.ts';
import { type Chat, directory } from './directory.ts';
import { faultSide } from './fault-side.ts';
import { faults } from './faults.ts';
import { fileSide } from './file-side.ts';
import { live } from './live.ts';
import { mailbox } from './mailbox.ts';
import { openMemory } from './memory.ts';
import { page } from './page.ts';
import { type TryoutPerson, tryoutPeople } from './people.ts';
import { peopleSide } from './people-side.ts';
import { registerSide } from './register-side.ts';
import { ownMachineOnly, routes, type Server } from './routes.ts';
import { sample } from './sample.ts';
import { timeMover, timeSide } from './time-side.ts';
import { watchSide } from './watch-side.ts';

export { forgetEverything, savedClock } from './memory.ts';
export { sampleMs } from './sample.ts';

export type TryoutOptions = {
  /** SQLite file for the stand-in's own memory; ':memory:' forgets. */
  file: string;
  /** Full URL of the bot's POST /api/messages. */
  botUrl: () => string;
  /** The base URL of this server, such as 'http://127.0.0.1:3978'. */
  baseUrl: () => string;
  clock: TryoutClock;
  /** Awaited at every moment that passes: the bot does then what is due. */
  timeMoved: () => Promise<void>;
  /** The first werkdag after a day. */
  nextWorkingDay: (day: LocalDate) => LocalDate;
  people?: readonly TryoutPerson[];
  /** Whether letters by e-mail come to the page. */
  hasMailbox?: boolean;
  /** The id of this try-out where its start makes the register. */
  madeBy?: string | null | undefined;
  /** Tells whether the register is of the try-out with that id; only such a one may it empty. */
  isMadeBy?: (id: string) => Promise<boolean>;
  /** Stops the bot and starts it on an empty register; with the sample where that is asked. */
  beginAgain?: ((withSample: boolean) => void) | undefined;
  /** The moment until which the sample is played in a register that is empty. */
  fillUntil?: Instant | undefined;
};

export type Tryout = {
  /** Adds its routes, and closes the whole server to requests from elsewhere than this machine. */
  attach(server: Server): void;
  serviceUrlPath: '/tryout/connector/';
  /** Returns where a service is reached now: a try-out that ran on another port before is this one. */
  serviceUrlNow(serviceUrl: string): string;
  /** Opens the mailbox, where there is one; to be awaited before the first letter goes out. */
  open(): Promise<void>;
  /** Returns where its mail server listens (smtp). */
  mailUrl(): string;
  /** Plays the sample where one is asked; to be called once the bot answers. */
  fill(): Promise<void>;
  /** Ends the open pages and closes the memory. */
  close(): Promise<void>;
};

/** Makes a stand-in for Teams on this machine: the connector, a directory of people, their chats and a page. */
export function tryout(options: TryoutOptions): Tryout {
  const serviceUrlPath = '/tryout/connector/';
  const memory = openMemory(options.file);
  if (options.madeBy) memory.note('register', options.madeBy);
  memory.note('offsetMs', Date.parse(options.clock.now()) - Date.now());
  const shared = {
    ...options,
    memory,
    directory: directory(options.people ?? tryoutPeople),
    faults: faults(),
    live: live(),
    now: () => options.clock.now(),
    serviceUrl: () => options.baseUrl().replace(/\/$/, '') + serviceUrlPath,
    installed: (chat: Chat) => memory.noted(`installed ${chat.id}`) !== false,
  };
  const letters = mailbox(shared);
  const mover = timeMover(shared);
  const played = sample({ ...shared, mover });

  return {
    serviceUrlPath,
    serviceUrlNow: (serviceUrl) => (serviceUrl.endsWith(serviceUrlPath) ? shared.serviceUrl() : serviceUrl),
    attach: (server) => {
      ownMachineOnly(server);
      const route = routes(server);
      connector(route, serviceUrlPath, shared);
      peopleSide(route, shared);
      dialogSide(route, shared);
      timeSide(route, { ...shared, mover });
      watchSide(route, { ...shared, ...played, mailbox: options.hasMailbox ? letters : undefined });
      fileSide(route, shared);
      faultSide(route, shared);
      registerSide(route, { ...shared, ...played });
      page(route);
    },
    open: async () => {
      if (options.hasMailbox) await letters.open();
    },
    mailUrl: letters.url,
    fill: async () => options.fillUntil && played.fill(options.fillUntil),
    close: async () => {
      await letters.close();
      shared.live.close();
      memory.close();
    },
  };
}
