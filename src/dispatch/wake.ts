import { type CaseNumber, isCaseNumber } from '../procedure/model/case-number.ts';
import type { Amend } from '../register/amend.ts';
import { type Delivery, type Undelivered, usable } from '../register/model/delivery.ts';
import type { Dossier } from '../register/model/dossier.ts';
import type { Log } from '../register/model/log.ts';
import type { Message, Recipient } from '../register/model/message.ts';
import { passUnreadable, type Store } from '../register/model/store.ts';
import { noteReached, noteUnreached, revived } from '../register/notify/unreached.ts';
import type { Instant } from '../time/local-date.ts';

export type WakingParts = {
  store: Store;
  amend: Amend;
  clock: { now(): Instant };
  /** Tells whether a message that was given up may still be delivered. */
  mayReceive: (message: Message, dossier: Dossier | undefined) => boolean;
  /** Delivers what is due in that document soon. */
  poke(id: string): void;
  /** Brings what shows that dossier up to date soon, where anything does. */
  refresh?(number: CaseNumber): void;
  /** Ends the hold on that recipient. */
  reachable(to: Recipient): Promise<void>;
  log: Log;
};

/**
 * Retries what waits for somebody at their first sign of life, before its next try is due: a message of theirs, a button that
 * they press, an installation, or another message that arrives.
 */
export function waking({ store, amend, clock, mayReceive, poke, refresh, reachable, log }: WakingParts) {
  async function release(id: string, to: Recipient): Promise<void> {
    const changed = await amend(id, (found) => {
      const dossier = found.kind === 'dossier' ? found : undefined;
      const outbox = revived(found.outbox, to, clock.now(), (message) => mayReceive(message, dossier));
      return outbox === found.outbox ? undefined : { ...found, outbox };
    }).catch(passUnreadable);
    if (changed) poke(id);
    if (isCaseNumber(id)) refresh?.(id);
  }

  const underway = new Set<Promise<void>>();

  /** Retries what waits for that recipient, in the background. */
  function retryNow(to: Recipient): void {
    const waking = reachable(to)
      .then(() => noteReached(store, to, (id) => release(id, to)))
      .catch((error: unknown) => log.fault('what waited for somebody was not tried at once', error))
      .finally(() => underway.delete(waking));
    underway.add(waking);
  }

  /** Remembers that a message was not delivered. If that fails, the message is still tried again at its own times. */
  async function note({ id, to }: Message, dossier: Dossier | undefined, error: Undelivered): Promise<void> {
    const { message: reason, setUp } = error;
    await noteUnreached(store, to, { document: dossier?.id ?? id, reason, setUp, now: clock.now() }).catch(
      (fault: unknown) => log.fault('that somebody was not reached was not kept in mind', fault),
    );
  }

  return {
    retryNow,
    /** Resolves when no retry is under way. */
    idle: async (): Promise<void> => void (await Promise.all(underway)),
    /** Wraps a delivery: remembers who was not reached, and retries what waits for who was. */
    watched: (delivery: Delivery): Delivery => ({
      ...delivery,
      kept: note,
      async deliver(message, dossier, together) {
        const sent = await delivery.deliver(message, dossier, together);
        usable(sent.activityId);
        retryNow(message.to);
        return sent;
      },
    }),
  };
}
