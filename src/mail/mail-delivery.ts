import type { SendMailOptions } from 'nodemailer';
import type { Organisation } from '../letters/organisation.ts';
import { type Delivery, Unanswered, Undelivered } from '../register/model/delivery.ts';
import { type Instant, later } from '../time/local-date.ts';
import { mailOf } from './letter-mail.ts';

/** The mail server; the url is smtp or smtps, may hold a password, and is asked for at each letter. */
export type MailServer = { readonly url: string; from: string };

export type MailDelivery = Delivery & {
  /** Connects and logs in, and sends nothing. Returns why the server refuses, if it does. */
  check(): Promise<Undelivered | undefined>;
};

/** How long the mail server may be silent at each step of a conversation, and how long it may take over a letter. */
const smtpTimeoutMs = 10_000;
const longestMs = 18_000;

/**
 * Delivers waiting letters by e-mail: delivered when the mail server accepts them, refused when it says so, and unknown when
 * it does not answer to a letter that was handed over whole. A message always carries the same Message-ID, so that a second
 * copy can be recognised.
 */
export function mailDelivery(
  server: MailServer,
  organisation: Organisation,
  clock: { now(): Instant },
): MailDelivery {
  const conversation = () => ({
    url: server.url,
    connectionTimeout: smtpTimeoutMs,
    dnsTimeout: smtpTimeoutMs,
    greetingTimeout: smtpTimeoutMs,
    socketTimeout: smtpTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function send(mail: SendMailOptions): Promise<{ activityId: string }> {
    let isHandedOver = false;
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      ...conversation(),
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
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(conversation());
    try {
      await transport.verify();
      return undefined;
    } catch (error) {
      return undelivered(error, clock.now());
    } finally {
      transport.close();
    }
  }

  return {
    deliver: async (message, dossier) =>
      send(await mailOf(message, dossier, server.from, organisation, clock.now())),
    check,
  };
}

/** Detects, from the log of a conversation with a mail server, that the whole text has gone out. */
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

/** Delivers nothing where there is no mail server (any more): the handler is told to send by hand what waits. */
export const noMailDelivery: Delivery = {
  deliver: () => Promise.reject(new Undelivered('there is no mail server', false)),
};

/** A failure as nodemailer reports it; its message may hold addresses and is not used. */
type MailFault = { code?: string; responseCode?: number; command?: string; response?: string };

/** Milliseconds before the next try at a server that refuses how the bot is set up. */
const setUpMs = 60 * 60_000;

/**
 * Classifies a failure to send. A letter that the server refuses for good (5xx to its recipient or its text) is given up.
 * A refusal of the bot itself (the login, the sender, a policy: 5.7.x) is a fault of set-up: told at once, and tried rarely.
 * All else may pass: no connection, silence, a server that is busy (4xx).
 */
export function undelivered(error: unknown, now: Instant): Undelivered {
  const fault = error as MailFault;
  const { code, responseCode, command } = fault;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(fault.response ?? '')?.[1];
  const reason = [responseCode, enhanced, code].filter(Boolean).join(' ') || 'no answer';
  if (isSetUp(fault, enhanced)) {
    const notBefore = later(now, setUpMs);
    return new Undelivered(reason, true, { notBefore, unreachable: true, setUp: true });
  }
  const aboutTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  const ofMessage = aboutTheLetter && command !== 'MAIL FROM';
  const refused = ofMessage && !(responseCode && responseCode < 500);
  return new Undelivered(reason, !refused, { ofMessage });
}

/** Tells whether it is a fault of set-up. A 4xx passes, whatever it is about; a missing login never does. */
function isSetUp({ code, responseCode, command }: MailFault, enhanced: string | undefined): boolean {
  if (responseCode === undefined) return code === 'EAUTH';
  if (responseCode < 500) return false;
  return (
    code === 'EAUTH' ||
    responseCode === 530 ||
    command === 'MAIL FROM' ||
    command === 'CONN' ||
    enhanced?.startsWith('5.7.') === true
  );
}
