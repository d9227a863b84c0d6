import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Instant } from '../procedure/articles/art02-periods.ts';
import { type Delivery, Unanswered, Undelivered } from '../register/delivery.ts';
import { letterMail } from './letter-mail.ts';
import { undelivered } from './undelivered.ts';

/** How letters go out; the url is smtp or smtps and may hold a password. */
export type MailServer = { url: string; from: string };

export type MailDelivery = Delivery & {
  /** Connects and logs in, and sends nothing. Answers with what the server has against it, if anything. */
  check(): Promise<Undelivered | undefined>;
};

/** How long the mail server may be silent at each step of a conversation, and how long it may take over a letter. */
const patienceMs = 10_000;
const longestMs = 18_000;

/**
 * Delivers waiting letters by e-mail. Delivered is what the mail server has accepted, refused what it has answered so;
 * of a letter that was handed over whole and not answered nobody knows. The same message always carries the same
 * Message-ID, so that one that goes out a second time can be recognised.
 */
export function mailDelivery({ url, from }: MailServer, clock: { now(): Instant }): MailDelivery {
  const conversation = {
    url,
    connectionTimeout: patienceMs,
    dnsTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };

  async function send(mail: SendMailOptions): Promise<{ activityId: string }> {
    let isHandedOver = false;
    const transport = createTransport({
      ...conversation,
      logger: listening(() => {
        isHandedOver = true;
      }),
    });
    try {
      const { messageId } = await transport.sendMail({ ...mail, signal: AbortSignal.timeout(longestMs) });
      return { activityId: messageId };
    } catch (error) {
      const isAnswered = (error as { responseCode?: number }).responseCode !== undefined;
      if (isHandedOver && !isAnswered) throw new Unanswered('no answer to the letter');
      throw undelivered(error, clock.now());
    } finally {
      transport.close();
    }
  }

  async function check(): Promise<Undelivered | undefined> {
    const transport = createTransport(conversation);
    try {
      await transport.verify();
      return undefined;
    } catch (error) {
      return undelivered(error, clock.now());
    } finally {
      transport.close();
    }
  }

  return { deliver: async (message, dossier) => send(await letterMail(message, dossier, from)), check };
}

/** Hears from the log of a conversation with a mail server that the whole text has gone out. */
function listening(handedOver: () => void) {
  const ignored = (): void => {};
  const info = (entry: { tnx?: string }): void => {
    if (entry.tnx === 'message') handedOver();
  };
  return {
    level: ignored,
    trace: ignored,
    debug: ignored,
    info,
    warn: ignored,
    error: ignored,
    fatal: ignored,
  };
}

/** Where there is no mail server (any more): the handler is told to send what waits by hand. */
export const noMailDelivery: Delivery = {
  deliver: () => Promise.reject(new Undelivered('there is no mail server', false)),
};
