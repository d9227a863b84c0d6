import { canonical } from './chain.ts';
import type { Dossier } from './dossier.ts';
import { connecting } from './memos.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { Store } from './store.ts';

/**
 * Takes a complaint that is erased out of every small document that connects somebody with it: of whoever stands in the
 * dossier as it was, as a party or as the recipient of a message, and of what is one for all.
 */
export async function forget(store: Store, dossier: Dossier): Promise<void> {
  const names = ['mail', 'channel', ...textsAt('id', dossier)];
  for (const { begin, without } of connecting) {
    for (const id of begin.endsWith('/') ? names.map((name) => `${begin}${name}`) : [begin])
      await retryOnConflict(async () => {
        const stored = await store.read(id);
        if (stored?.document.kind !== 'memo') return;
        const { content } = stored.document;
        const left = without?.(content, dossier.id);
        if (canonical(left) === canonical(content)) return;
        await store.write({ kind: 'memo', id, content: left }, stored.etag);
      });
  }
}

/** Every text under that name, however deep. */
function textsAt(name: string, value: unknown): Set<string> {
  const found = new Set<string>();
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === name && typeof inner === 'string' && !inner.includes('/')) found.add(inner);
    return inner;
  });
  return found;
}
