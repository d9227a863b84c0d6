import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { story } from '../story.ts';
import { aGuardedBot, appId, production, tenantId } from './a-guarded-bot.ts';
import { minutes, type ProductionOffice, productionOffice, sanne } from './production-office.ts';
import { rawRequest } from './raw-client.ts';

const elsewhere = 'ffffffff-0000-4000-8000-000000000000';

describe('a caller who cannot prove to come from Teams', () => {
  let office: ProductionOffice;
  before(async () => {
    office = await productionOffice();
  });
  after(() => office?.end());

  /** Refused without a word, and nothing happened: nobody was told anything and the register is empty. */
  async function staysOut(activity: unknown, authorization: string | undefined, ...expected: number[]) {
    const { status, text } = await office.post(activity, authorization);
    assert.ok(expected.includes(status), `${status}`);
    assert.equal(text, '');
    assert.deepEqual(office.teams.asked, []);
    assert.deepEqual(await office.bot.dossiers(), []);
    assert.equal(await office.bot.stored('home'), undefined);
  }

  /** Somebody registers a complaint with that token. */
  const withToken = (token: string | undefined) =>
    staysOut(office.registration(), token === undefined ? undefined : `Bearer ${token}`, 401);

  const withClaims = async (other: JWTPayload) =>
    withToken(await office.authority.sign(office.claims(other)));

  it('stays out without a token', async () => {
    await withToken(undefined);
    for (const header of ['', ' ', 'Bearer', 'Bearer ', 'Basic b2w6c2VzYW1l']) {
      await staysOut(office.registration(), header, 401);
    }
  });

  it('stays out without a token whatever they send, unread', async () => {
    for (const body of [{}, [], null, 'x'.repeat(300_000), { type: 'message', text: 'help' }])
      await staysOut(body, undefined, 401);
  });

  it('stays out of every dialog, and of the message action', async () => {
    const value = { commandId: 'registerComplaint', data: { verb: 'ask-register' } };
    for (const name of [
      'task/fetch',
      'task/submit',
      'composeExtension/fetchTask',
      'composeExtension/submitAction',
    ])
      await staysOut(office.registration({ name, value }), undefined, 401);
  });

  it('stays out with a token for another bot', () => withClaims({ aud: elsewhere }));
  it('stays out with a token for nobody', () => withClaims({ aud: undefined }));
  it('stays out with a token of another issuer', () => withClaims({ iss: 'https://other.example' }));
  it('stays out with a token of the tenant itself, as the Emulator has', () =>
    withClaims({ iss: `https://sts.windows.net/${tenantId}/`, appid: appId, ver: '1.0' }));

  it('stays out with a token that expired more than five minutes ago', () =>
    withClaims({ exp: minutes(-6) }));
  it('stays out with a token that is not valid yet', () => withClaims({ nbf: minutes(6) }));
  it('stays out with a token for another service', () => withClaims({ serviceurl: 'https://smba.example/' }));
  it('stays out with a token for no service', () => withClaims({ serviceurl: undefined }));

  it('stays out with a token that another key signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    await withToken(await office.authority.sign(office.claims(), privateKey));
  });

  it('stays out with a token that nobody signed', async () => {
    const unsigned = new UnsecuredJWT(office.claims()).encode();
    await withToken(unsigned);
    const [, payload] = unsigned.split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid: 'the-key' })).toString('base64url');
    await withToken(`${header}.${payload}.`);
  });

  it('stays out with a token that is signed with what anybody can read: the public key', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(office.authority.publicKey));
    const header = { alg: 'HS256', kid: 'the-key' };
    await withToken(await new SignJWT(office.claims()).setProtectedHeader(header).sign(secret));
  });

  it('stays out with a good token of which a letter was changed', async () => {
    const [header, payload, signature = ''] = (await office.authority.sign(office.claims())).split('.');
    const other = office.claims({ exp: minutes(600) });
    const forged = Buffer.from(JSON.stringify(other)).toString('base64url');
    await withToken(`${header}.${forged}.${signature}`);
    await withToken(`${header}.${payload}.${[...signature].reverse().join('')}`);
    await withToken(`${header}.${payload}.`);
  });

  it('stays out with whatever else stands in the header', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcXYZ0189._-= {}"'), maxLength: 80 });
    const garbage = fc.oneof(
      word,
      word.map((one) => `Bearer ${one}`),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (header) => {
        const { status, text } = await office.post(office.registration(), header);
        assert.deepEqual([status, text], [401, '']);
      }),
      { numRuns: 200 },
    );
  });

  /** Sends so much of a body with that header, as Content-Length says or less. */
  const sends = (
    authorization: string,
    body: string,
    length = Buffer.byteLength(body),
    connection = 'keep-alive',
  ) =>
    rawRequest(office.bot.url, {
      target: '/api/messages',
      headers: [
        ['Host', 'bot.example'],
        ['Connection', connection],
        ['Authorization', authorization],
        ['Content-Type', 'application/json'],
        ['Content-Length', String(length)],
      ],
      body,
    });

  it('is answered unread, and cut off, when the header shows no token that could be one for this bot', async () => {
    const of = (head: unknown, claims: unknown, signature = 'c2ln') =>
      [head, claims].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url')).join('.') +
      `.${signature}`;
    const rs256 = { alg: 'RS256', kid: 'the-key' };
    const good = await office.authority.sign(office.claims());
    const tokens = [
      ...[
        '',
        'x',
        'a.b.c',
        '..',
        'e30.e30.e30',
        `${good}.x`,
        `x ${good}`,
        good.slice(0, good.lastIndexOf('.')),
      ],
      ...[null, 7, 'RS256', [], {}, { alg: 'none' }, { alg: 'HS256' }, { alg: ['RS256'] }].map((head) =>
        of(head, office.claims()),
      ),
      of({ alg: 'none' }, office.claims(), ''),
      new UnsecuredJWT(office.claims()).encode(),
      ...[null, 7, [], {}, ...['aud', 'iss', 'exp'].map((name) => office.claims({ [name]: undefined }))].map(
        (claims) => of(rs256, claims),
      ),
      ...[
        { aud: elsewhere },
        { aud: [elsewhere] },
        { iss: 'https://other.example' },
        { exp: minutes(-6) },
      ].map((other) => of(rs256, office.claims(other))),
      of(rs256, office.claims({ exp: '9999999999' })),
    ];
    const headers = [
      ...['Basic x', 'x', 'Bearer', good, `Basic ${good}`, `Bearer, ${good}`, `Bearer\t${good}`],
      ...tokens.map((token) => `Bearer ${token}`),
    ];
    for (const header of headers)
      for (const answer of [
        await sends(header, '{"type":', 1000),
        await sends(header, '{"type":'),
        await sends(header, '', 300_000),
      ]) {
        assert.ok(answer, `no answer to ${header}`);
        assert.equal(answer.status, 401, header);
        assert.match(answer.body, /^(0\r\n\r\n)?$/, header);
        assert.match(answer.head, /^connection: close/im, header);
      }
  });

  it('hears nothing of what was wrong with what they sent, unless their token holds good', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const good = await office.authority.sign(office.claims());
    const forged = await office.authority.sign(office.claims(), privateKey);
    const bodies: [string, number][] = [
      ['{"type":', 400],
      ['[]', 400],
      [JSON.stringify(office.registration({ serviceUrl: undefined })), 403],
      [JSON.stringify(office.registration({ channelId: 'webchat' })), 403],
      [' '.repeat(300_000), 413],
    ];
    for (const [body, status] of bodies) {
      for (const [token, expected] of [
        [good, status],
        [forged, 401],
      ] as const)
        assert.equal((await sends(`Bearer ${token}`, body, body.length, 'close'))?.status, expected);
    }
    assert.deepEqual(await office.bot.dossiers(), []);
  });

  for (const [who, other] of [
    ['names no service', { serviceUrl: undefined }],
    ['names an empty service', { serviceUrl: '' }],
    ['comes from another channel', { channelId: 'webchat' }],
    ['comes from the Emulator', { channelId: 'emulator' }],
    ['claims to be a service of Azure', { channelId: 'AseChannel' }],
    ['speaks in another tenant', { conversation: { id: 'a:1', tenantId: elsewhere } }],
    ['speaks in no tenant', { conversation: { id: 'a:1' }, channelData: {} }],
    ['speaks in a tenant that is none', { conversation: { id: 'a:1' }, channelData: { tenant: {} } }],
    ['comes from another tenant', { channelData: { tenant: { id: elsewhere } } }],
    ['comes from a tenant that is none', { channelData: { tenant: 7 } }],
    ['has no Entra object id', { from: { id: '29:x', name: 'Sanne' } }],
    ['has an Entra object id that is none', { from: { id: '29:x', aadObjectId: 'sanne' } }],
  ] as const) {
    it(`stays out with a good token: ${who}`, async () => {
      const token = await office.authority.sign(office.claims());
      await staysOut(office.registration(other), `Bearer ${token}`, 403);
    });
  }

  it('leaves no token and no name in the log', async () => {
    await withClaims({ aud: elsewhere });
    const token = await office.authority.sign(office.claims());
    await staysOut(office.registration({ channelId: 'webchat' }), `Bearer ${token}`, 403);
    const ours = office.bot
      .printed()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    assert.ok(ours.length > 0);
    assert.doesNotMatch(ours.join(), /eyJ|Sanne|Pietersen|teruggebeld/);
  });
});

describe('a caller who comes from Teams', () => {
  let office: ProductionOffice;
  before(async () => {
    office = await productionOffice();
  });
  after(() => office?.end());

  const step = story('comes in, and registers as who they are');

  step('comes in, and is answered by a bot that shows who it is', async () => {
    assert.deepEqual(await office.postTrusted(office.message()), { status: 200, text: '' });
    const said = office.teams.answers();
    assert.equal(said.length, 1);
    assert.match(said[0]?.body ?? '', /AdaptiveCard/);
    assert.equal(said[0]?.authorization, 'Bearer the-bot-itself');
  });

  step('registers a complaint', async () => {
    const { status, text } = await office.postTrusted(office.registration());
    assert.equal(status, 200);
    assert.match(text, /K-\d{4}-0001 is geregistreerd/);
    assert.equal((await office.bot.dossiers()).length, 1);
  });

  step('comes in with a token that expired four minutes ago: clocks differ', async () => {
    const token = await office.authority.sign(office.claims({ exp: minutes(-4) }));
    assert.equal((await office.post(office.message(), `Bearer ${token}`)).status, 200);
  });

  step('may write their tenant in capitals', async () => {
    const conversation = { id: 'a:1', conversationType: 'personal', tenantId: tenantId.toUpperCase() };
    assert.equal((await office.postTrusted(office.message({ conversation }))).status, 200);
  });

  step('may name their tenant in one place only', async () => {
    const conversation = { id: 'a:1', conversationType: 'personal' };
    assert.equal((await office.postTrusted(office.message({ conversation }))).status, 200);
    const { channelData: _, ...without } = office.message();
    assert.equal((await office.postTrusted(without)).status, 200);
  });

  step('is who the token’s activity says, whatever their card says', async () => {
    const action = {
      verb: 'my-complaints',
      data: { by: 'lars', from: { aadObjectId: 'x' }, actor: sanne.id },
    };
    const { text } = await office.postTrusted(office.registration({ value: { action } }));
    assert.match(text, /K-\d{4}-0001/);
  });
});

describe('a token authority that only the environment names', () => {
  it('is not trusted, nor even asked for its keys', async () => {
    const office = await productionOffice();
    const { issuer, metadataUrl } = office.authority;
    const bot = await aGuardedBot({
      ...production,
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
      BotOpenIdMetadata: metadataUrl,
      ChannelService: 'https://botframework.azure.us',
    });
    try {
      const token = await office.authority.sign(office.claims());
      const response = await fetch(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(office.registration()),
      });
      assert.deepEqual([response.status, await response.text()], [401, '']);
      assert.equal(office.authority.asked(), 0);
      assert.deepEqual(await bot.dossiers(), []);
    } finally {
      await bot.stop();
      await office.end();
    }
  });
});
