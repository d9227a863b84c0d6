import { setTimeout as pause } from 'node:timers/promises';
import type { Document, Dossier } from '../../src/register/model/dossier.ts';
import { readIntake } from '../../src/register/model/intake.ts';
import type { Store } from '../../src/register/model/store.ts';
import type { StorePlace } from '../../src/settings/settings.ts';

export type SharedRegister = ReturnType<typeof sharedRegister>;

/** Reads a register that other processes use. Remove it after use. */
export function sharedRegister(place: StorePlace, store: Store, remove: () => Promise<void> | void) {
  async function* documents(): AsyncIterable<Document> {
    for await (const { document } of store.all()) yield document;
  }

  async function dossiers(): Promise<Dossier[]> {
    const found: Dossier[] = [];
    for await (const document of documents()) if (document.kind === 'dossier') found.push(document);
    return found;
  }

  return {
    place,
    documents,
    dossiers,
    /** Returns every dossier, once each has so many messages and none waits to be delivered. */
    async whenQuiet(messages = 1): Promise<Dossier[]> {
      for (;;) {
        const found = await dossiers();
        const isQuiet = ({ outbox }: Dossier): boolean =>
          outbox.length >= messages && outbox.every(({ status }) => status !== 'queued');
        if (found.every(isQuiet)) return found;
        await pause(100);
      }
    },
    /** Returns the last number that was given, whether it was used or not. */
    async lastNumber(): Promise<number> {
      const { lastNumber } = await readIntake(store);
      return Math.max(0, ...Object.values(lastNumber));
    },
    async remove(): Promise<void> {
      await store.close();
      await remove();
    },
  };
}
