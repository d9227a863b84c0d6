/** What the bot does about a request that the platform refused. */
type Remedy =
  /** Too many requests: the whole conversation waits, as long as Retry-After says. */
  | 'wait'
  /** It may pass: retried, each time after a longer wait. */
  | 'back-off'
  /** The recipient has not installed the bot: forget the address, wait until they have, and tell somebody else at once. */
  | 'await-installation'
  /** The recipient does not want it, or may not have it now: wait for a sign of life, and tell somebody else at once. */
  | 'await-recipient'
  /** The conversation does not exist any more: forget its address, create another, retry at once. */
  | 'renew'
  /** The card is too large: send a short one that points to the dossier. */
  | 'shrink';

/** The remedy of each error of the platform; the first row that fits counts. Without a code it is for every code. */
const remedies: readonly { status: number; code?: string; remedy: Remedy }[] = [
  { status: 429, remedy: 'wait' },
  { status: 403, code: 'ForbiddenOperationException', remedy: 'await-installation' },
  { status: 403, code: 'BotNotInConversationRoster', remedy: 'await-installation' },
  { status: 403, remedy: 'await-recipient' },
  { status: 404, remedy: 'renew' },
  { status: 413, remedy: 'shrink' },
  { status: 408, remedy: 'back-off' },
  { status: 412, remedy: 'back-off' },
  { status: 500, remedy: 'back-off' },
  { status: 502, remedy: 'back-off' },
  { status: 503, remedy: 'back-off' },
  { status: 504, remedy: 'back-off' },
];

/** The status and code of a refused request, as the connector client throws it. */
type RestFault = {
  statusCode?: number;
  code?: string;
  response?: { headers?: { get(name: string): string | undefined } };
};

/** A request that the platform refused, or did not answer. */
export type PlatformFault = {
  remedy: Remedy;
  /** For the ledger: '403 ConversationBlockedByUser', 'no answer'. */
  reason: string;
  /** How long the platform asks to wait, in milliseconds; 0 when it does not say. */
  waitMs: number;
};

/** Classifies an error of the connector client. One that is not in the table is retried with back-off. */
export function platformFault(error: unknown): PlatformFault {
  const { statusCode, code, response } = (error ?? {}) as RestFault;
  const found = remedies.find((row) => row.status === statusCode && (!row.code || row.code === code));
  return {
    remedy: found?.remedy ?? 'back-off',
    reason: [statusCode, codeIn(code)].filter(Boolean).join(' ') || 'no answer',
    waitMs: milliseconds(response?.headers?.get('retry-after')),
  };
}

/** Returns a code, which is one word; any other text stays out of the ledger and the log. */
const codeIn = (code: unknown): string | undefined =>
  typeof code === 'string' && /^[A-Za-z][\w.-]{0,60}$/.test(code) ? code : undefined;

/** Parses Retry-After, a number of seconds or a date, to milliseconds. */
function milliseconds(retryAfter: string | undefined): number {
  if (!retryAfter) return 0;
  const seconds = Number(retryAfter);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - Date.now();
  return ms > 0 ? ms : 0;
}
