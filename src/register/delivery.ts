import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Dossier } from './dossier.ts';
import type { Message } from './message.ts';

/** Why a message could not be delivered, and whether to try again. */
export class Undelivered extends Error {
  /** False: trying again is of no use (blocked, not installed). */
  readonly retry: boolean;
  /** The platform asks not to try before this moment. */
  readonly notBefore: Instant | undefined;

  constructor(reason: string, retry: boolean, notBefore?: Instant) {
    super(reason);
    this.name = 'Undelivered';
    this.retry = retry;
    this.notBefore = notBefore;
  }
}

/** How messages reach people; the dossier is absent for a bulletin. */
export interface Delivery {
  /** Answers with the platform's id of what was sent; throws `Undelivered`. */
  deliver(message: Message, dossier: Dossier | undefined): Promise<{ activityId: string }>;
}
