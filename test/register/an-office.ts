import { join } from 'node:path';
import { openHeads } from '../../src/compose/open.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { beforeSending } from '../../src/register/before-sending.ts';
import { keepingDocuments } from '../../src/register/documents.ts';
import type { Patience } from '../../src/register/in-time.ts';
import { sealedStore } from '../../src/register/integrity/sealed-store.ts';
import type { OutboxDocument } from '../../src/register/model/dossier.ts';
import type { Log } from '../../src/register/model/log.ts';
import type { Message } from '../../src/register/model/message.ts';
import { claim, settle } from '../../src/register/model/outbox.ts';
import { readDossier, type Store } from '../../src/register/model/store.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import type { RegisterConfig } from '../../src/register/notify/reminders.ts';
import { type RegisterOptions, register } from '../../src/register/register.ts';
import { sweeping } from '../../src/register/sweep.ts';
import { sweepDocuments } from '../../src/register/sweep-documents.ts';
import { documentsFolder, documentsPath } from '../../src/store/documents-folder.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Calendar } from '../../src/time/calendar.ts';
import { clockOf, instantOf } from '../../src/time/clock.ts';
import type { Instant } from '../../src/time/local-date.ts';
import { aFolder } from '../a-folder.ts';
import { logBook } from '../dispatch/log-book.ts';
import { ballance } from '../letters/an-organisation.ts';
import { calendar } from '../procedure/given.ts';
import { desk } from '../procedure/people.ts';
import { byCommand } from './by-command.ts';

const cleaningUp: (() => Promise<void> | void)[] = [];

/** Closes every register that a test opened and removes its file. */
export async function closeOffices(): Promise<void> {
  for (const clean of cleaningUp.splice(0).reverse()) await clean();
}

/** Fails a test when a fault was logged. */
const fault = (msg: string, error: unknown): never => {
  throw new Error(msg, { cause: error });
};

const { at, dayOf } = clockOf(() => 0);

/** Reminders at 09:00 in Amsterdam. */
export const config: RegisterConfig = {
  calendar,
  board: desk.board,
  remindAt: '09:00',
  retentionYears: 5,
  at,
  dayOf,
};

type Circumstances = {
  /** The time in Amsterdam. */
  now?: string;
  /** The file of another office, to share it. */
  file?: string;
  people?: RegisterOptions['people'];
  /** The days that are no werkdag. */
  days?: Calendar;
  /** Whether letters go out by e-mail by themselves. */
  mail?: boolean;
  /** Which messages cannot be delivered, and never will. */
  undeliverable?: (id: string) => boolean;
  /** Wraps the store of the register. */
  between?: (store: Store, log: Log) => Store;
  /** How long documents may take to come in. */
  patience?: Patience;
  /** Called after a change of a dossier: what shows it may be behind. */
  changed?: (dossier: { id: string }) => void;
};

/** A register on a SQLite file of its own, with a clock that stands still until it is moved. */
export function anOffice(circumstances: Circumstances = {}) {
  const {
    now = '2026-04-01T10:00',
    file = newFile(),
    people = desk,
    days = calendar,
    mail = false,
    undeliverable = () => false,
    between = (store) => store,
    patience,
    changed,
  } = circumstances;
  const configured: RegisterConfig = { ...config, calendar: days };
  let milliseconds = Date.parse(instantOf(now));
  const clock = clockOf(() => milliseconds);
  const log = { ...logBook(), fault };
  const bare = sqliteStore(file);
  const heads = openHeads({ kind: 'sqlite', path: file }, log);
  const store = between(sealedStore(bare, { heads, log }), log);
  cleaningUp.push(() => store.close());
  const saved: string[] = [];
  const folder = documentsFolder(documentsPath(file));
  const options = {
    store,
    clock,
    config: configured,
    people,
    mail,
    heads,
    documents: folder,
    log,
    afterSave: (id: string) => void saved.push(id),
    ...(changed && { changed }),
  };
  const ours = register(options);
  const documents = keepingDocuments({ store, documents: folder, register: ours, log, patience });
  const prepare = beforeSending({ context: ours.context, config: configured, organisation: ballance });
  const delivered: string[] = [];

  /** Delivers at once what waits and may be delivered, as the outbox does, and keeps the id of each message. */
  async function deliver(id: string): Promise<void> {
    let sent: string[] = [];
    await ours.amend(id, (document) => {
      const { outbox, claimed } = claim(document.outbox, clock.now(), 'test', clock.now());
      sent = [];
      const settled = claimed.reduce<OutboxDocument>(
        (posting, message) => settleOne(posting, message, sent),
        { ...document, outbox },
      );
      return claimed.length > 0 ? settled : undefined;
    });
    delivered.push(...sent);
  }

  function settleOne(posting: OutboxDocument, message: Message, sent: string[]): OutboxDocument {
    const found = posting.kind === 'dossier' ? posting : undefined;
    const at = clock.now();
    const allowed = mayReceive(message, found, ours.context());
    const prepared = found && prepare(found, message);
    const dossier = prepared && 'dossier' in prepared ? prepared.dossier : found;
    const arrives = !undeliverable(message.id);
    const gone = arrives ? { at, activityId: 'sent' } : { at, fault: 'blocked' };
    const tried = prepared && 'outcome' in prepared ? prepared.outcome : gone;
    const outbox = settle(posting.outbox, message.id, 'test', allowed ? tried : { at, withheld: true });
    const settled = outbox.find(({ id }) => id === message.id);
    if (settled?.status === 'sent' && message.content.kind !== 'receipt') sent.push(message.id);
    return dossier && settled ? ours.afterDelivery({ ...dossier, outbox }, settled) : { ...posting, outbox };
  }

  const tidy = (now: Instant) => sweepDocuments({ store, documents: folder, log }, now);
  const sweep = sweeping({
    store,
    register: ours,
    config: configured,
    digestAt: '08:30',
    deliver,
    tidy,
    log,
  });
  return {
    ...ours,
    ...byCommand(ours),
    /** As the bot has it: asked by forms. */
    register: ours,
    path: file,
    /** What dossiers keep of documents, and where. */
    documents,
    folder,
    deliver,
    store,
    /** The store without seals, as with a hex editor. */
    bare,
    heads,
    log,
    clock,
    organisation: ballance,
    config: configured,
    saved,
    /** The lines of the log. */
    logged: log.lines,
    /** Returns the messages delivered since it was last called, in order, without receipts, which follow every card. */
    news: () => delivered.splice(0),
    dossier: (id: CaseNumber) => readDossier(store, id),
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
  const { path, remove } = aFolder();
  cleaningUp.push(remove);
  return join(path, 'klachten.db');
}
