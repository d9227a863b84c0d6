import {
  type Delivery,
  noId,
  Postponed,
  Unanswered,
  Undelivered,
  usable,
} from '../register/model/delivery.ts';
import type { Dossier } from '../register/model/dossier.ts';
import type { Log, LogFacts } from '../register/model/log.ts';
import { type Message, personIn, recipientRules } from '../register/model/message.ts';
import { type DeliveryOutcome, timesOf, triesOf } from '../register/model/outbox.ts';
import type { Instant } from '../time/local-date.ts';
import { retryAt } from './back-off.ts';
import type { Result } from './lines.ts';

/** How long sending one message may take, in milliseconds; after that it counts as unanswered. */
const sendingMs = 20_000;

/** The number of answers without an activity id after which a message is given up and reported. */
const mostWithoutId = 3;

export type AttemptingParts = {
  delivery: Delivery;
  /** Tells right before sending whether it is allowed; otherwise it is withheld for good. A bulletin has no dossier. */
  mayReceive: (message: Message, dossier: Dossier | undefined) => boolean;
  /** Returns until when the message must not be sent, however long it waited; undefined: it may go. */
  heldUntil?: (message: Message, dossier: Dossier | undefined, now: Instant) => Instant | undefined;
  clock: { now(): Instant };
  log: Log;
  /** Hears what became of each message that was tried. */
  attempted?: (message: Message, outcome: DeliveryWord) => void;
  /** Random number from 0 up to 1, for the back-off. */
  random?: () => number;
};

/** What became of a message that was tried, in a word. */
export type DeliveryWord =
  | 'delivered'
  | 'withheld'
  | 'postponed'
  | 'uncertain'
  | 'to-be-retried'
  | 'given-up';

/** A message and the dossier that it is about; a bulletin has none. */
export type Post = { message: Message; dossier: Dossier | undefined };

/** The outcome of one attempt, and what it shows of the recipient. */
export type Attempted = { outcome: DeliveryOutcome; result: Result };

/** With the answer of the other side, for the log. */
type Answered = Attempted & { why?: LogFacts };

/**
 * Attempts a delivery once: one message, together with others that say the same of other dossiers. `failures` is how often
 * in a row nothing reached that recipient. Never rejects.
 */
export function attempting({
  delivery,
  mayReceive,
  heldUntil = () => undefined,
  clock,
  log,
  attempted: told = () => {},
  random = Math.random,
}: AttemptingParts) {
  return async (first: Post, others: readonly Post[], failures: number): Promise<Attempted> => {
    const { why, ...attempted } = await attempt(first, others, failures);
    for (const { message, dossier } of [first, ...others]) {
      report({ document: dossier?.id ?? message.id, message: message.id, ...why }, attempted.outcome);
      told(message, wordOf(attempted.outcome));
    }
    return attempted;
  };

  async function attempt(
    { message, dossier }: Post,
    others: readonly Post[],
    failures: number,
  ): Promise<Answered> {
    const noAnswer = Promise.withResolvers<never>();
    const timer = setTimeout(() => noAnswer.reject(new Unanswered('no answer in time')), sendingMs);
    try {
      if (!mayReceive(message, dossier))
        return { outcome: { at: clock.now(), withheld: true }, result: undefined };
      const postponedTo = heldUntil(message, dossier, clock.now());
      if (postponedTo) return { outcome: { at: clock.now(), postponedTo }, result: undefined };
      const together = others.flatMap((one) => one.dossier ?? []);
      const sent = delivery.deliver(message, dossier, together);
      const { activityId } = await Promise.race([sent, noAnswer.promise]);
      return { outcome: { at: clock.now(), activityId: usable(activityId) }, result: 'reached' };
    } catch (error) {
      const missed = whyMissed(message, error);
      if (missed)
        for (const one of [{ message, dossier }, ...others])
          await delivery.kept?.(one.message, one.dossier, missed);
      const why = error instanceof Undelivered ? error.facts : undefined;
      return { ...failed(message, error, failures), why };
    } finally {
      clearTimeout(timer);
    }
  }

  function failed(message: Message, error: unknown, failures: number): Attempted {
    const at = clock.now();
    const fault = reasonOf(error);
    const tries = triesOf(message) - (message.triedBefore ?? 0) + 1;
    const again = (notBefore?: Instant) => retryAt({ tries, failures, at, notBefore, random });
    const held = (until: Instant | undefined, why = new Undelivered(fault, true)): Result =>
      until ? { hold: { until, why } } : 'reached';
    if (error instanceof Postponed)
      return { outcome: { at, postponedTo: error.notBefore }, result: { fullUntil: error.notBefore } };
    if (!(error instanceof Undelivered) && !(error instanceof Unanswered))
      log.fault('an unexpected fault in delivering', error);
    if (!(error instanceof Undelivered) && !recipientRules[message.to.kind].mayComeTwice)
      return { outcome: { at, fault, uncertain: true }, result: held(again()) };
    if (error instanceof Unanswered) {
      // A card without an answer is sent again, so that none is lost; but not time and again where each may have arrived.
      if (fault === noId && timesOf(message, noId) + 1 >= mostWithoutId)
        return { outcome: { at, fault }, result: 'reached' };
      return { outcome: { at, fault, retryAt: again() }, result: held(again()) };
    }
    if (!(error instanceof Undelivered))
      return { outcome: { at, fault, retryAt: again() }, result: undefined };
    if (!error.retry) return { outcome: { at, fault }, result: 'reached' };
    const { notBefore, unreachable, ofMessage } = error;
    const until = again(notBefore);
    const outcome = { at, fault, retryAt: until, ...(unreachable && ({ unreachable } as const)) };
    // Blocked or not installed is answered at once, and the next message may arrive: no hold for the others.
    return { outcome, result: ofMessage || unreachable ? 'reached' : held(until, error) };
  }

  function report(facts: LogFacts, outcome: DeliveryOutcome): void {
    if ('activityId' in outcome) log.info('a message was delivered', facts);
    else if ('withheld' in outcome) log.warn('a message was withheld', facts);
    else if ('postponedTo' in outcome)
      log.info('a message was postponed', { ...facts, at: outcome.postponedTo });
    else if ('uncertain' in outcome) log.error('a letter may or may not have been sent', facts);
    else if (outcome.retryAt) log.warn('a message will be tried again', { ...facts, at: outcome.retryAt });
    else log.error('a message was given up', facts);
  }
}

function wordOf(outcome: DeliveryOutcome): DeliveryWord {
  if ('activityId' in outcome) return 'delivered';
  if ('withheld' in outcome) return 'withheld';
  if ('postponedTo' in outcome) return 'postponed';
  if ('uncertain' in outcome) return 'uncertain';
  return outcome.retryAt ? 'to-be-retried' : 'given-up';
}

/**
 * Returns the failure to remember of a recipient, so that their first sign of life has the message tried again, even after
 * it was given up. Undefined for a fault of the message itself, and for a letter, which its handler then sends by hand.
 */
function whyMissed({ to }: Message, error: unknown): Undelivered | undefined {
  const { isDoneByHand } = recipientRules[to.kind];
  if (error instanceof Undelivered) {
    const isAbout = isDoneByHand ? !error.retry : personIn(to) !== undefined && error.ofMessage;
    return isAbout ? undefined : error;
  }
  if (error instanceof Postponed || isDoneByHand) return undefined;
  return new Undelivered(error instanceof Unanswered ? error.message : 'unexpected fault', true);
}

/** Words a failure for the ledger, which only those who may see the dossier can read. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
