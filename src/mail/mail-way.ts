import type { SendMailOptions } from 'nodemailer';
import { isAway, type OwnIdentity } from '../identity/own-identity.ts';
import { Undelivered } from '../register/model/delivery.ts';
import { type Instant, later } from '../time/local-date.ts';

/** A mail server; the url is smtp or smtps, may hold a password, and is asked for at each letter. */
export type MailServer = {
  readonly url: string;
  from: string;
  /** Logs in as the bot's own identity, with a token (OAuth2), instead of a password. */
  oauth2?: boolean;
};

/** A mailbox of Microsoft 365, from which Microsoft Graph sends. */
export type Mailbox = { way: 'graph'; from: string };

/** Where letters go out. */
export type MailPlace = MailServer | Mailbox;

/** What a way of sending needs besides its place. */
export type WayParts = {
  clock: { now(): Instant };
  identity?: OwnIdentity;
  /** Once it is aborted, the bot stops: an e-mail that has not gone out yet is not sent by it. */
  stopping?: AbortSignal;
  /** Where Microsoft Graph is; a peer of ours in tests, which no setting reaches. */
  graph?: string;
};

/** A way to send e-mail. */
export type MailWay = {
  /** Sends an e-mail; returns its Message-ID. Throws `Undelivered`, or `Unanswered` where it may have gone out. */
  send(mail: SendMailOptions): Promise<{ activityId: string }>;
  /** Signs in, and sends nothing. Returns why it is refused, if it is. */
  check(): Promise<Undelivered | undefined>;
};

/** How long handing over a letter may take, in milliseconds. */
export const longestMs = 18_000;

/** Milliseconds before the next try at a server that refuses how the bot is set up. */
const setUpMs = 60 * 60_000;

/** Makes a fault of set-up: told at once, and tried rarely. */
export const setUpFault = (reason: string, now: Instant, cause: unknown): Undelivered =>
  new Undelivered(reason, true, { notBefore: later(now, setUpMs), unreachable: true, setUp: true, cause });

/** Asks for a token. Throws `Undelivered`: a fault of set-up where it is refused; a network that is away passes. */
export async function tokenFor(
  scope: string,
  { identity, clock }: Pick<WayParts, 'identity' | 'clock'>,
): Promise<string> {
  try {
    const found = await Promise.race([identity?.getToken(scope), tooLate()]);
    if (found) return found.token;
  } catch (cause) {
    if (isAway(cause)) throw new Undelivered('no token', true, { cause });
    throw setUpFault('no token', clock.now(), cause);
  }
  throw setUpFault('no token', clock.now(), undefined);
}

/**
 * How long a token may take, in milliseconds: together with a connection, which may take 10 seconds, within what sending may, because a
 * letter without an answer may have arrived.
 */
const tokenMs = 7_000;

const tooLate = (): Promise<never> =>
  new Promise((_, reject) => {
    const late = () => reject(new Error('the request for a token timed out'));
    AbortSignal.timeout(tokenMs).addEventListener('abort', late);
  });
