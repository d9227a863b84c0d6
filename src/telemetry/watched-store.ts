import type { Store } from '../register/model/store.ts';

/** The calls of a store that are measured; a walk over all takes as long as its reader does. */
type Operation =
  | 'read'
  | 'write'
  | 'write-together'
  | 'due'
  | 'list'
  | 'search'
  | 'index-more'
  | 'rewrite-erased'
  | 'check';

type Measure = <T>(operation: Operation, call: () => Promise<T>) => Promise<T>;

/** Wraps a store so that each call of it is measured. Of what is read or written nothing is looked at. */
export function watchedStore(store: Store, measure: Measure): Store {
  const { writeTogether, rewriteErased } = store;
  return {
    ...store,
    read: (id) => measure('read', () => store.read(id)),
    write: (document, etag) => measure('write', () => store.write(document, etag)),
    writeTogether: writeTogether && ((writes) => measure('write-together', () => writeTogether(writes))),
    due: (at, limit) => measure('due', () => store.due(at, limit)),
    list: (selection) => measure('list', () => store.list(selection)),
    search: (search) => measure('search', () => store.search(search)),
    indexMore: () => measure('index-more', () => store.indexMore()),
    rewriteErased: rewriteErased && (() => measure('rewrite-erased', rewriteErased)),
    check: () => measure('check', () => store.check()),
  };
}
