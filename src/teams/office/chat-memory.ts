import type { PersonId } from '../../procedure/model/person-id.ts';
import { changeMemo, readMemo } from '../../register/model/memo.ts';
import type { MemoKey } from '../../register/model/memo-kind.ts';
import type { Store } from '../../register/model/store.ts';

/** The most items that are remembered of one person; the oldest go first. */
const remembered = 50;

/** Remembers items about somebody's chat, by the id of the person. */
export const chatMemory = <T>({ of }: { of(personId: PersonId): MemoKey<T[]> }) => ({
  recall: async (store: Store, personId: PersonId): Promise<readonly T[]> =>
    (await readMemo(store, of(personId))).content ?? [],
  /** Changes the items; writes nothing when `next` returns the same list. */
  change: (store: Store, personId: PersonId, next: (known: readonly T[]) => readonly T[]): Promise<void> =>
    changeMemo(store, of(personId), (known = []) => {
      const changed = next(known);
      return changed === known ? undefined : changed.slice(-remembered);
    }),
});
