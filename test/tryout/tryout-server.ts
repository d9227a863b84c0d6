import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { router } from '../../src/http/router.ts';
import { type TryoutOptions, tryout } from '../../src/tryout/tryout.ts';
import { EchoBot } from './echo-bot.ts';
import { testClock } from './test-clock.ts';

export type State = {
  now: string;
  today: string;
  people: { id: string; name: string; role: string }[];
  conversations: {
    id: string;
    kind: string;
    title: string;
    activities: { id: string; from: string; text: string; card?: { body: unknown }; edited: number }[];
  }[];
};

/** A try-out with an echo bot in it, on a port of its own. It starts on Monday 23 November 2026, 10:00. */
export async function tryoutServer(options: Partial<TryoutOptions> = {}) {
  const bot = new EchoBot();
  const botServer = restify.createServer();
  botServer.use(restify.plugins.bodyParser({ mapParams: false }));
  botServer.post('/api/messages', async (req, res) => {
    await bot.adapter.process(req, res, (context) => bot.run(context));
  });
  const answers = router({}, (error) => {
    throw error;
  });
  let url = '';
  let botUrl = '';
  const teams = tryout({
    file: ':memory:',
    botUrl: () => botUrl,
    baseUrl: () => url,
    clock: testClock('2026-11-23T10:00'),
    timeMoved: async () => {},
    nextWorkingDay: (day) => (day === '2026-11-23' ? '2026-11-24' : '2026-11-30'),
    ...options,
  });
  teams.attach(answers);
  url = await listening(answers.server);
  botUrl = `${await listening(botServer.server)}/api/messages`;

  async function ask(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
    const response = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  async function chatWith(title: string) {
    const { body } = await ask('/tryout/api/state');
    const chat = (body as State).conversations.find((one) => one.title === title);
    if (!chat) throw new Error(`No chat with ${title}`);
    return chat;
  }

  return {
    url,
    bot,
    serviceUrl: url + teams.serviceUrlPath,
    ask,
    chatWith,
    close: async () => {
      await teams.close();
      await Promise.all([closed(answers.server), closed(botServer.server)]);
    },
  };
}

/** Listens on a port of its own, and returns the URL. */
async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

export type TryoutServer = Awaited<ReturnType<typeof tryoutServer>>;
