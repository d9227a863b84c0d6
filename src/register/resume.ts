import { eraseAgain } from '../procedure/articles/avg-erasure.ts';
import type { Context } from '../procedure/model/commands.ts';
import { documents, ofDossiers } from './amend.ts';
import {
  against,
  further,
  furthest,
  type Head,
  type Heads,
  headOfDocument,
  raiseHighest,
} from './integrity/evidence.ts';
import { documentFlaw, type Flaw } from './integrity/verify.ts';
import type { Documents } from './model/documents.ts';
import type { Dossier } from './model/dossier.ts';
import { intakeId, raiseNumbers } from './model/intake.ts';
import type { Log } from './model/log.ts';
import { type Store, Unreadable } from './model/store.ts';
import type { RegisterConfig } from './notify/reminders.ts';
import { itself, withEvents } from './with-events.ts';

export type ResumeParts = {
  /** The store without its seals. */
  bare: Store;
  /** The sealed store. */
  store: Store;
  /** The heads beside the register, where those are kept. */
  heads: Heads | undefined;
  context: () => Context;
  config: RegisterConfig;
  /** Where the content of documents (bijlagen) is kept. */
  kept?: Documents | undefined;
  log: Log;
};

/**
 * What was done: the last number of each year, what was erased again, and what the copy has open, which cannot be erased. `isProven`:
 * whether a journal in the copy is as it was noted as far as some head, so that it was noted of this register. `otherwise`: what the copy
 * holds otherwise than was noted where nothing proves that, for which nothing is done: then it was noted of another register. `isNewer`:
 * whether anything was noted that the copy lacks.
 */
export type Resumed = {
  last: Record<string, number>;
  erased: string[];
  open: string[];
  /** In which the copy has texts again that were made illegible since. */
  legible: string[];
  otherwise: string[];
  /** What begins as was noted and goes on otherwise, as it does where work went on in the copy before this was asked for. */
  parted: string[];
  /** What has the number of something that was noted, and nothing in common with it; it is left as it is, and whether that was erased. */
  strangers: { number: string; erased: boolean }[];
  isProven: boolean;
  isNewer: boolean;
  /** What would be changed and cannot be read: nothing is done then, so that nothing is done by halves. */
  damaged: Flaw[];
};

/**
 * Goes on in a register that was put back from a copy, with what was noted of the one that was lost: no number that was given since is
 * given again, and what was erased since is erased again. Can be done again.
 */
export async function resume(noted: Iterable<Head>, parts: ResumeParts): Promise<Resumed> {
  const { bare, store, heads, context, config, kept, log } = parts;
  const all = [...noted];
  const { otherwise, parted, isProven, isNewer } = await compared(bare, all);
  const isOther = otherwise.length > 0 && !isProven;
  const apart = new Set(otherwise);
  const damaged = isOther ? [] : await damagedIn(bare, all);
  const resumed: Resumed = {
    last: {},
    erased: [],
    open: [],
    legible: [],
    otherwise: isOther ? otherwise : [],
    parted,
    strangers: [],
    isProven,
    isNewer,
    damaged,
  };
  if (isOther || damaged.length > 0) return resumed;
  const last = furthest(all);
  if (isProven)
    resumed.strangers = otherwise.map((number) => ({
      number,
      erased: last.get(number)?.erased !== undefined,
    }));
  for (const number of [...parted, ...otherwise])
    log.warn('a dossier is otherwise than was noted of the register that was lost', {
      event: 'went-otherwise',
      number,
    });
  const known = [...last.values()].filter(({ number }) => !apart.has(number));
  const highest = new Map<string, number>();
  for (const head of all) raiseHighest(highest, head);
  await raiseNumbers(store, Object.fromEntries(highest));
  resumed.last = Object.fromEntries(highest);
  const now = () => context().now;
  const amend = ofDossiers(documents(store, now, config, log, undefined, kept).amend);
  for (const { number, erased: because } of known) {
    if (!because) continue;
    const saved = await amend(number, (dossier) => {
      if (dossier.complaint.erased) return undefined;
      const events = eraseAgain(dossier.complaint, because, context().today);
      if (events.length > 0) return withEvents(dossier, events, { by: itself, context: context() });
      resumed.open.push(number);
      return undefined;
    });
    if (saved) resumed.erased.push(number);
  }
  await store.rewriteErased?.();
  // With what was learnt, so that it is known after a second loss as well.
  const was = new Map(known.map((head) => [head.number, head]));
  for await (const { document } of bare.all()) {
    const head = headOfDocument(document);
    if (!head) continue;
    const { erased, redacted = 0 } = was.get(document.id) ?? {};
    if (!head.erased && redacted > (head.redacted ?? 0)) resumed.legible.push(head.number);
    heads?.note(further(head, { ...head, ...(erased && { erased }), ...(redacted > 0 && { redacted }) }));
  }
  return resumed;
}

/** Lists what is wrong with what will be changed: how the store writes, the numbers, and what is to be erased again. */
async function damagedIn(bare: Store, heads: readonly Head[]): Promise<Flaw[]> {
  const flaws = (await bare.faults()).map((number): Flaw => ({ number, kind: 'other-structure' }));
  const toErase = heads.filter(({ erased }) => erased).map(({ number }) => number);
  for (const id of new Set([intakeId, ...toErase])) {
    try {
      const found = await bare.read(id);
      const flaw = found && documentFlaw(found.document);
      if (flaw?.kind === 'unreadable' || flaw?.kind === 'newer-version') flaws.push(flaw);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      flaws.push({ number: id, kind: 'unreadable' });
    }
  }
  return flaws;
}

/**
 * Lists the numbers of which the copy holds something else than a head of them says, from the beginning or later on, and tells whether it
 * holds anything as noted, and lacks anything that was.
 */
async function compared(
  bare: Store,
  heads: readonly Head[],
): Promise<Pick<Resumed, 'otherwise' | 'parted' | 'isProven' | 'isNewer'>> {
  const of = Map.groupBy(heads, ({ number }) => number);
  const otherwise: string[] = [];
  const parted: string[] = [];
  let isProven = false;
  let isNewer = false;
  for await (const { document } of bare.all()) {
    if (document.kind !== 'dossier') continue;
    const noted = comparable(of.get(document.id) ?? [], document);
    const found = noted.map((head) => against(head, document));
    const isOurs = isBegunAs(noted, document);
    if (isOurs) isProven = true;
    if (found.includes('otherwise')) (isOurs ? parted : otherwise).push(document.id);
    if (found.some((kind) => kind !== undefined)) isNewer = true;
    of.delete(document.id);
  }
  const isMissing = [...of.keys()].some((number) => number !== intakeId);
  return { otherwise, parted, isProven, isNewer: isNewer || isMissing };
}

/** Tells whether a journal has an entry that was noted, which covers all before it, and none of those heads says that it began otherwise. */
const isBegunAs = (heads: readonly Head[], { journal }: Dossier): boolean => {
  const isAsNoted = ({ version, hash }: Head) => journal[version - 1]?.hash === hash;
  return heads.some(isAsNoted) && heads.every((head) => head.version > 1 || isAsNoted(head));
};

/**
 * Picks the heads that a dossier can be compared with. What was erased again here goes its own way since: of that only the journal
 * remains as it was, up to the erasure.
 */
function comparable(heads: readonly Head[], { complaint, journal }: Dossier): Head[] {
  if (!complaint.erased) return heads.filter(({ version }) => version > 0);
  const kept = journal.findLastIndex(({ type }) => !ofErasure.includes(type)) + 1;
  return heads
    .filter(({ version, hash }) => version > 0 && (version <= kept || journal[version - 1]?.hash === hash))
    .map(({ number, version, hash }) => ({ number, version, hash }));
}

/** What erasing again adds to a journal. */
const ofErasure: readonly string[] = ['hold-lifted', 'erasure-requested', 'erased'];
