import { canonical } from './chain.ts';
import type { Dossier, Memo } from './dossier.ts';
import { memoKinds } from './memos.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { Store } from './store.ts';

/**
 * Takes a complaint that is erased out of every small document that connects somebody with it: of whoever stands in the
 * dossier as it was, as a party or as the recipient of a message, and of what is one for all.
 */
export async function forget(store: Store, dossier: Dossier): Promise<void> {
  const names = ['mail', 'channel', ...textsAt('id', dossier)];
  for (const [kind, { without }] of Object.entries(memoKinds)) {
    if (!without) continue;
    for (const id of kind.endsWith('/') ? names.map((name) => `${kind}${name}`) : [kind])
      await retryOnConflict(async () => {
        const stored = await store.read<Memo>(id);
        const content = stored?.document.content;
        if (!stored || !content) return;
        const left = without(content as never, dossier.id);
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
