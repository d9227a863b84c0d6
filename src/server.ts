import type { Activity } from 'botbuilder';
import restify from 'restify';
import type { Log } from './register/log-port.ts';
import { jsonBody } from './server/json-body.ts';
import { type TeamsAdapter, takeTurn } from './teams/authentication.ts';
import type { Bot } from './teams/bot.ts';
import { type Admission, refusedAtTheDoor } from './teams/door.ts';

/** Milliseconds in which a request must have come in whole, and its headers: Teams needs far less. */
const requestTimeout = 20_000;
const headersTimeout = 10_000;

/** What every answer carries; the page of the try-out loosens the policy for itself. */
const securityHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
};

export type ServerParts = {
  adapter: TeamsAdapter;
  bot: Bot;
  admission: Admission;
  /** Throws when the bot cannot do its work. */
  ready(): Promise<void>;
  log: Log;
};

export type HttpServer = {
  server: restify.Server;
  /** Takes no more turns and is not ready any more; resolves when the turns under way have ended. */
  drain(): Promise<void>;
};

/** The HTTP side: activities from Teams, and health for whoever runs the bot. No answer tells what went wrong inside. */
export function httpServer({ adapter, bot, admission, ready, log }: ServerParts): HttpServer {
  const server = restify.createServer({ name: '' });
  const turns = new Set<Promise<unknown>>();
  let isDraining = false;

  Object.assign(server.server, { requestTimeout, headersTimeout });
  server.pre((req: restify.Request, res: restify.Response, next: restify.Next) => {
    for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value);
    if (req.url !== '/api/messages' || !req.headers.origin) return next();
    res.send(403);
    return next(false);
  });
  server.use((req: restify.Request, res: restify.Response, next: restify.Next) => {
    jsonBody(req).then((read) => {
      if (read.refused === undefined) {
        req.body = read.body;
        return next();
      }
      res.setHeader('Connection', 'close');
      res.send(read.refused);
      return next(false);
    }, next);
  });
  server.on(
    'restifyError',
    (_req: unknown, res: restify.Response, error: { statusCode?: number }, done: () => void) => {
      if (!res.headersSent) res.send(error.statusCode ?? 500);
      done();
    },
  );

  server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
    if (isDraining) return void res.send(503);
    const refused = refusedAtTheDoor(req.body, admission);
    if (refused) return void res.send(refused);
    const activity = req.body as Activity;
    const turn = takeTurn(adapter, bot, activity, req.headers.authorization ?? '', log);
    turns.add(turn);
    const answer = await turn.finally(() => turns.delete(turn));
    res.send(answer.status, answer.body);
  });
  server.get('/health/live', async (_req: restify.Request, res: restify.Response) => {
    res.send(200, { status: 'ok' });
  });
  server.get('/health/ready', async (_req: restify.Request, res: restify.Response) => {
    try {
      if (isDraining) return void res.send(503, { status: 'stopping' });
      await ready();
      res.send(200, { status: 'ok' });
    } catch (error) {
      log.fault('not ready', error);
      res.send(503, { status: 'not ready' });
    }
  });
  return {
    server,
    async drain() {
      isDraining = true;
      await Promise.allSettled(turns);
    },
  };
}
