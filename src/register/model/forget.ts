import { canonical } from './chain.ts';
import type { Dossier } from './dossier.ts';
import { connecting } from './memos.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { Store } from './store.ts';

/**
 * Removes an erased complaint from every small document that connects somebody with it: those of its parties and of the
 * recipients of its messages, and those that exist once for everybody.
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

/** Collects every text under that name, at any depth. */
function textsAt(name: string, value: unknown): Set<string> {
  const found = new Set<string>();
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === name && typeof inner === 'string' && !inner.includes('/')) found.add(inner);
    return inner;
  });
  return found;
}
