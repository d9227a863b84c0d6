import { documentFlaw, type Flaw, verifying } from './integrity/verify.ts';
import { canonical } from './model/chain.ts';
import type { Document, Memo } from './model/dossier.ts';
import { Conflict, type Store } from './model/store.ts';

/** Documents that a store has already, with another content. */
export class Differing extends Error {
  readonly ids: string[];

  constructor(ids: string[]) {
    super(`other versions are there already: ${ids.join(', ')}`);
    this.name = 'Differing';
    this.ids = ids;
  }
}

/** What is not as a register wrote it is not taken in. */
export class Flawed extends Error {
  readonly flaws: Flaw[];

  constructor(flaws: Flaw[]) {
    super(`not as a register wrote it: ${flaws.map(({ number, kind }) => `${number} (${kind})`).join(', ')}`);
    this.name = 'Flawed';
    this.flaws = flaws;
  }
}

/** What moves in, to be walked more than once: an export, or another store. */
export type Source = () => AsyncIterable<Document>;

export type MovedIn = {
  written: number;
  /** Were there already, the same. */
  present: number;
};

/** Documents that are read or written at the same time. */
const atOnce = 16;

/**
 * Writes every document of the source that is not in the store. Before it writes anything it has walked the source to its
 * end: `Flawed` with all that does not verify, `Differing` with all that the store has otherwise. What is there and the same
 * is left alone, so that it can be run again after it was interrupted. The memos go first, the front desk among them: a bot
 * that is started on half a register then still gives no number twice. `unread` tells after a walk which documents could not
 * be read where it comes from, and stay behind.
 */
export async function moveIn(
  store: Store,
  source: Source,
  unread: () => readonly string[] = () => [],
): Promise<MovedIn> {
  const moved: MovedIn = { written: 0, present: 0 };
  const memos: Memo[] = [];
  const differing: string[] = [];
  const verifier = verifying();

  await forEach(source(), async (document) => {
    verifier.look(document);
    if (document.kind === 'memo') memos.push(document);
    if ((await compare(document)) === 'different') differing.push(document.id);
  });
  const { flaws } = verifier.verified(unread());
  if (flaws.length > 0) throw new Flawed(flaws);
  if (differing.length > 0) throw new Differing(differing.sort());
  await forEach(memos, write);
  await forEach(source(), async (document) => {
    const flaw = documentFlaw(document);
    if (flaw) throw new Flawed([flaw]);
    if (document.kind !== 'memo') await write(document);
  });
  return moved;

  async function compare(document: Document): Promise<'absent' | 'same' | 'different'> {
    const stored = await store.read(document.id);
    if (!stored) return 'absent';
    return canonical(stored.document) === canonical(document) ? 'same' : 'different';
  }

  async function write(document: Document): Promise<void> {
    try {
      await store.write(document);
      moved.written += 1;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if ((await compare(document)) !== 'same') throw new Differing([document.id]);
      moved.present += 1;
    }
  }
}

async function forEach<T>(
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting: T[] = [];
  for await (const item of items) {
    waiting.push(item);
    if (waiting.length === atOnce) await Promise.all(waiting.splice(0).map(work));
  }
  await Promise.all(waiting.map(work));
}
