import { setTimeout as pause } from 'node:timers/promises';
import { longestPauseMs } from '../register/model/keep-trying.ts';
import type { Message } from '../register/model/message.ts';
import type { Store } from '../register/model/store.ts';
import type { Instant } from '../time/local-date.ts';

/** How long the owner of a claim gets to record, in milliseconds: it tries more often than once in each pause. */
const defaultTurnMs = 5 * longestPauseMs;

type Lease = NonNullable<Message['lease']>;

export type OwnersTurnParts = {
  store: Pick<Store, 'check'>;
  clock: { now(): Instant };
  /** The name of this process. */
  instance: string;
  /** Tells whether the process with that claim has ended: it records no more. */
  hasEnded?: (by: string) => boolean;
  turnMs?: number;
};

/**
 * Gives the process whose claim has lapsed its turn to record, before another takes the claim over. It may live, and have sent
 * the message: then whatever kept it from recording, such as a lock, kept it from renewing its claim as well, and kept the
 * others from taking it over. So a claim is taken over only some time after the store was seen to be writable, in which its
 * owner, who tries all the time, has recorded. A moment in the claim itself cannot tell that.
 */
export function ownersTurn({
  store,
  clock,
  instance,
  hasEnded = () => false,
  turnMs = defaultTurnMs,
}: OwnersTurnParts) {
  /** The last turn of each process. It had all of its claims to record that had lapsed by then. */
  const turns = new Map<string, { from: Instant; over: Promise<void> }>();

  const ownerOf = (by: string): string => by.slice(0, by.lastIndexOf('/'));

  async function turn(): Promise<void> {
    await store.check();
    await pause(turnMs, undefined, { ref: false });
  }

  return {
    /** Finds the lapsed claim of another process that may live. */
    lapsedClaim(message: Message | undefined): Lease | undefined {
      const lease = message?.status === 'queued' ? message.lease : undefined;
      if (!lease || lease.until > clock.now() || ownerOf(lease.by) === instance) return undefined;
      return hasEnded(lease.by) ? undefined : lease;
    },
    /** Resolves when the turn of that process is over. Rejects where the store cannot be written: then its turn has yet to come. */
    async over({ by, until }: Lease): Promise<void> {
      const known = turns.get(ownerOf(by));
      if (known && until <= known.from) return known.over;
      const next = { from: clock.now(), over: turn() };
      turns.set(ownerOf(by), next);
      await next.over.catch((error: unknown) => {
        turns.delete(ownerOf(by));
        throw error;
      });
    },
  };
}
