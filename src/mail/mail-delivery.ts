import { createTransport } from 'nodemailer';
import { type Delivery, Undelivered } from '../register/delivery.ts';
import { letterMail } from './letter-mail.ts';
import { undelivered } from './undelivered.ts';

/** How letters go out; the url is smtp or smtps and may hold a password. */
export type MailServer = { url: string; from: string };

/** How long the mail server may be silent at each step of a conversation. */
const patienceMs = 10_000;

/**
 * Delivers waiting letters by e-mail. Delivered is what the mail server has accepted. The same message always carries
 * the same Message-ID, so that one that goes out a second time can be recognised.
 */
export function mailDelivery({ url, from }: MailServer): Delivery {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    dnsTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async deliver(message, dossier) {
      const mail = await letterMail(message, dossier, from);
      try {
        const { messageId } = await transport.sendMail(mail);
        return { activityId: messageId };
      } catch (error) {
        throw undelivered(error);
      }
    },
  };
}

/** Where there is no mail server (any more): the handler is told to send what waits by hand. */
export const noMailDelivery: Delivery = {
  deliver: () => Promise.reject(new Undelivered('there is no mail server', false)),
};
