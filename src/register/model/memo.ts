import type { Memo } from './dossier.ts';
import type { MemoKey } from './memo-kind.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { Store } from './store.ts';

/** Reads the content of a small document, and the etag to replace it; both undefined where there is none. */
export async function readMemo<T>(
  store: Store,
  { id, check }: MemoKey<T>,
): Promise<{ content: T | undefined; etag: string | undefined }> {
  const stored = await store.read(id);
  const content = stored?.document.kind === 'memo' ? stored.document.content : undefined;
  return { content: check(content) ? content : undefined, etag: stored?.etag };
}

/**
 * Replaces the version of a small document with that etag; returns the new etag. Refuses content that its readers would not
 * accept, as a bug or an odd activity may bring it: nothing is written.
 */
export const writeMemo = async <T>(
  store: Store,
  key: MemoKey<T>,
  content: NoInfer<T>,
  etag?: string,
): Promise<string> => store.write(memoOf(key, content), etag);

/** Makes a small document, to be written. Refuses content that its readers would not accept. */
export function memoOf<T>({ id, check }: MemoKey<T>, content: NoInfer<T>): Memo {
  if (!check(content)) throw new TypeError(`${id} would not be readable with this content`);
  return { kind: 'memo', id, content };
}

/** Changes a small document; again on a version conflict. Writes nothing when the change is undefined. */
export const changeMemo = <T>(
  store: Store,
  key: MemoKey<T>,
  change: (content: T | undefined) => NoInfer<T> | undefined,
): Promise<void> =>
  retryOnConflict(async () => {
    const { content, etag } = await readMemo(store, key);
    const changed = change(content);
    if (changed !== undefined) await writeMemo(store, key, changed, etag);
  });
