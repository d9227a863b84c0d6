import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Dossier } from '../register/dossier.ts';
import { hurry } from '../register/outbox.ts';
import type { Amend } from '../register/saving.ts';
import type { Store } from '../register/store.ts';

export type WakeParts = {
  store: Store;
  amend: Amend;
  clock: { now(): Instant };
  /** Delivers what is due in that document soon. */
  poke(id: string): void;
};

/** Somebody can be reached in Teams from now on: what waited for him goes out now and not at its next try. */
export async function wake(personId: string, { store, amend, clock, poke }: WakeParts): Promise<void> {
  for (const { id } of await store.list({ open: true })) {
    const hurried = await amend<Dossier>(id, (found) => {
      const outbox = hurry(found.outbox, personId, clock.now());
      return outbox === found.outbox ? undefined : { ...found, outbox };
    });
    if (hurried) poke(id);
  }
}
