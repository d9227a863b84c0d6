import type { Instant } from '../../time/local-date.ts';
import type { Dossier } from './dossier.ts';
import type { LogFacts } from './log.ts';
import type { Message, Recipient } from './message.ts';

/** What an `Undelivered` may say besides its reason. */
type Course = {
  /** The platform asks not to try before this moment. */
  notBefore?: Instant | undefined;
  /** The recipient cannot be reached as yet: it goes on waiting, and somebody else is told at once. */
  unreachable?: boolean;
  /** It does not pass by itself: what is set up for that channel or mail server must be put right. */
  setUp?: boolean;
  /** It says something of this message only: others may reach the same recipient. */
  ofMessage?: boolean;
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
    { notBefore, unreachable = false, setUp = false, ofMessage = false }: Course = {},
  ) {
    super(reason);
    this.name = 'Undelivered';
    this.retry = retry;
    this.notBefore = notBefore;
    this.unreachable = unreachable;
    this.setUp = setUp;
    this.ofMessage = ofMessage;
  }

  /** The reason as the log takes it: '535 5.7.8 EAUTH' is status 535 and code 5.7.8/EAUTH. */
  get facts(): LogFacts {
    const [, status, code = ''] = /^(?:(\d{3})(?: |$))?(.*)$/.exec(this.message) ?? [];
    return { status: status && Number(status), code: code.trim().replaceAll(' ', '/') || undefined };
  }
}

/** Why something that was answered well counts as not done. */
export const noId = 'no id in the answer';

/** Whatever Teams calls by an id is shorter. */
const longestId = 512;

/** Whether that is the id of a message or a conversation. An answer without one shows of nothing that it was done. */
export const isUsableId = (id: unknown): id is string =>
  typeof id === 'string' && id.length <= longestId && id.trim() !== '' && !/\p{C}/u.test(id);

/** All of it was sent, and no usable answer came: it may have arrived. */
export class Unanswered extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unanswered';
  }
}

/** The id of what was sent. Without one nothing shows that the platform took it. */
export function usable(activityId: unknown): string {
  if (!isUsableId(activityId)) throw new Unanswered(noId);
  return activityId;
}

/** It was not even tried: the platform's limits have no room for it before this moment. */
export class Postponed extends Error {
  readonly notBefore: Instant;

  constructor(notBefore: Instant) {
    super('the limits of the platform are reached');
    this.name = 'Postponed';
    this.notBefore = notBefore;
  }
}

/** How messages reach people; the dossier is absent for a bulletin. */
export interface Delivery {
  /** With `together` it says the same of those dossiers too. Answers with the platform's id of what was sent; throws `Undelivered`, `Unanswered` or `Postponed`. */
  deliver(
    message: Message,
    dossier: Dossier | undefined,
    together?: readonly Dossier[],
  ): Promise<{ activityId: string }>;
  /** It did not arrive, or was not tried because nothing does, for that reason: its recipient's first sign of life has it tried. Never rejects. */
  kept?(message: Message, dossier: Dossier | undefined, why: Undelivered): Promise<void>;
  /** Once the ledger has it as sent: what it makes superfluous may go. Tried once; never rejects. */
  tidy?(message: Message, dossier: Dossier): Promise<void>;
}

/** One delivery that sends each message the way that its recipient asks for. */
export const routedDelivery = (routes: Record<Recipient['kind'], Delivery>): Delivery => ({
  deliver: (message, dossier, together) => routes[message.to.kind].deliver(message, dossier, together),
  tidy: async (message, dossier) => routes[message.to.kind].tidy?.(message, dossier),
});

/** Why somebody is not written to, in the ledger. */
export const notAColleague = 'not a colleague';
