import type { Transporter } from 'nodemailer';
import { Unanswered, Undelivered } from '../register/model/delivery.ts';
import type { Instant } from '../time/local-date.ts';
import { longestMs, type MailServer, type MailWay, setUpFault, tokenFor, type WayParts } from './mail-way.ts';

/** Tells whether the mail server is on this machine: no line to it can be read by others. */
const isHere = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname.toLowerCase());

/** How long the mail server may be silent at each step of a conversation, in milliseconds. */
const smtpTimeoutMs = 10_000;

/** For which a token of Microsoft 365 is asked, to log in at a mail server. */
const smtpScope = 'https://outlook.office365.com/.default';

/**
 * Sends by a mail server: sent when it accepts, refused when it says so, and unknown when it does not answer to a letter that was
 * handed over whole.
 */
export function smtpWay(server: MailServer, parts: WayParts): MailWay {
  const { clock, identity } = parts;

  async function connect(logger?: Logger): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    const token = server.oauth2 ? await tokenFor(smtpScope, parts) : undefined;
    return createTransport({
      url: server.url,
      connectionTimeout: smtpTimeoutMs,
      dnsTimeout: smtpTimeoutMs,
      greetingTimeout: smtpTimeoutMs,
      socketTimeout: smtpTimeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      logger,
      // Nor a password nor a letter goes over a line that others can read, and none goes without the login that is set.
      requireTLS: token !== undefined || !isHere(server.url),
      forceAuth: URL.parse(server.url)?.username !== '',
      ...(token && { auth: { type: 'OAuth2', user: server.from, accessToken: token } }),
    });
  }

  /** Uses one connection, and once more with a new token where the login with a token is refused. */
  async function connected<T>(work: (transport: Transporter) => Promise<T>, logger?: Logger): Promise<T> {
    for (let isAnew = false; ; isAnew = true) {
      const transport = await connect(logger);
      try {
        return await work(transport);
      } catch (error) {
        if (isAnew || !server.oauth2 || (error as MailFault).code !== 'EAUTH') throw error;
        identity?.refuse();
      } finally {
        transport.close();
      }
    }
  }

  return {
    async send(mail) {
      let isHandedOver = false;
      const heard = listening(() => {
        isHandedOver = true;
      });
      const signal = AbortSignal.timeout(longestMs);
      try {
        const { messageId } = await connected((one) => one.sendMail({ ...mail, signal }), heard);
        return { activityId: messageId };
      } catch (error) {
        const isAnswered = (error as MailFault).responseCode !== undefined;
        if (isHandedOver && !isAnswered) throw new Unanswered('no answer to the letter');
        throw undelivered(error, clock.now());
      }
    },
    async check() {
      try {
        await connected((one) => one.verify());
        return undefined;
      } catch (error) {
        return undelivered(error, clock.now());
      }
    },
  };
}

type Logger = ReturnType<typeof listening>;

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

/** A failure as nodemailer reports it; its message may hold addresses and is not used. */
type MailFault = { code?: string; responseCode?: number; command?: string; response?: string };

/**
 * Classifies a failure to send. A letter that the server refuses for good (5xx to its recipient or its text) is given up.
 * A refusal of the bot itself (the login, the sender, a policy: 5.7.x) is a fault of set-up: told at once, and tried rarely.
 * All else may pass: no connection, silence, a server that is busy (4xx).
 */
export function undelivered(error: unknown, now: Instant): Undelivered {
  if (error instanceof Undelivered) return error;
  const fault = error as MailFault;
  const { code, responseCode, command } = fault;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(fault.response ?? '')?.[1];
  const reason = [responseCode, enhanced, code].filter(Boolean).join(' ') || 'no answer';
  if (isSetUp(fault, enhanced)) return setUpFault(reason, now, error);
  const aboutTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  const ofMessage = aboutTheLetter && command !== 'MAIL FROM';
  const refused = ofMessage && !(responseCode && responseCode < 500);
  return new Undelivered(reason, !refused, { ofMessage, cause: error });
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
    command === 'STARTTLS' ||
    enhanced?.startsWith('5.7.') === true
  );
}
