import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { memos } from '../../register/model/memos.ts';
import type { Store } from '../../register/model/store.ts';
import { chatMemory } from '../office/chat-memory.ts';

/** The messages of a chat that hold receipts of registrations, which follow what happens. */
const places = chatMemory(memos.receipts);

/** Notes what that message holds now: the receipt of that number, or (without one) something else. */
export const keepReceipt = (
  store: Store,
  personId: PersonId,
  activityId: string,
  number: CaseNumber | undefined,
): Promise<void> =>
  places.change(store, personId, (known) => {
    const found = known.find((place) => place.activityId === activityId);
    if (found?.number === number) return known;
    const others = known.filter((place) => place !== found);
    return number ? [...others, { activityId, number }] : others;
  });

/** Finds the message that holds the receipt of that number; undefined when there is none (any more). */
export const receiptOf = async (
  store: Store,
  personId: PersonId,
  number: CaseNumber,
): Promise<string | undefined> =>
  (await places.recall(store, personId)).findLast((place) => place.number === number)?.activityId;
