import type { SendMailOptions } from 'nodemailer';
import { Unanswered, Undelivered } from '../register/model/delivery.ts';
import { type Instant, later } from '../time/local-date.ts';
import { type AskGraph, sendByDraft } from './graph-draft.ts';
import { longestMs, type Mailbox, type MailWay, setUpFault, tokenFor, type WayParts } from './mail-way.ts';

const scope = 'https://graph.microsoft.com/.default';

/** The most bytes of a MIME message that Graph takes in one request. */
const mostOfMime = 3_000_000;

/** An e-mail to nobody: refused as such (400) only after the mailbox and the right were found in order. */
const toNobody = 'Subject: Klachtenbot\r\n\r\n';

/**
 * Sends from a mailbox of Microsoft 365 by Microsoft Graph, with the bot's own identity: sent when it is accepted (202), refused
 * when Graph says so, and unknown when there is no answer. A token that is refused is replaced once.
 */
export function graphWay({ from }: Mailbox, parts: WayParts): MailWay {
  const { clock, identity, graph = 'https://graph.microsoft.com' } = parts;
  const mailbox = `${graph}/v1.0/users/${encodeURIComponent(from)}`;

  const askingUntil =
    (signal: AbortSignal): AskGraph =>
    async (path, body, { type = 'text/plain', method = 'POST' } = {}) => {
      const ask = async () => {
        const headers = { authorization: `Bearer ${await tokenFor(scope, parts)}`, 'content-type': type };
        if (signal.aborted) throw new Undelivered('no answer', true);
        return fetch(`${mailbox}${path}`, { method, headers, body: body || null, signal, redirect: 'error' });
      };
      const answer = await ask();
      if (answer.status !== 401) return answer;
      await answer.body?.cancel();
      identity?.refuse();
      return ask();
    };

  return {
    async send(mail) {
      const signal = AbortSignal.timeout(longestMs);
      const ask = askingUntil(signal);
      const { mime, messageId } = await mimeOf(mail);
      try {
        const answer =
          mime.length > mostOfMime
            ? await sendByDraft(mail, {
                ask,
                mimeOf,
                refusalIn: (one) => refusalIn(one, clock.now()),
                signal,
              })
            : await ask('/sendMail', mime.toString('base64'));
        if (answer.status !== 202) throw await refusalIn(answer, clock.now());
        return { activityId: messageId };
      } catch (error) {
        throw asDelivery(error);
      }
    },
    async check() {
      try {
        const ask = askingUntil(AbortSignal.timeout(longestMs));
        const answer = await ask('/sendMail', Buffer.from(toNobody).toString('base64'));
        const refusal = await refusalIn(answer, clock.now());
        return refusal instanceof Undelivered && !refusal.ofMessage ? refusal : undefined;
      } catch (error) {
        const why = asDelivery(error);
        return why instanceof Undelivered ? why : new Undelivered(why.message, true, { cause: error });
      }
    },
  };
}

/** Makes the MIME message: the same as a mail server gets. */
async function mimeOf(mail: SendMailOptions): Promise<{ mime: Buffer; messageId: string }> {
  const { createTransport } = await import('nodemailer');
  const composing = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { message, messageId } = await composing.sendMail(mail);
  if (!Buffer.isBuffer(message)) throw new TypeError('the e-mail is not in one piece');
  return { mime: message, messageId };
}

/** Faults that come before anything was sent: the name, the port, the certificate. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|.*CERT.*|UNABLE_TO_VERIFY.*)$/;

/** Classifies what is no answer: nothing was sent, or it may have arrived. */
function asDelivery(error: unknown): Undelivered | Unanswered {
  if (error instanceof Undelivered || error instanceof Unanswered) return error;
  const code = codeOf(error);
  return code && beforeSending.test(code)
    ? new Undelivered(code, true, { cause: error })
    : new Unanswered('no answer to the letter');
}

/** Finds the code of the fault of the connection, which `fetch` keeps as the cause of its own. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : codeOf(error.cause);
}

/**
 * Classifies a refusal. Who may not (401 with a fresh token, 403) and a mailbox that is not there (404) are faults of set-up. 429
 * and 503 say until when to wait. 400 and 413 are about this e-mail. After 504 it may have gone out. All else may pass.
 */
async function refusalIn(answer: Response, now: Instant): Promise<Undelivered | Unanswered> {
  const { status } = answer;
  const said: unknown = await answer.json().catch(() => undefined);
  const code = /"code":"([A-Za-z][\w.-]{0,60})"/.exec(JSON.stringify(said) ?? '')?.[1];
  const reason = [status, code].filter(Boolean).join(' ');
  if (status === 504) return new Unanswered('no answer to the letter');
  if ([401, 403, 404].includes(status)) return setUpFault(reason, now, said);
  const passes = status >= 500 || [408, 409, 429].includes(status);
  if (!passes) return new Undelivered(reason, false, { ofMessage: true, cause: said });
  const waitMs = askedToWait(answer.headers.get('retry-after'));
  return new Undelivered(reason, true, { cause: said, ...(waitMs && { notBefore: later(now, waitMs) }) });
}

/** The longest wait that is obeyed, in milliseconds: a day. */
const mostWaitMs = 86_400_000;

/** Reads Retry-After, a number of seconds or a date, as milliseconds. */
function askedToWait(retryAfter: string | null): number {
  const ms = /^\d+$/.test(retryAfter ?? '')
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter ?? '') - Date.now();
  return Math.min(Math.max(0, ms || 0), mostWaitMs);
}
