import type { CloudAdapter } from 'botbuilder';
import restify from 'restify';
import type { Log } from './register/log-port.ts';
import type { Bot } from './teams/bot.ts';
import { type Admission, refusedAtTheDoor } from './teams/door.ts';

/** Bytes that a request may have; an activity of Teams is far smaller. */
const maxBodySize = 256 * 1024;

export type ServerParts = {
  adapter: CloudAdapter;
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
  const server = restify.createServer({ name: 'klachtenbot' });
  const turns = new Set<Promise<void>>();
  let isDraining = false;

  server.pre(async (req: restify.Request, res: restify.Response) => {
    if (req.url !== '/api/messages' || !req.headers.origin) return;
    res.send(403);
    throw new Error('activities do not come from a page');
  });
  server.use(restify.plugins.bodyParser({ mapParams: false, maxBodySize }));
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
    const turn = adapter.process(req, res, bot);
    turns.add(turn);
    await turn.finally(() => turns.delete(turn));
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
