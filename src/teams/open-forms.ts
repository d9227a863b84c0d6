import type { Memo } from '../register/dossier.ts';
import { Conflict, type Store } from '../register/store.ts';

/**
 * In which messages of his chat somebody opened a form: what he may be typing there is not replaced under his hands.
 */

/** Messages remembered for one person, the last in which he opened a form. */
const remembered = 50;

const memoOf = (personId: string) => `forms/${personId}`;

export async function keepForm(store: Store, personId: string, activityId: string): Promise<void> {
  for (;;) {
    const stored = await store.read<Memo<string[]>>(memoOf(personId));
    const known = stored?.document.content ?? [];
    if (known.includes(activityId)) return;
    const content = [...known, activityId].slice(-remembered);
    try {
      await store.write({ kind: 'memo', id: memoOf(personId), content }, stored?.etag);
      return;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

export async function mayHoldForm(store: Store, personId: string, activityId: string): Promise<boolean> {
  const stored = await store.read<Memo<string[]>>(memoOf(personId));
  return stored?.document.content.includes(activityId) ?? false;
}
