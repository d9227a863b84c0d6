import type { Instant } from '../../time/local-date.ts';
import type { Dossier } from './dossier.ts';
import type { LogFacts } from './log.ts';
import type { Message, Recipient } from './message.ts';

/** The details of an `Undelivered` besides its reason. */
type Course = {
  /** The moment before which the platform asks not to try. */
  notBefore?: Instant | undefined;
  /** The recipient cannot be reached yet: the message keeps waiting, and somebody else is told at once. */
  unreachable?: boolean;
  /** It does not pass by itself: the set-up of that channel or mail server must be mended. */
  setUp?: boolean;
  /** It concerns this message only: others may reach the same recipient. */
  ofMessage?: boolean;
  /** The fault itself, which may hold addresses: never in the log. */
  cause?: unknown;
};

/** Why a message could not be delivered, and whether to try again. The reason is a code or fixed wording, and names nobody. */
export class Undelivered extends Error {
  /** False: trying again is of no use (too large, no such address). */
  readonly retry: boolean;
  readonly notBefore: Instant | undefined;
  readonly unreachable: boolean;
  readonly setUp: boolean;
  readonly ofMessage: boolean;

  constructor(
    reason: string,
    retry: boolean,
    { notBefore, unreachable = false, setUp = false, ofMessage = false, cause }: Course = {},
  ) {
    super(reason, { cause });
    this.name = 'Undelivered';
    this.retry = retry;
    this.notBefore = notBefore;
    this.unreachable = unreachable;
    this.setUp = setUp;
    this.ofMessage = ofMessage;
  }

  /** Splits the reason into facts for the log: '535 5.7.8 EAUTH' is status 535 and code 5.7.8/EAUTH. */
  get facts(): LogFacts {
    const [, status, code = ''] = /^(?:(\d{3})(?: |$))?(.*)$/.exec(this.message) ?? [];
    return { status: status && Number(status), code: code.trim().replaceAll(' ', '/') || undefined };
  }
}

/** The reason of a success that counts as no delivery. */
export const noId = 'no id in the answer';

/** The most characters of an id; those of Teams are shorter. */
const longestId = 512;

/** Tells whether it can be the id of a message or a conversation. An answer without one proves nothing. */
export const isUsableId = (id: unknown): id is string =>
  typeof id === 'string' && id.length <= longestId && id.trim() !== '' && !/\p{C}/u.test(id);

/** The request was sent whole and got no usable answer: the message may have arrived. */
export class Unanswered extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unanswered';
  }
}

/** Returns the id of what was sent; throws without one, because then nothing proves that the platform accepted it. */
export function usable(activityId: unknown): string {
  if (!isUsableId(activityId)) throw new Unanswered(noId);
  return activityId;
}

/** It was not tried: the platform's limits have no room for it before this moment. */
export class Postponed extends Error {
  readonly notBefore: Instant;

  constructor(notBefore: Instant) {
    super('the limits of the platform are reached');
    this.name = 'Postponed';
    this.notBefore = notBefore;
  }
}

/** Delivers messages to people; a bulletin has no dossier. */
export interface Delivery {
  /**
   * Delivers a message; with `together`, one that says the same of those dossiers too. Returns the platform's id; throws
   * `Undelivered`, `Unanswered` or `Postponed`.
   */
  deliver(
    message: Message,
    dossier: Dossier | undefined,
    together?: readonly Dossier[],
  ): Promise<{ activityId: string }>;
  /**
   * Remembers why a message was not delivered, or not tried, so that its recipient's first sign of life retries it. Never
   * rejects.
   */
  kept?(message: Message, dossier: Dossier | undefined, why: Undelivered): Promise<void>;
}

/** Routes each message to the delivery of its kind of recipient. */
export const routedDelivery = (routes: Record<Recipient['kind'], Delivery>): Delivery => ({
  deliver: (message, dossier, together) => routes[message.to.kind].deliver(message, dossier, together),
});

/** The reason, in the ledger, of a message that is not sent to a guest or an outsider. */
export const notAColleague = 'not a colleague';
