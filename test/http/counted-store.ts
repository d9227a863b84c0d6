import type { Store } from '../../src/register/model/store.ts';

/**
 * Wraps a store to record its calls: 'read K-2026-0001', 'write front-desk', 'list'. Leaves out the search for what is alike, which
 * belongs to the drawing of a card and to no step.
 */
export function countedStore(store: Store) {
  const asked: string[] = [];
  const { writeTogether } = store;
  const counted: Store = {
    ...store,
    read(id) {
      asked.push(`read ${id}`);
      return store.read(id);
    },
    write(document, etag) {
      asked.push(`write ${document.id}`);
      return store.write(document, etag);
    },
    writeTogether:
      writeTogether &&
      ((writes) => {
        asked.push(...writes.map(({ document }) => `write ${document.id}`));
        return writeTogether(writes);
      }),
    list(selection) {
      asked.push('list');
      return store.list(selection);
    },
    all() {
      asked.push('all');
      return store.all();
    },
  };
  return {
    counted,
    /** Lists the later calls, in order, for documents whose id begins with one of those, and every list. */
    since: (count: number, ids: readonly string[]) =>
      asked
        .slice(count)
        .filter((one) => !one.includes(' ') || ids.some((id) => one.split(' ')[1]?.startsWith(id))),
    count: () => asked.length,
  };
}
