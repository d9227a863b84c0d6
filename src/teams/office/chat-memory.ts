import type { Memo } from '../../register/model/dossier.ts';
import { retryOnConflict } from '../../register/model/retry-on-conflict.ts';
import type { Store } from '../../register/model/store.ts';

/** The most items that are remembered of one person; the oldest go first. */
const remembered = 50;

/** Remembers items about somebody's chat, by the id of the person; `kind` tells one memory from another. */
export const chatMemory = <T>(kind: string) => {
  const read = async (store: Store, personId: string) => {
    const stored = await store.read<Memo<T[]>>(`${kind}/${personId}`);
    return { etag: stored?.etag, known: stored?.document.content ?? [] };
  };
  return {
    recall: async (store: Store, personId: string): Promise<readonly T[]> =>
      (await read(store, personId)).known,
    /** Changes the items; writes nothing when `next` returns the same list. */
    change: (store: Store, personId: string, next: (known: readonly T[]) => readonly T[]): Promise<void> =>
      retryOnConflict(async () => {
        const { etag, known } = await read(store, personId);
        const changed = next(known);
        if (changed === known) return;
        const content = changed.slice(-remembered);
        await store.write({ kind: 'memo', id: `${kind}/${personId}`, content }, etag);
      }),
  };
};
