import type { Activity } from 'botbuilder';
import restify from 'restify';
import type { Readiness } from '../register/health.ts';
import type { Log } from '../register/model/log.ts';
import { refusalTo, type TeamsAdapter, takeTurn } from '../teams/adapter/adapter.ts';
import type { Bot } from '../teams/bot.ts';
import { type Admission, rejectActivity, rejectByHeaders } from './admission.ts';
import { jsonBody } from './json-body.ts';

/** In milliseconds: the time in which a whole request must come in, and its headers; and how often that is checked. */
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

/** The path to which Teams posts activities. */
const messages = '/api/messages';

/** The methods of which a body is read. */
const bodied: ReadonlySet<string> = new Set(['POST', 'PUT']);

export type ServerParts = {
  adapter: TeamsAdapter;
  bot: Bot;
  admission: Admission;
  /** Tells whether the bot can do its work. Never rejects. */
  ready(): Promise<Readiness>;
  log: Log;
  timeouts?: RequestTimeouts;
};

export type HttpServer = {
  server: restify.Server;
  /** Accepts no more turns and is not ready any more; resolves when the turns under way have ended. */
  drain(): Promise<void>;
};

/** Makes the HTTP server: activities from Teams, and health for operators. No response tells what went wrong inside. */
export function httpServer({
  adapter,
  bot,
  admission,
  ready,
  log,
  timeouts = requestTimeouts,
}: ServerParts): HttpServer {
  const server = restify.createServer({ name: '' });
  const turns = new Set<Promise<unknown>>();
  let isDraining = false;

  Object.assign(server.server, {
    requestTimeout: timeouts.request,
    headersTimeout: timeouts.headers,
    connectionsCheckingInterval: timeouts.lookEvery,
  });
  // Handles an upgrade as any other request: restify would take its connection over, and keep it for ever.
  server.server.removeAllListeners('upgrade');
  server.pre((req: restify.Request, res: restify.Response, next: restify.Next) => {
    for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value);
    return isUrl(req) ? next() : refuse(res, 400, next);
  });
  // Runs after routing, so that a request is judged by the route that it reaches and not by the spelling of its path.
  server.use((req: restify.Request, res: restify.Response, next: restify.Next) => {
    const isForTheBot = req.getRoute().path === messages;
    const refused = isForTheBot ? rejectByHeaders(req.headers, adapter) : undefined;
    if (refused) {
      if (refused === 401 && req.headers.authorization) log.warn('not authenticated', { status: refused });
      return refuse(res, refused, next);
    }
    if (!bodied.has(req.method ?? '')) return next();
    jsonBody(req).then(async (read) => {
      if (read.refused !== undefined)
        return refuse(res, await refusalTo(req.headers.authorization, read.refused, { adapter, log }), next);
      req.body = read.body;
      return next();
    }, next);
  });
  server.on(
    'restifyError',
    (_req: unknown, res: restify.Response, error: { statusCode?: number }, done: () => void) => {
      if (!res.headersSent) {
        res.setHeader('Connection', 'close');
        res.send(error.statusCode ?? 500);
      }
      done();
    },
  );

  server.post(messages, async (req: restify.Request, res: restify.Response) => {
    if (isDraining) return void res.send(503);
    const refused = rejectActivity(req.body, admission);
    if (refused) return void res.send(await refusalTo(req.headers.authorization, refused, { adapter, log }));
    const activity = req.body as Activity;
    const turn = takeTurn(adapter, bot, activity, req.headers.authorization ?? '', log);
    turns.add(turn);
    const answer = await turn.finally(() => turns.delete(turn));
    res.send(answer.status, answer.body);
  });
  server.get('/health/live', async (_req: restify.Request, res: restify.Response) => {
    res.send(200, { status: 'ok' });
  });
  server.get('/health/ready', async (req: restify.Request, res: restify.Response) => {
    if (isDraining) return void res.send(503, { status: 'stopping' });
    const { ready: isReady, detail } = await ready();
    res.send(isReady ? 200 : 503, isOwnMachine(req) ? detail : { status: isReady ? 'ok' : 'not ready' });
  });
  return {
    server,
    async drain() {
      isDraining = true;
      await Promise.allSettled(turns);
    },
  };
}

/** Tells whether target and Host form a URL; for any other restify throws where nothing catches it. */
const isUrl = (req: restify.Request): boolean => {
  try {
    return req.getUrl().hostname !== undefined;
  } catch {
    return false;
  }
};

/** Refuses without reading (on), and closes the connection. */
function refuse(res: restify.Response, status: number, next: restify.Next): void {
  res.setHeader('Connection', 'close');
  res.send(status);
  next(false);
}

/** Tells whether a request comes from this machine and not through a proxy on it: then it may read how delivery goes. */
const isOwnMachine = ({ socket, headers }: restify.Request): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') &&
  headers.forwarded === undefined &&
  headers['x-forwarded-for'] === undefined;
