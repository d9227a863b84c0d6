import assert from 'node:assert/strict';
import { aGuardedBot, type GuardedBot } from './a-guarded-bot.ts';
import { aTeamsService, type TeamsService } from './a-teams-service.ts';
import { type ProductionOffice, productionOffice } from './production-office.ts';
import { type RawRequest, rawRequest } from './raw-client.ts';

type Header = readonly [string, string];

/** Ways to write the path of the bot, and some that only look like it. */
const paths = [
  ...[
    '/api/messages',
    '/api/messages?x=1',
    '/api/messages?',
    '/api/messages#x',
    '/api/messages?/health/live',
  ],
  ...['/api/%6Dessages', '/%61pi/messages', '/api/%6d%65ssages', '/api/messages%3F', '/api/messages%00'],
  ...['//api/messages', '/api//messages', '///api/messages', '/./api/messages', '/x/../api/messages'],
  ...['/api/./messages', '/x/%2e%2e/api/messages', '/api%2Fmessages', '/api%2fmessages', '/api\\messages'],
  ...['\\api\\messages', '/api/messages/', '/api/messages//', '/api/messages/.', '/api/messages/x/..'],
  ...['/API/messages', '/api/Messages', '/api/messages;x=1', '/api/messages;', '/api;x/messages'],
  ...[
    '/api/messages%20',
    '/api/messages%',
    '/api/%ff',
    '/api/messages\u00a0',
    '/health/live/../../api/messages',
  ],
  ...['/health/live?/api/messages', 'api/messages', '*', '?', '/', '/%', '/tryout/../api/messages'],
] as const;

const methods = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'] as const;

/** Headers that some servers take for another method, path or host. */
const overrides: readonly Header[] = [
  ['X-HTTP-Method-Override', 'POST'],
  ['X-Method-Override', 'POST'],
  ['X-Original-URL', '/api/messages'],
  ['X-Rewrite-URL', '/api/messages'],
  ['X-Forwarded-Host', 'evil.example'],
  ['Forwarded', 'host=evil.example'],
];

/** Targets that name a server themselves, which some servers take for the Host. */
const absolute = (authority: string) =>
  paths.map((path) => `http://${authority}${path.startsWith('/') ? path : `/${path}`}`);

/** A body that begins and never ends: a server that reads it gives no answer. */
const endless: Header[] = [
  ['Content-Type', 'application/json'],
  ['Content-Length', '1000'],
];
const chunked: Header[] = [
  ['Content-Type', 'application/json'],
  ['Transfer-Encoding', 'chunked'],
];

/** Sends the requests a few at a time. */
async function eachOf<T>(all: readonly T[], attempt: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const work = async () => {
    for (const one of waiting) await attempt(one);
  };
  await Promise.all(Array.from({ length: 24 }, work));
}

/** Refused at once, whatever comes of the body. */
async function refuses(url: string, request: RawRequest, ...statuses: number[]): Promise<void> {
  const answer = await rawRequest(url, request);
  const what = JSON.stringify(request).slice(0, 300);
  assert.ok(answer, `no answer to ${what}`);
  assert.ok(statuses.includes(answer.status), `${answer.status} to ${what}`);
  assert.doesNotMatch(answer.body, /K-\d{4}-\d{4}|\bat \S+:\d+/, what);
}

/** The statuses of a request that was refused before its body was read. */
const unread = [400, 403, 404, 405];

describe('the try-out, asked in every spelling', () => {
  let bot: GuardedBot;
  let teams: TeamsService;
  let host: string;
  before(async () => {
    bot = await aGuardedBot({ LOG_LEVEL: 'error' });
    teams = await aTeamsService();
    host = new URL(bot.url).host;
  });
  after(async () => {
    await bot?.stop();
    await teams?.close();
  });

  async function isUntouched(): Promise<void> {
    assert.deepEqual(teams.asked, []);
    assert.equal(await bot.stored('home'), undefined);
    assert.ok(bot.runs());
  }

  const activity = () =>
    JSON.stringify({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      from: { id: '29:lars', name: 'Lars', aadObjectId: '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02' },
      conversation: { id: 'a:lars', conversationType: 'personal' },
      text: 'zaken',
    });
  const whole = (): Header[] => [
    ['Content-Type', 'application/json'],
    ['Content-Length', String(Buffer.byteLength(activity()))],
  ];

  const strangers = (): { headers: Header[]; targets?: readonly string[] }[] => [
    ...[
      'https://evil.example',
      'null',
      '',
      'http://127.0.0.1:1',
      `http://${host}.evil.example`,
      `https://${host}`,
    ].map((origin) => ({
      headers: [
        ['Host', host],
        ['Origin', origin],
      ] as Header[],
    })),
    ...[
      ...[
        'evil.example',
        `evil.example:${new URL(bot.url).port}`,
        '127.0.0.1',
        '127.0.0.1:1',
        '',
        '[',
        'a b',
      ],
      ...[`${host}.evil.example`, `evil.example/${host}`, `${host}@evil.example`, `${host}/api/messages?`],
      ...['0.0.0.0', '2130706433', '127.0.0.1.evil.example', 'localhost.evil.example', `localhost#:${host}`],
    ].map((name) => ({ headers: [['Host', name]] as Header[] })),
    { headers: [] },
    {
      headers: [
        ['Host', 'evil.example'],
        ['Host', host],
      ],
    },
    { headers: [['Host', host]], targets: absolute('evil.example') },
    { headers: [['Host', 'evil.example']], targets: absolute(host) },
    { headers: [['Host', host]], targets: absolute(`${host}@evil.example`) },
    {
      headers: [['Host', host]],
      targets: ['http://[/api/messages', 'http:///api/messages', '//[/api/messages'],
    },
  ];

  it('answers a stranger at once, reads nothing of theirs, and takes no turn', async () => {
    const requests = strangers().flatMap(({ headers, targets = paths }) =>
      targets.flatMap((target): RawRequest[] => [
        { target, headers: [...headers, ...endless], body: '{"type":' },
        { target, headers: [...headers, ...whole()], body: activity() },
      ]),
    );
    await eachOf(requests, (request) => refuses(bot.url, request, ...unread));
    await isUntouched();
  });

  it('is as closed on its own paths as on that of the bot', async () => {
    const { port } = new URL(bot.url);
    const own = [
      '/',
      '/tryout/api/state',
      '/tryout/page/app.js',
      '/tryout/api/events',
      '/health/live',
      '/tryout/api/clock',
    ];
    const foreign: Header[][] = [
      [['Host', 'evil.example']],
      [['Host', `evil.example:${port}`]],
      [['Host', `localhost:${Number(port) + 1}`]],
      [
        ['Host', host],
        ['Origin', 'https://evil.example'],
      ],
    ];
    const requests = own.flatMap((target) =>
      foreign.flatMap((headers) =>
        ['GET', 'POST'].map((method): RawRequest => {
          return { method, target, headers: [...headers, ...endless], body: '{' };
        }),
      ),
    );
    await eachOf(requests, (request) => refuses(bot.url, request, 403));
    await isUntouched();
  });

  it('takes no page for a client of the bot, not even its own', async () => {
    const headers: Header[] = [['Host', host], ['Origin', `http://${host}`], ...endless];
    await eachOf(paths, (target) => refuses(bot.url, { target, headers, body: '{' }, ...unread));
    await isUntouched();
  });

  it('takes activities by POST only, whatever the method claims to be', async () => {
    const requests = methods.slice(1).flatMap((method) =>
      paths.flatMap((target): RawRequest[] => [
        { method, target, headers: [['Host', host], ...overrides, ...endless], body: '{"type":' },
        { method, target, headers: [['Host', host], ...overrides, ...chunked], body: '8\r\n{"type":\r\n' },
      ]),
    );
    await eachOf(requests, async (request) => refuses(bot.url, request, 200, ...unread));
    await isUntouched();
  });

  it('answers a request to upgrade, or to be a proxy, and keeps no connection for it', async () => {
    const upgrade: Header[] = [
      ['Host', host],
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
    ];
    await refuses(bot.url, { method: 'GET', target: '/api/messages', headers: upgrade }, 405);
    await refuses(bot.url, { method: 'GET', target: '/health/live', headers: upgrade }, 200);
    const proxied = await rawRequest(bot.url, {
      method: 'CONNECT',
      target: 'evil.example:80',
      headers: [['Host', host]],
    });
    assert.ok(proxied === undefined || proxied.status >= 400);
    await isUntouched();
  });

  it('opens under each of its own names', async () => {
    const { port } = new URL(bot.url);
    for (const name of [host, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
      await refuses(
        bot.url,
        {
          method: 'GET',
          target: '/',
          headers: [
            ['Host', name],
            ['Connection', 'close'],
          ],
        },
        200,
      );
  });
});

describe('a bot in production, asked in every spelling', () => {
  let office: ProductionOffice;
  before(async () => {
    office = await productionOffice();
  });
  after(() => office?.end());

  async function isUntouched(): Promise<void> {
    assert.deepEqual(office.teams.asked, []);
    assert.equal(await office.bot.stored('home'), undefined);
    assert.ok(office.bot.runs());
  }

  const spelt = () => [...paths, ...absolute('evil.example'), 'http://[/api/messages', '//[/api/messages'];

  it('reads nothing of a caller without a token, under whatever Host', async () => {
    const requests = ['bot.example', 'evil.example', '', '[', 'a b', `127.0.0.1/api/messages?`].flatMap(
      (host) =>
        methods.flatMap((method) =>
          spelt().map((target): RawRequest => {
            return { method, target, headers: [['Host', host], ...overrides, ...endless], body: '{"type":' };
          }),
        ),
    );
    await eachOf(requests, (request) => refuses(office.bot.url, request, 200, 401, ...unread));
    await isUntouched();
  });

  it('reads nothing of a page in a browser, token or not', async () => {
    const token = `Bearer ${await office.authority.sign(office.claims())}`;
    const requests = [[], [['Authorization', token]], [['Authorization', 'Bearer x']]].flatMap((shown) =>
      ['https://evil.example', 'null', ''].flatMap((origin) =>
        spelt().map((target): RawRequest => {
          const headers = [['Host', 'bot.example'], ['Origin', origin], ...shown, ...endless] as Header[];
          return { target, headers, body: '{"type":' };
        }),
      ),
    );
    await eachOf(requests, (request) => refuses(office.bot.url, request, ...unread));
    await isUntouched();
  });

  it('takes a turn only for a token that holds good, however the path is spelt', async () => {
    const body = JSON.stringify(office.message());
    const requests = spelt().map((target): RawRequest => {
      const headers: Header[] = [
        ['Host', 'bot.example'],
        ['Authorization', 'Bearer not.a.token'],
        ['Content-Type', 'application/json'],
        ['Content-Length', String(Buffer.byteLength(body))],
      ];
      return { target, headers, body };
    });
    await eachOf(requests, (request) => refuses(office.bot.url, request, 401, ...unread));
    await isUntouched();
  });
});
