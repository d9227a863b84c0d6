import { Undelivered } from '../register/delivery.ts';

/** What nodemailer says of a failure; its message may hold addresses and is not used. */
type MailFault = { code?: string; responseCode?: number; command?: string };

/**
 * A letter that the server refuses for good (5xx to its recipient or its text) is given up. All else may pass: no
 * connection, silence, a server that is busy (4xx), a password or a MAIL_FROM that is not right.
 */
export function undelivered(error: unknown): Undelivered {
  const { code, responseCode, command } = error as MailFault;
  const aboutTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  const ofMessage = aboutTheLetter && command !== 'MAIL FROM';
  const refused = ofMessage && !(responseCode && responseCode < 500);
  const reason = [responseCode, code].filter(Boolean).join(' ') || 'no answer';
  return new Undelivered(reason, !refused, { ofMessage });
}
