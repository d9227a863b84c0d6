import type { Log } from '../register/model/log.ts';
import type { Recipient } from '../register/model/message.ts';
import type { Store } from '../register/model/store.ts';
import { noteUnreached } from '../register/notify/unreached.ts';
import type { Instant } from '../time/local-date.ts';
import type { MailDelivery } from './mail-delivery.ts';

export type CheckMailParts = {
  mail: Pick<MailDelivery, 'check'>;
  store: Store;
  clock: { now(): Instant };
  /** Retries what waits for that recipient. */
  retryNow(to: Recipient): void;
  log: Log;
};

const toMail: Recipient = { kind: 'mail' };

/**
 * Checks at the start whether the mail server accepts letters, so that a wrong password shows in the log and to the officer
 * before the first letter waits for it. Never rejects, and delays nobody.
 */
export async function checkMail({ mail, store, clock, retryNow, log }: CheckMailParts): Promise<void> {
  try {
    const refused = await mail.check();
    if (!refused) {
      log.info('the mail server answers');
      return retryNow(toMail);
    }
    log.error('the mail server does not take letters', refused.facts);
    const { message: reason, setUp } = refused;
    await noteUnreached(store, toMail, { reason, setUp, now: clock.now() });
  } catch (error) {
    log.fault('the mail server was not asked', error);
  }
}
