import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Activity } from 'botbuilder';
import type { Readiness } from '../register/health.ts';
import type { Log } from '../register/model/log.ts';
import { isLoopback } from '../settings/reader.ts';
import { refusalTo, type TeamsAdapter, takeTurn } from '../teams/adapter/adapter.ts';
import type { Bot } from '../teams/bot.ts';
import { type TurnKind, unwatched, type Watch } from '../telemetry/watch.ts';
import { type Admission, rejectActivity, rejectByHeaders } from './admission.ts';
import { type Answer, type Router, router } from './router.ts';

/** In milliseconds: the time in which a request must come in, and before that its headers; and how often the latter is checked. */
export type RequestTimeouts = { request: number; headers: number; lookEvery: number };

/** The defaults; Teams needs far less. */
const requestTimeouts: RequestTimeouts = { request: 20_000, headers: 10_000, lookEvery: 2_000 };

/** The headers of every response; the page of the try-out loosens the policy for itself. */
const securityHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export type ServerParts = {
  adapter: TeamsAdapter;
  bot: Bot;
  admission: Admission;
  /** Tells whether the bot can do its work. Never rejects. */
  ready(): Promise<Readiness>;
  /** Who shows it reads the detail of readiness, from anywhere. */
  healthToken?: string | undefined;
  /** Measures a turn. */
  watchTurn?: Watch['turn'];
  log: Log;
  timeouts?: RequestTimeouts;
};

export type HttpServer = {
  router: Router;
  /** Accepts no more turns and is not ready any more; resolves when the turns under way have ended. */
  drain(): Promise<void>;
};

/** Makes the HTTP server: activities from Teams, and health for operators. No response tells what went wrong inside. */
export function httpServer({
  adapter,
  bot,
  admission,
  ready,
  healthToken,
  watchTurn = unwatched.turn,
  log,
  timeouts = requestTimeouts,
}: ServerParts): HttpServer {
  const answers = router(securityHeaders, (error) => log.fault('request failed', error));
  const turns = new Set<Promise<unknown>>();
  const readyNow = keptFor(readyMs, ready);
  let isDraining = false;

  answers.inTime = timeouts.request;
  Object.assign(answers.server, {
    // By the router: an upload may take longer than a message of Teams.
    requestTimeout: 0,
    headersTimeout: timeouts.headers,
    connectionsCheckingInterval: timeouts.lookEvery,
  });
  answers.route('POST', '/api/messages', async ({ request, json }) => {
    const { authorization } = request.headers;
    const refusal = async (status: number): Promise<Answer> => ({
      status: await refusalTo(authorization, status, { adapter, log }),
      isLast: true,
    });
    const unread = rejectByHeaders(request.headers, adapter);
    if (unread === 401 && authorization) log.warn('not authenticated', { status: unread });
    if (unread) return { status: unread, isLast: true };
    if (isDraining) return { status: 503, isLast: true };
    const read = await json();
    if (read.refused) return refusal(read.refused);
    const refused = rejectActivity(read.body, admission);
    if (refused) return refusal(refused);
    const activity = read.body as Activity;
    const turn = watchTurn(kindOf(activity), () =>
      takeTurn(adapter, bot, activity, authorization ?? '', log),
    );
    turns.add(turn);
    return turn.finally(() => turns.delete(turn));
  });
  answers.route('GET', '/health/live', () => ({ status: 200, body: { status: 'ok' } }));
  answers.route('GET', '/health/ready', async ({ request }) => {
    if (isDraining) return { status: 503, body: { status: 'stopping' } };
    const { ready: isReady, status, parts } = await readyNow();
    const isOperator = isOwnMachine(request) || shows(request, healthToken);
    const body = isOperator ? { status, ...parts } : { status };
    return { status: isReady ? 200 : 503, body };
  });
  return {
    router: answers,
    async drain() {
      isDraining = true;
      await Promise.allSettled(turns);
    },
  };
}

/** Finds what somebody does, by the words of the protocol alone. */
function kindOf({ type, name = '', value }: Pick<Activity, 'type' | 'name' | 'value'>): TurnKind {
  if (type === 'message') return value === undefined ? 'words' : 'press';
  if (type === 'conversationUpdate' || type === 'installationUpdate') return 'arrival';
  if (type !== 'invoke') return 'other';
  if (name === 'adaptiveCard/action') return 'press';
  if (name === 'fileConsent/invoke') return 'file';
  return /^(task|composeExtension)\//.test(name) ? 'dialog' : 'other';
}

/** How long a measurement of readiness is shown, in milliseconds: whoever asks more often costs nothing. */
const readyMs = 5_000;

/** Measures once for all who ask meanwhile, or within that time after it. */
function keptFor<T>(ms: number, measure: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | undefined;
  let until = Number.POSITIVE_INFINITY;
  return () => {
    if (last && performance.now() < until) return last;
    until = Number.POSITIVE_INFINITY;
    last = measure().finally(() => {
      until = performance.now() + ms;
    });
    return last;
  };
}

/** The headers that a proxy adds; one before the bot may stand on this very machine. */
const ofProxies =
  /^(forwarded|via|true-client-ip|x-(forwarded|real|client|original|envoy|arr|azure|appservice)\b.*)$/;

/**
 * Tells whether a request comes from this machine, asks for it by name and came through no proxy on it: then it may read how delivery
 * goes. A proxy that adds no header still asks for the name that the world has for the bot.
 */
const isOwnMachine = ({ socket, headers }: IncomingMessage): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') &&
  isLoopback(URL.parse(`http://${headers.host}`)?.hostname ?? '') &&
  !Object.keys(headers).some((name) => ofProxies.test(name));

/** Tells whether a request shows the token, in a time that says nothing of how much of it was right. */
function shows({ headers }: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return false;
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${token}`));
}
