import { setImmediate as turn } from 'node:timers/promises';
import type { Instant } from '../../time/local-date.ts';
import {
  intakeId,
  numbersGiven,
  raiseNumbers,
  readIntake,
  recordSealed,
  rewriteIntake,
} from '../model/intake.ts';
import { recorded } from '../model/ledger.ts';
import type { Log } from '../model/log.ts';
import { changeMemo, readMemo } from '../model/memo.ts';
import { memos } from '../model/memos.ts';
import { Conflict, NewerRegister, type Store, Unreadable, Unwritten } from '../model/store.ts';
import { schema, schemaOf, stamped, upcast } from '../model/upcast.ts';
import { against, type Head, type Heads, headOfDocument } from './evidence.ts';
import { sealed, sealState } from './seal.ts';

export type StartParts = {
  /** The store without its seals. */
  bare: Store;
  /** The sealed store. */
  store: Store;
  heads: Heads | undefined;
  clock: { now(): Instant };
  /** The id of the try-out that makes the register; null outside the try-out, and undefined where it is there already. */
  madeBy?: string | null | undefined;
  log: Log;
};

/**
 * Refuses a register whose intake document a newer bot has written, before anything is written. A register that cannot be read
 * now is opened all the same: its newer documents are refused one by one.
 */
export async function assertNotNewer(bare: Store): Promise<void> {
  const fault = await bare.read(intakeId).catch((error: unknown) => error);
  if (fault instanceof Unreadable && fault.newer !== undefined) throw new NewerRegister(fault.newer);
}

/**
 * Refuses a register that this start must leave as it is, before anything is written: one that a newer bot wrote, in production
 * one of made-up complaints, and in the try-out, where nobody is authenticated, one of production.
 */
export async function assertOurs(bare: Store, madeBy: StartParts['madeBy']): Promise<void> {
  await assertNotNewer(bare);
  const maker = (await readMemo(bare, memos.madeBy).catch(() => undefined))?.content;
  if (madeBy === null && typeof maker === 'string') throw new Error(madeUp);
  if (madeBy !== null && maker === null) throw new Error(inProduction);
}

const madeUp =
  'dit register is van de proefopstelling: er staan verzonnen klachten in. Zet de map data weg, of geef Klachtenbot een ander ' +
  'register: noem met STORE een nieuw bestand, of met COSMOS_DATABASE een andere database. Start daarna opnieuw';

const inProduction =
  'dit register is van Klachtenbot in Teams, en in de proefopstelling wordt niemand gecontroleerd. Is MicrosoftAppId weggevallen ' +
  'uit .env? Zet het terug. Wil je iets proberen? Start met STORE=sqlite:data/proef.db';

/**
 * Prepares the register before the first complaint: no older bot starts on it any more, no number that was ever noted is given
 * again, and every document gets a seal. Where that cannot be written now, the next start does it, and numbers still continue
 * after what was noted. Never rejects.
 */
export async function broughtUpToDate({ bare, store, heads, clock, madeBy, log }: StartParts): Promise<void> {
  try {
    await noteMaker(store, madeBy);
    await raiseSchema(bare, store);
    if (heads) await raiseNumbers(store, heads.highest());
    await sealOlder(bare, store, clock.now());
  } catch (error) {
    log.fault('the register was not brought up to date', error);
  }
}

/** Notes who made the register. A try-out that opens one in which nothing is yet, such as an empty database, makes it. */
async function noteMaker(store: Store, madeBy: StartParts['madeBy']): Promise<void> {
  const isEmpty = madeBy === undefined && (await store.read(intakeId)) === undefined;
  const maker = isEmpty ? 'a try-out' : madeBy;
  if (maker === undefined) return;
  await changeMemo(store, memos.madeBy, (had) => (had === undefined || had !== maker ? maker : undefined));
}

/**
 * Tells whether that try-out made the register, and nothing but a try-out used it since: false as well where another file has
 * taken the place of the one that is open.
 */
export async function isMadeBy(store: Store, id: string): Promise<boolean> {
  const fault = await store.check().catch((error: unknown) => error);
  if (fault instanceof Unwritten && fault.code === 'gone') return false;
  return (await readMemo(store, memos.madeBy)).content === id;
}

/** Writes the intake document in this schema version, so that an older bot refuses the register from then on. */
async function raiseSchema(bare: Store, store: Store): Promise<void> {
  const desk = await bare.read(intakeId);
  if (desk && schemaOf(desk.document) < schema) await rewriteIntake(store);
}

/**
 * Seals the documents of a version without seals, once, so that a document without one shows from then on. Takes the bare store
 * and the sealed one. Documents that another instance writes meanwhile are sealed by that instance.
 */
async function sealOlder(bare: Store, store: Store, now: Instant): Promise<void> {
  if ((await readIntake(store)).sealed) return;
  const present = new Set<string>();
  for await (const { document, etag } of bare.all()) {
    if (document.kind === 'dossier') present.add(document.id);
    if (sealState(document) !== 'none') continue;
    // The next sweep plans what an older version did not, such as erasure after the years of retention.
    const current = upcast(document);
    const whole = current.kind === 'dossier' ? { ...recorded(current), attentionAt: now } : current;
    await bare.write(sealed(stamped(whole), 1), etag).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  }
  for (const { id } of bare.unreadable()) present.add(id);
  const given = numbersGiven(await readIntake(store));
  await recordSealed(
    store,
    now,
    given.filter((number) => !present.has(number)),
  );
}

/** The condition of the register at the start. */
export type Condition = {
  since: Instant;
  /** The ids of documents that are older than the heads noted beside the register, or differ from them. */
  behind: string[];
};

/**
 * Compares the store with the heads noted beside it, logs what is behind or differs, and notes missing heads. A difference means that a backup was put back, or that somebody changed or removed something. Never rejects.
 */
export async function compareWithHeads({
  bare,
  heads,
  clock,
  log,
}: Omit<StartParts, 'store' | 'madeBy'>): Promise<Condition> {
  const condition: Condition = { since: clock.now(), behind: [] };
  try {
    condition.behind = heads ? (await behindOf(bare, heads, log)).sort() : [];
    for (const number of condition.behind)
      log.error('the register has less than was noted beside it, or something else: run verify', {
        event: 'register-behind',
        number,
      });
  } catch (error) {
    log.fault('the register was not compared with what was noted beside it', error);
  }
  return condition;
}

/** Lists the numbers that are behind the heads, or differ from them. */
async function behindOf(bare: Store, heads: Heads, log: Log): Promise<string[]> {
  const noted = new Map([...heads.all()].map((head): [string, Head] => [head.number, head]));
  const behind: string[] = [];
  let unnoted = 0;
  for await (const { document } of bare.all()) {
    await turn();
    const head = noted.get(document.id);
    noted.delete(document.id);
    const present = headOfDocument(document);
    if (head && against(head, document)) behind.push(document.id);
    else if (present) {
      // A document that is written during the walk has been noted by its writer.
      if (heads.note(present) && sealState(document) !== 'none') unnoted += 1;
    }
  }
  if (unnoted > 0) {
    const facts = { event: 'heads-missing', count: unnoted };
    log.warn('what was noted beside the register lacked some of it, and was added to', facts);
  }
  const unread = new Set(bare.unreadable().map(({ id }) => id));
  return [...behind, ...[...noted.keys()].filter((number) => !unread.has(number))];
}
