import { canonical } from './canonical.ts';
import type { Document, Memo } from './dossier.ts';
import { Conflict, type Store } from './store.ts';
import { type Flaw, journalFlaw } from './verify.ts';

/** Documents that a store has already, with another content. */
export class Differing extends Error {
  readonly ids: string[];

  constructor(ids: string[]) {
    super(`other versions are there already: ${ids.join(', ')}`);
    this.name = 'Differing';
    this.ids = ids;
  }
}

/** A journal that is not whole is not taken in. */
export class Flawed extends Error {
  readonly flaw: Flaw;

  constructor(flaw: Flaw) {
    super(`the journal of ${flaw.number} is broken at entry ${flaw.seq}`);
    this.name = 'Flawed';
    this.flaw = flaw;
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
 * Writes every document of the source that is not in the store. Before it writes anything it has walked the source to
 * its end: `Flawed` for a broken journal, `Differing` with all that the store has otherwise. What is there and the same
 * is left alone, so that it can be run again after it was interrupted. The memos go first, the front desk among them: a
 * bot that is started on half a register then still gives no number twice.
 */
export async function moveIn(store: Store, source: Source): Promise<MovedIn> {
  const moved: MovedIn = { written: 0, present: 0 };
  const memos: Memo[] = [];
  const differing: string[] = [];

  await forEach(source(), async (document) => {
    check(document);
    if (document.kind === 'memo') memos.push(document);
    if ((await compare(document)) === 'different') differing.push(document.id);
  });
  if (differing.length > 0) throw new Differing(differing.sort());
  await forEach(memos, write);
  await forEach(source(), async (document) => {
    check(document);
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

function check(document: Document): void {
  const flaw = document.kind === 'dossier' ? journalFlaw(document) : undefined;
  if (flaw) throw new Flawed(flaw);
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
