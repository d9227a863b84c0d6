import { mailAddress, urlWith } from './kinds.ts';
import type { Kind, Reading } from './reading.ts';

/** How letters go out by e-mail. The url may hold a password. */
export type MailServer = { url: string; from: string };

const smtpUrl: Kind<string> = {
  expected:
    'an address such as smtps://user:password@mail.example.nl (smtp or smtps), with nothing behind the host and its port',
  parse(text) {
    const { protocol, hostname } = urlWith(text, ['username', 'password']) ?? {};
    return (protocol === 'smtp:' || protocol === 'smtps:') && hostname ? text : undefined;
  },
};

/** SMTP_URL and MAIL_FROM: both, or neither and letters are sent by hand. */
export function mailServer(read: Reading): MailServer | undefined {
  if (read.given('SMTP_URL') === undefined) {
    if (read.given('MAIL_FROM') !== undefined)
      read.fault('MAIL_FROM', 'is given without SMTP_URL; expected both, or neither to send letters by hand');
    return undefined;
  }
  return { url: read.required('SMTP_URL', smtpUrl), from: read.required('MAIL_FROM', mailAddress) };
}
