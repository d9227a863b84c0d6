import { setImmediate as turn } from 'node:timers/promises';
import type { Document, Memo } from '../model/dossier.ts';
import type { Log } from '../model/log.ts';
import { isMemoId } from '../model/memos.ts';
import { type Store, type Stored, Unreadable, Unwritten, type Write } from '../model/store.ts';
import { stamped, upcast } from '../model/upcast.ts';
import { type Heads, headOfDocument, logGiven } from './evidence.ts';
import { countOf, type Sealed, sealed, sealState } from './seal.ts';

/**
 * What the etag of a sealed document carries to the next write: its count, whether its seal is broken, and the store's etag.
 */
type Mark = { count: number; broken: boolean; own: string };

const etagOf = ({ count, broken, own }: Mark): string => `${count}${broken ? '!' : ''} ${own}`;

function markOf(etag: string): Mark {
  const [, count, broken, own = ''] = /^(\d+)(!?) (.*)$/s.exec(etag) ?? [];
  return { count: Number(count), broken: broken === '!', own };
}

/** Tells whether the document that was read with that etag was changed outside the register, also when it was written anew since. */
export const wasChangedOutside = (etag: string): boolean => markOf(etag).broken;

function unsealed<T extends Document>(document: T): T {
  const { seal: _, ...rest }: Sealed<T> = document;
  return upcast<T>(rest as T);
}

export type SealedStoreParts = { heads?: Heads | undefined; log: Log };

/**
 * Wraps a store: seals every document that is written, and takes the seal off what is read. A document that was changed outside
 * the register is logged when it is read, and stays marked however often it is written after that. Notes the heads of writes.
 */
export function sealedStore(store: Store, { heads, log }: SealedStoreParts): Store {
  const told = new Set<string>();
  const known = new WeakMap<Document, Stored>();
  const noteGiven = logGiven(log);

  function tell(message: string, document: string): void {
    if (!told.has(document)) log.error(message, { document });
    told.add(document);
  }

  /** Opens a document; one that the store returns as the same frozen object as before, without checking its seal again. */
  function opened(stored: Stored): Stored {
    const before = known.get(stored.document);
    if (before) return before;
    const found = unsealedAndMarked(stored);
    if (Object.isFrozen(stored.document)) known.set(stored.document, Object.freeze(found));
    return found;
  }

  function unsealedAndMarked({ document, etag }: Stored): Stored {
    const state = sealState(document);
    const broken = state === 'broken' || state === 'mended';
    if (state === 'broken') tell('a document was changed outside the register', document.id);
    const count = countOf(document);
    return { document: unsealed(document), etag: etagOf({ count, broken, own: etag }) };
  }

  /**
   * Reads an unreadable small document as empty, so that work goes on and it is written anew, with a seal that shows it. Never
   * replaces a dossier, a bulletin, the intake document with the numbers that were given, or what a newer bot wrote.
   */
  function asEmpty(error: unknown): Stored {
    if (!(error instanceof Unreadable) || error.newer !== undefined) throw error;
    if (error.etag === undefined || !isMemoId(error.id)) throw error;
    const memo: Memo = { kind: 'memo', id: error.id, content: undefined };
    tell('a small document cannot be read and is made anew', error.id);
    return { document: memo, etag: etagOf({ count: 0, broken: true, own: error.etag }) };
  }

  let isChanged = false;

  /** Logs, once until it is put right, what was changed in the store itself, so that it refuses to be written. */
  async function noticing<T>(write: () => Promise<T>): Promise<T> {
    try {
      const done = await write();
      isChanged = false;
      return done;
    } catch (error) {
      if (error instanceof Unwritten && error.code === 'changed' && !isChanged) {
        isChanged = true;
        for (const part of await store.faults())
          log.error('a table, index or trigger of the register is not as it is made: nothing is written', {
            event: 'register-changed',
            part,
          });
      }
      throw error;
    }
  }

  /** Seals a document that is written, and returns the mark with which it is known from then on. */
  function next({ document, etag }: Write) {
    const { count, broken, own } =
      etag === undefined ? { count: 0, broken: false, own: undefined } : markOf(etag);
    const mark = { count: count + 1, broken };
    return { document: sealed(stamped(document), mark.count, broken), mark, own };
  }

  function noteHead(written: Sealed): void {
    const head = headOfDocument(written);
    if (head) heads?.note(head);
    noteGiven(written);
  }

  const { writeTogether } = store;

  return {
    ...store,
    async read(id) {
      return store.read(id).then((stored) => stored && opened(stored), asEmpty);
    },
    async write(unsealed, etag) {
      const { document, mark, own } = next({ document: unsealed, etag });
      const written = await noticing(() => store.write(document, own));
      noteHead(document);
      return etagOf({ ...mark, own: written });
    },
    writeTogether:
      writeTogether &&
      (async (writes) => {
        const all = writes.map(next).map(({ document, own }) => ({ document, etag: own }));
        await noticing(() => writeTogether(all));
        for (const { document } of all) noteHead(document);
      }),
    check: () => noticing(() => store.check()),
    async list(selection) {
      return (await store.list(selection)).map(unsealed);
    },
    async search(search) {
      const found = await store.search(search);
      return found === 'vague' ? found : { ...found, dossiers: found.dossiers.map(unsealed) };
    },
    async *all() {
      for await (const stored of store.all()) {
        // Checking a seal takes time: yields in between, so that others are served.
        await turn();
        yield opened(stored);
      }
    },
  };
}
