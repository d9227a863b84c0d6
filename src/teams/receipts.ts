import type { Memo } from '../register/dossier.ts';
import { retryOnConflict } from '../register/retry-on-conflict.ts';
import type { Store } from '../register/store.ts';

/** In which messages of somebody's chat the receipts of their registrations stand: there they follow what happens. */

type Place = { activityId: string; number: string };

/** Places remembered for one person, the last ones. */
const remembered = 50;

const memoOf = (personId: string): string => `receipts/${personId}`;

async function placesOf(store: Store, personId: string) {
  const stored = await store.read<Memo<Place[]>>(memoOf(personId));
  return { etag: stored?.etag, places: stored?.document.content ?? [] };
}

/** What stands in that message now: the receipt of that number, or (without one) something else. */
export const keepReceipt = (
  store: Store,
  personId: string,
  activityId: string,
  number: string | undefined,
): Promise<void> =>
  retryOnConflict(async () => {
    const { etag, places } = await placesOf(store, personId);
    const found = places.find((place) => place.activityId === activityId);
    if (found?.number === number) return;
    const others = places.filter((place) => place !== found);
    const content = number ? [...others, { activityId, number }].slice(-remembered) : others;
    await store.write({ kind: 'memo', id: memoOf(personId), content }, etag);
  });

/** The message that holds the receipt of that number; undefined when there is none (any more). */
export const receiptOf = async (
  store: Store,
  personId: string,
  number: string,
): Promise<string | undefined> =>
  (await placesOf(store, personId)).places.findLast((place) => place.number === number)?.activityId;
