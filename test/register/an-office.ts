import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockOf, instantOf } from '../../src/calendar/clock.ts';
import type { Dossier } from '../../src/register/dossier.ts';
import type { Log } from '../../src/register/log-port.ts';
import { claim, settle } from '../../src/register/outbox.ts';
import { type RegisterOptions, register } from '../../src/register/register.ts';
import type { Timetable } from '../../src/register/reminders.ts';
import type { Posting } from '../../src/register/saving.ts';
import type { Store } from '../../src/register/store.ts';
import { sweeping } from '../../src/register/sweep.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { calendar } from '../procedure/given.ts';
import { desk } from '../procedure/people.ts';

const cleaningUp: (() => Promise<void> | void)[] = [];

/** Closes every register that a test opened and removes its file. */
export async function closeOffices(): Promise<void> {
  for (const clean of cleaningUp.splice(0).reverse()) await clean();
}

/** Nothing may go wrong without a test noticing it. */
const fault = (msg: string, error: unknown): never => {
  throw new Error(msg, { cause: error });
};
const log: Log = { info: () => {}, warn: () => {}, error: () => {}, fault };

const { at, dayOf } = clockOf(() => 0);

/** Reminders at 09:00 in Amsterdam. */
export const table: Timetable = { calendar, remindAt: '09:00', at, dayOf };

type Circumstances = {
  /** The time in Amsterdam. */
  now?: string;
  /** The file of another office, to share it. */
  file?: string;
  people?: RegisterOptions['people'];
  /** Something that comes between the register and its store. */
  between?: (store: Store) => Store;
};

/** A register on a SQLite file of its own, with a clock that stands still until it is moved. */
export function anOffice(circumstances: Circumstances = {}) {
  const {
    now = '2026-04-01T10:00',
    file = newFile(),
    people = desk,
    between = (store) => store,
  } = circumstances;
  let milliseconds = Date.parse(instantOf(now));
  const clock = clockOf(() => milliseconds);
  const store = between(sqliteStore(file));
  cleaningUp.push(() => store.close());
  const saved: string[] = [];
  const options = { store, clock, table, people, afterSave: (id: string) => void saved.push(id) };
  const ours = register(options);
  const delivered: string[] = [];

  /** Delivers at once what waits, and keeps the id of each message. */
  async function deliver(id: string): Promise<void> {
    let sent: string[] = [];
    await ours.amend<Posting>(id, (document) => {
      const { outbox, claimed } = claim(document.outbox, clock.now(), 'test', clock.now());
      sent = claimed.map((message) => message.id);
      const outcome = { at: clock.now(), activityId: 'sent' };
      const settled = sent.reduce((rest, one) => settle(rest, one, 'test', outcome), outbox);
      return sent.length > 0 ? { ...document, outbox: settled } : undefined;
    });
    delivered.push(...sent);
  }

  const sweep = sweeping({ store, register: ours, table, digestAt: '08:30', deliver, log });
  return {
    ...ours,
    file,
    store,
    clock,
    saved,
    /** What has been delivered since it was last asked, in order. */
    news: () => delivered.splice(0),
    dossier: async (id: string) => (await store.read<Dossier>(id))?.document,
    /** Moves the clock to that time in Amsterdam. */
    moveTo: (time: string) => {
      milliseconds = Date.parse(instantOf(time));
    },
    /** Moves the clock and sweeps. */
    async sweepAt(time: string) {
      milliseconds = Date.parse(instantOf(time));
      await sweep(clock.now());
    },
  };
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'klachten-'));
  cleaningUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'klachten.db');
}
