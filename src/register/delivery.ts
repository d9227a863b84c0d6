import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Dossier } from './dossier.ts';
import type { Message } from './message.ts';

/** Why a message could not be delivered, and whether to try again. */
export class Undelivered extends Error {
  /** False: trying again is of no use (blocked, not installed). */
  readonly retry: boolean;
  /** The platform asks not to try before this moment. */
  readonly notBefore: Instant | undefined;
  /** The recipient cannot be reached as yet: it goes on waiting, and somebody else is told meanwhile. */
  readonly unreachable: boolean;

  constructor(reason: string, retry: boolean, notBefore?: Instant, unreachable = false) {
    super(reason);
    this.name = 'Undelivered';
    this.retry = retry;
    this.notBefore = notBefore;
    this.unreachable = unreachable;
  }
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
  /** Answers with the platform's id of what was sent; throws `Undelivered` or `Postponed`. */
  deliver(message: Message, dossier: Dossier | undefined): Promise<{ activityId: string }>;
  /** Once the ledger has it as sent: what it makes superfluous may go. Tried once; never rejects. */
  tidy?(message: Message, dossier: Dossier): Promise<void>;
}
