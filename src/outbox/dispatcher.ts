import type { Instant } from '../procedure/articles/art02-periods.ts';
import { type Delivery, Undelivered } from '../register/delivery.ts';
import type { Dossier } from '../register/dossier.ts';
import type { Log } from '../register/log-port.ts';
import type { Message } from '../register/message.ts';
import { claim, type DeliveryOutcome, settle } from '../register/outbox.ts';
import type { Amend, Posting } from '../register/saving.ts';
import { retryAt } from './back-off.ts';
import { later } from './later.ts';
import { queue } from './queue.ts';

/** How long a claim holds: the time in which a message must be sent and settled. */
export const leaseMs = 60_000;

/** How many documents are delivered from at the same time; the platform allows 50 messages a second. */
const atOnce = 8;

export type Dispatcher = {
  /** Delivers what is due in that document soon, outside the caller's turn. */
  poke(id: string): void;
  /** The same; resolves when it has been tried. Never rejects: what fails is logged and tried again later. */
  deliver(id: string): Promise<void>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
  /** Begins nothing any more; what is in flight may end. */
  stop(): void;
};

export type DispatcherParts = {
  amend: Amend;
  delivery: Delivery;
  clock: { now(): Instant };
  /** The name of this process, different from that of any other on the same store. */
  instance: string;
  /** What settling a message leads to; saved together with it. */
  settled: (dossier: Dossier, message: Message) => Dossier;
  /** Asked right before sending; on false the message is withheld for good. The dossier is absent for a bulletin. */
  mayReceive: (message: Message, dossier: Dossier | undefined) => boolean;
  log: Log;
  /** From 0 up to 1; for the back-off. */
  random?: () => number;
};

/**
 * Delivers what stands in the outboxes, at least once: claim, send, settle. If it dies, or the store is out of reach,
 * between sending and settling, the claim lapses and the message goes out a second time.
 */
export function dispatcher(parts: DispatcherParts): Dispatcher {
  const { amend, delivery, clock, instance, mayReceive, settled, log, random = Math.random } = parts;
  const work = queue(deliverFrom, atOnce);
  let runs = 0;

  async function deliverFrom(id: string): Promise<void> {
    try {
      // A name for each run: what an earlier run sent but could not settle is in the hands of another.
      await deliverDue(id, `${instance}/${++runs}`);
    } catch (error) {
      log.error('an outbox could not be claimed or settled', { document: id, fault: kindOf(error) });
    }
  }

  async function deliverDue(id: string, by: string): Promise<void> {
    const until = later(clock.now(), leaseMs);
    let claimed: Message[] = [];
    let document = await amend<Posting>(id, (found) => {
      const taken = claim(found.outbox, clock.now(), by, until);
      claimed = taken.claimed;
      return claimed.length === 0 ? undefined : { ...found, outbox: taken.outbox };
    });
    for (const message of claimed) {
      if (clock.now() >= until) return;
      const outcome = await attempt(message, document?.kind === 'dossier' ? document : undefined);
      report(id, message, outcome);
      const saved = await amend<Posting>(id, (found) => {
        const outbox = settle(found.outbox, message.id, by, outcome);
        return outbox === found.outbox ? undefined : followUp({ ...found, outbox }, message.id);
      });
      document = saved ?? document;
    }
  }

  function followUp(posting: Posting, id: string): Posting {
    const message = posting.outbox.find((one) => one.id === id);
    return posting.kind === 'dossier' && message ? settled(posting, message) : posting;
  }

  async function attempt(message: Message, dossier: Dossier | undefined): Promise<DeliveryOutcome> {
    try {
      if (!mayReceive(message, dossier)) return { at: clock.now(), withheld: true };
      const { activityId } = await delivery.deliver(message, dossier);
      return { at: clock.now(), activityId };
    } catch (error) {
      return failed(message, error);
    }
  }

  function failed(message: Message, error: unknown): DeliveryOutcome {
    const at = clock.now();
    const fault = reasonOf(error);
    if (!(error instanceof Undelivered)) {
      log.error('an unexpected fault in delivering', { message: message.id, fault: kindOf(error) });
    } else if (!error.retry) return { at, fault };
    const notBefore = error instanceof Undelivered ? error.notBefore : undefined;
    return { at, fault, retryAt: retryAt({ tries: message.attempts.length + 1, at, notBefore, random }) };
  }

  function report(id: string, message: Message, outcome: DeliveryOutcome): void {
    const facts = { document: id, message: message.id };
    if ('activityId' in outcome) log.info('a message was delivered', facts);
    else if ('withheld' in outcome) log.warn('a message was withheld', facts);
    else if (outcome.retryAt) log.warn('a message will be tried again', { ...facts, at: outcome.retryAt });
    else log.error('a message was given up', facts);
  }

  return {
    poke: (id) => void work.add(id),
    deliver: (id) => work.add(id),
    idle: work.idle,
    stop: work.stop,
  };
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** For the ledger, which only those who may see the dossier can read. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
