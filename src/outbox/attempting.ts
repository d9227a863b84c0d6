import type { Instant } from '../procedure/articles/art02-periods.ts';
import { type Delivery, Postponed, Undelivered } from '../register/delivery.ts';
import type { Dossier } from '../register/dossier.ts';
import type { Log, LogFacts } from '../register/log-port.ts';
import type { Message } from '../register/message.ts';
import type { DeliveryOutcome } from '../register/outbox.ts';
import { retryAt } from './back-off.ts';

/** How long the platform may take over one message, in milliseconds; after that it counts as no answer. */
export const sendingMs = 20_000;

export type AttemptingParts = {
  delivery: Delivery;
  /** Asked right before sending; on false the message is withheld for good. The dossier is absent for a bulletin. */
  mayReceive: (message: Message, dossier: Dossier | undefined) => boolean;
  clock: { now(): Instant };
  log: Log;
  /** From 0 up to 1; for the back-off. */
  random?: () => number;
};

/** How it ended, and for the log what the other side answered. */
type Attempted = { outcome: DeliveryOutcome; why?: LogFacts };

/** Tries to deliver one message of a document, once, and tells how that ended. Never rejects. */
export function attempting({ delivery, mayReceive, clock, log, random = Math.random }: AttemptingParts) {
  return async (
    document: string,
    message: Message,
    dossier: Dossier | undefined,
  ): Promise<DeliveryOutcome> => {
    const { outcome, why } = await attempt(message, dossier);
    report({ document, message: message.id, ...why }, outcome);
    return outcome;
  };

  async function attempt(message: Message, dossier: Dossier | undefined): Promise<Attempted> {
    const noAnswer = Promise.withResolvers<never>();
    const timer = setTimeout(() => noAnswer.reject(new Undelivered('no answer in time', true)), sendingMs);
    try {
      if (!mayReceive(message, dossier)) return { outcome: { at: clock.now(), withheld: true } };
      const { activityId } = await Promise.race([delivery.deliver(message, dossier), noAnswer.promise]);
      return { outcome: { at: clock.now(), activityId } };
    } catch (error) {
      const outcome = failed(message, error, clock.now());
      return error instanceof Undelivered ? { outcome, why: error.facts } : { outcome };
    } finally {
      clearTimeout(timer);
    }
  }

  function failed({ attempts }: Message, error: unknown, at: Instant): DeliveryOutcome {
    if (error instanceof Postponed) return { at, postponedTo: error.notBefore };
    const fault = reasonOf(error);
    const tries = attempts.length + 1;
    if (!(error instanceof Undelivered)) {
      log.fault('an unexpected fault in delivering', error);
      return { at, fault, retryAt: retryAt({ tries, at, random }) };
    }
    if (!error.retry) return { at, fault };
    const { notBefore, unreachable } = error;
    const again = retryAt({ tries, at, notBefore, random });
    return { at, fault, retryAt: again, ...(unreachable && { unreachable }) };
  }

  function report(facts: LogFacts, outcome: DeliveryOutcome): void {
    if ('activityId' in outcome) log.info('a message was delivered', facts);
    else if ('withheld' in outcome) log.warn('a message was withheld', facts);
    else if ('postponedTo' in outcome)
      log.info('a message was postponed', { ...facts, at: outcome.postponedTo });
    else if (outcome.retryAt) log.warn('a message will be tried again', { ...facts, at: outcome.retryAt });
    else log.error('a message was given up', facts);
  }
}

/** For the ledger, which only those who may see the dossier can read. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
