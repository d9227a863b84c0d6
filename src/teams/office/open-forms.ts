import type { PersonId } from '../../procedure/model/person-id.ts';
import { memos } from '../../register/model/memos.ts';
import type { Store } from '../../register/model/store.ts';
import { chatMemory } from './chat-memory.ts';

/** The messages in which a person opened a form: they may be typing there, so these are not replaced meanwhile. */
const forms = chatMemory(memos.forms);

export const keepForm = (store: Store, personId: PersonId, activityId: string): Promise<void> =>
  forms.change(store, personId, (known) => (known.includes(activityId) ? known : [...known, activityId]));

/** Notes that a message holds no form any more, unless it still does; that is asked only of one that held a form. */
export const endForm = (
  store: Store,
  personId: PersonId,
  activityId: string,
  stillHolds = () => false,
): Promise<void> =>
  forms.change(store, personId, (known) =>
    known.includes(activityId) && !stillHolds() ? known.filter((one) => one !== activityId) : known,
  );

export const mayHoldForm = async (store: Store, personId: PersonId, activityId: string): Promise<boolean> =>
  (await forms.recall(store, personId)).includes(activityId);
