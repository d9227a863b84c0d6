import { subscribe } from 'node:diagnostics_channel';
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
  const { clock, identity, stopping, graph = 'https://graph.microsoft.com' } = parts;
  const mailbox = `${graph}/v1.0/users/${encodeURIComponent(from)}`;

  const askingUntil =
    (signal: AbortSignal): AskGraph =>
    async (path, body, { type = 'text/plain', method = 'POST' } = {}) => {
      const ask = async () => {
        const headers = { authorization: `Bearer ${await tokenFor(scope, parts)}`, 'content-type': type };
        if (signal.aborted) throw new Undelivered('no answer', true);
        return fetch(`${mailbox}${path}`, {
          method,
          headers,
          body: body || null,
          signal,
          redirect: 'manual',
        });
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
        if (mime.length > mostOfMime) {
          const refusal = (one: Response) => refusalIn(one, clock.now());
          const beforehand = stopping ? AbortSignal.any([signal, stopping]) : signal;
          await sendByDraft(mail, messageId, { askingUntil, mimeOf, refusalIn: refusal, signal, beforehand });
        } else {
          const answer = await ask('/sendMail', mime.toString('base64'));
          if (answer.status !== 202) throw await refusalIn(answer, clock.now());
        }
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

/** The faults that came while the connection was made, with its name, its port or its certificate: nothing of a request was written. */
const beforeSending = new WeakSet<Error>();
subscribe('undici:client:connectError', (told) => {
  const { error } = Object(told);
  if (error instanceof Error) beforeSending.add(error);
});

/** Classifies what is no answer: nothing was sent, or it may have arrived. */
function asDelivery(error: unknown): Undelivered | Unanswered {
  if (error instanceof Undelivered || error instanceof Unanswered) return error;
  const why = connectFaultIn(error);
  if (!why) return new Unanswered('no answer to the letter');
  const reason = 'code' in why ? String(why.code) : 'no answer';
  return new Undelivered(reason, true, { cause: error });
}

/** Finds the fault of making the connection, which `fetch` keeps as the cause of its own. */
function connectFaultIn(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  return beforeSending.has(error) ? error : connectFaultIn(error.cause);
}

/**
 * Classifies an answer that is not 202. Who may not (401 with a fresh token, 403) and a mailbox that is not there (404) are faults of
 * set-up. 429 and 503 say until when to wait. 400 and 413 are about this e-mail. After 502 and 504, which a gateway gives, and after
 * an answer that nobody can know, it may have gone out; so it may after a 500 that does not say what of, because then Graph itself
 * did not refuse it. All else may pass.
 */
async function refusalIn(answer: Response, now: Instant): Promise<Undelivered | Unanswered> {
  const { status } = answer;
  const said: unknown = await answer.json().catch(() => undefined);
  const code = /"code":"([A-Za-z][\w.-]{0,60})"/.exec(JSON.stringify(said) ?? '')?.[1];
  const reason = [status, code].filter(Boolean).join(' ');
  const isKnown = status >= 300 && ![502, 504].includes(status) && (status !== 500 || code !== undefined);
  if (!isKnown) return new Unanswered('no answer to the letter');
  if ([401, 403, 404].includes(status)) return setUpFault(reason, now, said);
  const passes = status >= 500 || status < 400 || [408, 409, 429].includes(status);
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
