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

/** The HTTP side: activities from Teams, and health for whoever runs the bot. No answer tells what went wrong inside. */
export function httpServer({ adapter, bot, admission, ready, log }: ServerParts): restify.Server {
  const server = restify.createServer({ name: 'klachtenbot' });
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
    const refused = refusedAtTheDoor(req.body, admission);
    if (refused) return void res.send(refused);
    await adapter.process(req, res, bot);
  });
  server.get('/health/live', async (_req: restify.Request, res: restify.Response) => {
    res.send(200, { status: 'ok' });
  });
  server.get('/health/ready', async (_req: restify.Request, res: restify.Response) => {
    try {
      await ready();
      res.send(200, { status: 'ok' });
    } catch (error) {
      log.fault('not ready', error);
      res.send(503, { status: 'not ready' });
    }
  });
  return server;
}
