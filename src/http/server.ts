import type { Activity } from 'botbuilder';
import restify from 'restify';
import type { Readiness } from '../register/health.ts';
import type { Log } from '../register/model/log.ts';
import { refusalTo, type TeamsAdapter, takeTurn } from '../teams/adapter/adapter.ts';
import type { Bot } from '../teams/bot.ts';
import { type Admission, rejectActivity, rejectByHeaders } from './admission.ts';
import { jsonBody } from './json-body.ts';

/** In milliseconds: in how much time a request must have come in whole, and its headers; how often that is looked at. */
export type RequestTimeouts = { request: number; headers: number; lookEvery: number };

/** Teams needs far less. */
const requestTimeouts: RequestTimeouts = { request: 20_000, headers: 10_000, lookEvery: 2_000 };

/** What every answer carries; the page of the try-out loosens the policy for itself. */
const securityHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Where Teams posts activities. */
const messages = '/api/messages';

/** The methods of which a body is read; for any other it is left unread. */
const bodied: ReadonlySet<string> = new Set(['POST', 'PUT']);

export type ServerParts = {
  adapter: TeamsAdapter;
  bot: Bot;
  admission: Admission;
  /** Whether the bot can do its work. Never rejects. */
  ready(): Promise<Readiness>;
  log: Log;
  timeouts?: RequestTimeouts;
};

export type HttpServer = {
  server: restify.Server;
  /** Takes no more turns and is not ready any more; resolves when the turns under way have ended. */
  drain(): Promise<void>;
};

/** The HTTP side: activities from Teams, and health for whoever runs the bot. No answer tells what went wrong inside. */
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
  // Answers a request to upgrade as any other: restify would take its connection over, and keep it for ever.
  server.server.removeAllListeners('upgrade');
  server.pre((req: restify.Request, res: restify.Response, next: restify.Next) => {
    for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value);
    return isUrl(req) ? next() : refuse(res, 400, next);
  });
  // Runs after routing, so that a request is judged by the route that it reaches and not by how its path is spelt.
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

/** Whether target and Host make a URL together; restify throws on any other, where nobody catches it. */
const isUrl = (req: restify.Request): boolean => {
  try {
    return req.getUrl().hostname !== undefined;
  } catch {
    return false;
  }
};

/** Answers without reading (on), and hangs up. */
function refuse(res: restify.Response, status: number, next: restify.Next): void {
  res.setHeader('Connection', 'close');
  res.send(status);
  next(false);
}

/** Who asks from this machine itself, and not through a proxy on it, may read how delivery goes. */
const isOwnMachine = ({ socket, headers }: restify.Request): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') &&
  headers.forwarded === undefined &&
  headers['x-forwarded-for'] === undefined;
