import { setImmediate as turn } from 'node:timers/promises';
import type { Document, Memo } from '../model/dossier.ts';
import type { Log } from '../model/log.ts';
import { isMemoId } from '../model/memos.ts';
import { type Store, type Stored, Unreadable } from '../model/store.ts';
import { stamped, upcast } from '../model/upcast.ts';
import { type Heads, headOfDocument } from './evidence.ts';
import { countOf, type Sealed, sealed, sealState } from './seal.ts';

/** What the etag of a sealed document carries to the next write: how often it was written, and whether by others. */
type Mark = { count: number; broken: boolean; own: string };

const etagOf = ({ count, broken, own }: Mark): string => `${count}${broken ? '!' : ''} ${own}`;

function markOf(etag: string): Mark {
  const [, count, broken, own = ''] = /^(\d+)(!?) (.*)$/s.exec(etag) ?? [];
  return { count: Number(count), broken: broken === '!', own };
}

function unsealed<T extends Document>(document: T): T {
  const { seal: _, ...rest } = document as Sealed<T>;
  return upcast<T>(rest as T);
}

export type SealedStoreParts = { heads?: Heads | undefined; log: Log };

/**
 * The store with every document under a seal, which nobody inside sees. What was changed outside the register is told in the
 * log when it is read, and keeps showing however often it is written after that. Notes the heads of what it has written.
 */
export function sealedStore(store: Store, { heads, log }: SealedStoreParts): Store {
  const told = new Set<string>();

  function tell(message: string, document: string): void {
    if (!told.has(document)) log.error(message, { document });
    told.add(document);
  }

  function opened({ document, etag }: Stored): Stored {
    const state = sealState(document);
    const broken = state === 'broken' || state === 'mended';
    if (state === 'broken') tell('a document was changed outside the register', document.id);
    const count = countOf(document);
    return { document: unsealed(document), etag: etagOf({ count, broken, own: etag }) };
  }

  /**
   * A small document that cannot be read holds nothing: whoever reads it goes on, and writes it anew. Its seal shows that
   * from then on. Nothing takes the place of a dossier, of a bulletin, of the numbers that were given, or of what a newer bot wrote.
   */
  function asEmpty(error: unknown): Stored {
    if (!(error instanceof Unreadable) || error.newer !== undefined) throw error;
    if (error.etag === undefined || !isMemoId(error.id)) throw error;
    const memo: Memo = { kind: 'memo', id: error.id, content: undefined };
    tell('a small document cannot be read and is made anew', error.id);
    return { document: memo, etag: etagOf({ count: 0, broken: true, own: error.etag }) };
  }

  return {
    ...store,
    async read(id) {
      return store.read(id).then((stored) => stored && opened(stored), asEmpty);
    },
    async write(document, etag) {
      const { count, broken, own } =
        etag === undefined ? { count: 0, broken: false, own: undefined } : markOf(etag);
      const next = sealed(stamped(document), count + 1, broken);
      const written = await store.write(next, own);
      const head = headOfDocument(next);
      if (head) heads?.note(head);
      return etagOf({ count: count + 1, broken, own: written });
    },
    async list(selection) {
      return (await store.list(selection)).map(unsealed);
    },
    async *all() {
      for await (const stored of store.all()) {
        // Looking at a seal takes time, and others are to be served between two.
        await turn();
        yield opened(stored);
      }
    },
  };
}
