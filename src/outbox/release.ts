import type { Instant } from '../procedure/articles/art02-periods.ts';
import { letGo } from '../register/outbox.ts';
import type { Amend, Posting } from '../register/saving.ts';
import { passUnreadable, type Store } from '../register/store.ts';
import { leaseMs } from './dispatcher.ts';
import { later } from './later.ts';

/** Documents looked at; what comes after waits for its lease to lapse. */
const most = 10_000;

export type ReleaseParts = {
  store: Store;
  amend: Amend;
  clock: { now(): Instant };
  /** Whether the dispatcher of that name delivers no more. */
  hasEnded(by: string): boolean;
};

/** At the start: sets free what was claimed by who has died since, so that it goes out now and not a lease later. */
export async function releaseAbandoned({ store, amend, clock, hasEnded }: ReleaseParts): Promise<void> {
  for (const id of await store.due(later(clock.now(), leaseMs), most)) {
    await amend<Posting>(id, (found) => {
      const outbox = letGo(found.outbox, clock.now(), hasEnded);
      return outbox === found.outbox ? undefined : { ...found, outbox };
    }).catch(passUnreadable);
  }
}
