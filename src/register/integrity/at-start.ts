import { setImmediate as turn } from 'node:timers/promises';
import type { Instant } from '../../time/local-date.ts';
import {
  frontDeskId,
  numbersGiven,
  raiseNumbers,
  readIntake,
  recordSealed,
  rewriteIntake,
} from '../model/intake.ts';
import { recorded } from '../model/ledger.ts';
import type { Log } from '../model/log.ts';
import { Conflict, NewerRegister, type Store, Unreadable } from '../model/store.ts';
import { schema, schemaOf, stamped, upcast } from '../model/upcast.ts';
import { against, type Head, type Heads, headOfDocument } from './evidence.ts';
import { sealed, sealState } from './seal.ts';

export type StartParts = {
  /** The store without its seals. */
  bare: Store;
  /** The same, sealed. */
  store: Store;
  heads: Heads | undefined;
  clock: { now(): Instant };
  log: Log;
};

/**
 * Refuses a register whose front desk a newer bot has written, before anything is written. One that cannot be asked now is
 * opened all the same: what is newer in it is refused document by document.
 */
export async function assertNotNewer(bare: Store): Promise<void> {
  const fault = await bare.read(frontDeskId).catch((error: unknown) => error);
  if (fault instanceof Unreadable && fault.newer !== undefined) throw new NewerRegister(fault.newer);
}

/**
 * Before the first complaint comes in: from here on no older bot starts on the register, no number that was ever noted is given again, and every document is under a seal. Where
 * that cannot be written now, it is done at the next start, and numbers still go on after what was noted. Never rejects.
 */
export async function broughtUpToDate({ bare, store, heads, clock, log }: StartParts): Promise<void> {
  try {
    await raiseSchema(bare, store);
    if (heads) await raiseNumbers(store, heads.highest());
    await sealOlder(bare, store, clock.now());
  } catch (error) {
    log.fault('the register was not brought up to date', error);
  }
}

/** Writes the front desk in this version: a bot that does not know it refuses the register from then on. */
async function raiseSchema(bare: Store, store: Store): Promise<void> {
  const desk = await bare.read(frontDeskId);
  if (desk && schemaOf(desk.document) < schema) await rewriteIntake(store);
}

/**
 * Brings a register of a version without seals under them, once: from then on a document without one shows. Takes the bare
 * store and the sealed one. What another instance writes meanwhile is sealed by that.
 */
async function sealOlder(bare: Store, store: Store, now: Instant): Promise<void> {
  if ((await readIntake(store)).sealed) return;
  const present = new Set<string>();
  for await (const { document, etag } of bare.all()) {
    if (document.kind === 'dossier') present.add(document.id);
    if (sealState(document) !== 'none') continue;
    // The next sweep plans what an older version did not: erasure after the years, for one.
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

/** How the register was found at the start. */
export type Condition = {
  since: Instant;
  /** The ids of which it has less than was noted beside it, or something else. */
  behind: string[];
  /** The names of what is not as it is made: tables, indexes, triggers. */
  changed: string[];
};

/**
 * Compares the store with the heads noted beside it and with how it is made, tells in the log what is behind or otherwise, and
 * notes what was not noted yet: either a backup was put back, or somebody changed or removed something. Never rejects.
 */
export async function compareWithHeads({
  bare,
  heads,
  clock,
  log,
}: Omit<StartParts, 'store'>): Promise<Condition> {
  const condition: Condition = { since: clock.now(), behind: [], changed: [] };
  try {
    condition.changed = await bare.faults();
    for (const name of condition.changed)
      log.error('a table, index or trigger of the register is not as it is made: run verify', {
        event: 'register-changed',
        name,
      });
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

/** The numbers that are not as they were noted. */
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
      // What is written during the walk has been noted by whoever wrote it.
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
