import type { Memo } from '../register/dossier.ts';
import { retryOnConflict } from '../register/retry-on-conflict.ts';
import type { Store } from '../register/store.ts';

/**
 * In which messages of his chat somebody opened a form: what he may be typing there is not replaced under his hands.
 */

/** Messages remembered for one person, the last in which he opened a form. */
const remembered = 50;

const memoOf = (personId: string) => `forms/${personId}`;

export const keepForm = (store: Store, personId: string, activityId: string): Promise<void> =>
  retryOnConflict(async () => {
    const stored = await store.read<Memo<string[]>>(memoOf(personId));
    const known = stored?.document.content ?? [];
    if (known.includes(activityId)) return;
    const content = [...known, activityId].slice(-remembered);
    await store.write({ kind: 'memo', id: memoOf(personId), content }, stored?.etag);
  });

export async function mayHoldForm(store: Store, personId: string, activityId: string): Promise<boolean> {
  const stored = await store.read<Memo<string[]>>(memoOf(personId));
  return stored?.document.content?.includes(activityId) ?? false;
}
