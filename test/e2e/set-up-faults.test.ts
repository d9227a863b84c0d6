import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { PartName } from '../../src/register/advice.ts';
import type { Part } from '../../src/register/health.ts';
import { mailServer } from '../mail/mail-server.ts';
import { replaceInFile } from '../store/damage.ts';
import { type ABot, aBot, aComplaint, fatima, idOf, ingrid, joris, lars, sanne, willem } from './a-bot.ts';
import { buttonOf, textOf } from './a-card.ts';

type Detail = { status: string } & Partial<Record<PartName, Part>>;

const ready = async (bot: ABot, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${bot.url()}/health/ready`, { headers });
  return { status: answer.status, detail: (await answer.json()) as Detail };
};

/** Asks from that address of this machine. */
async function readyFrom(localAddress: string, bot: ABot, headers: Record<string, string>): Promise<unknown> {
  const asked = request(`${bot.url()}/health/ready`, { localAddress, headers }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return json(response);
}

/** Asks until the detail fits. */
async function until(bot: ABot, fits: (detail: Detail) => boolean): Promise<Detail> {
  for (let tries = 0; tries < 500; tries++) {
    const { detail } = await ready(bot);
    if (fits(detail)) return detail;
    await pause(20);
  }
  throw new Error(`It stays ${JSON.stringify(await ready(bot))}.`);
}

describe('a mail server that refuses the login', () => {
  let server: ReturnType<typeof mailServer>;
  let bot: ABot;
  const mailed = { ...aComplaint, 'E-mailadres': 'vandam@example.nl' };

  beforeEach(async () => {
    server = mailServer({ password: 'geheim' });
    await server.up();
  });
  afterEach(async () => {
    await bot?.end();
    await server.down();
  });
  const started = (login: string) =>
    aBot({ SMTP_URL: server.url(login), MAIL_FROM: 'klachten@ballance.example', LOG_LEVEL: 'info' });

  it('shows at the start: to the officer, in the log with the reply code, and in the detail of readiness', async () => {
    bot = await started('bot:fout');
    await until(bot, ({ mail }) => mail?.state === 'refused');
    await bot.say(lars, 'hallo');
    await bot.clock('hour');
    const { card } = await bot.arrives(lars, /Brieven per e-mail gaan niet weg/);
    assert.match(textOf(card), /535 EAUTH[\s\S]*SMTP_URL en MAIL_FROM[\s\S]*mail -- probe/);
    assert.match(bot.printed(), /the mail server does not take letters/);
    assert.match(bot.printed(), /"status":535/);
    assert.doesNotMatch(bot.printed(), /fout|geheim|bot:/);
    const { status, detail } = await ready(bot);
    assert.deepEqual([status, detail.status], [200, 'degraded']);
  });

  it('is told at once to who wrote the letter, is tried rarely, and resumes by itself once it is put right', async () => {
    bot = await started('bot:fout');
    await bot.register(sanne, mailed);
    await bot.arrives(lars, /Zaak K-2026-0001 is nu bij jou/);
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.press(lars, 'Ontvangst bevestigen', { 'Wijze van verzending': 'E-mail' });
    const { card } = await bot.arrives(lars, /De mailserver neemt de brief nog niet aan/);
    assert.match(textOf(card), /uiterlijk [a-z]+ \d+ november 2026 hebben[\s\S]*“Brief zelf verstuurd”/);
    assert.equal(buttonOf(card, 'Brief zelf verstuurd')?.style, undefined, 'it is tried again by itself');
    await bot.clock('workday');
    const letter = async () =>
      (await bot.dossier('K-2026-0001')).outbox.find(({ to }) => to.kind === 'mail') ?? assert.fail();
    const { attempts, status } = await letter();
    assert.equal(status, 'queued');
    const tried = attempts.reduce((sum, { times = 1 }) => sum + times, 0);
    assert.ok(tried <= 30, `${tried} times in a day`);
    await bot.startAgain({ SMTP_URL: server.url('bot:geheim'), MAIL_FROM: 'klachten@ballance.example' });
    await until(bot, ({ mail }) => mail?.state === 'ok');
    for (let tries = 0; tries < 500 && (await letter()).status !== 'sent'; tries++) await pause(20);
    assert.equal(server.arrived.length, 1);
  });
});

describe('the detail of readiness', () => {
  let bot: ABot;
  afterEach(() => bot?.end());

  it('is whole on a quiet day, counts who is not reached, and holds nothing of anybody', async () => {
    bot = await aBot();
    const quiet = await ready(bot);
    assert.deepEqual(quiet, {
      status: 200,
      detail: {
        status: 'ok',
        store: { ok: true, state: 'ok' },
        sweep: { ok: true, state: 'ok' },
        mail: { ok: true, state: 'none' },
        channel: { ok: true, state: 'none' },
        desk: { ok: true, state: 'ok', count: 0 },
        register: { ok: true, state: 'ok' },
        undelivered: { ok: true, state: 'ok', count: 0 },
        heads: { ok: true, state: 'ok' },
        unhandled: { ok: true, state: 'ok', count: 0 },
        documents: { ok: true, state: 'ok' },
        unreadable: { ok: true, state: 'ok', count: 0 },
      },
    });
    for (const one of [lars, fatima, willem, ingrid]) {
      const fault = { personId: idOf(one), status: 403, code: 'ConversationBlockedByUser', times: 10_000 };
      await bot.post('/tryout/faults', fault);
    }
    await bot.register(sanne);
    await bot.arrives(sanne, /nog niet doorgegeven/);
    const detail = await until(bot, ({ status }) => status === 'degraded');
    assert.deepEqual([detail.status, detail.desk?.count, detail.undelivered?.count], ['degraded', 4, 1]);
    assert.doesNotMatch(JSON.stringify(detail), /K-2026|Lars|Pietersen|[0-9a-f]{8}-/);
  });

  it('counts a dossier that cannot be read, which its handler sees named beside all others', async () => {
    bot = await aBot({ LOG_LEVEL: 'info' });
    for (const number of ['K-2026-0001', 'K-2026-0002']) {
      await bot.register(sanne);
      await bot.delivered(number);
    }
    replaceInFile(bot.file, 'K-2026-0001', (whole) => ({ ...whole, complaint: null }));
    const card = textOf(await bot.say(lars, 'zaken'));
    assert.match(card, /K-2026-0002/);
    assert.match(card, /Niet te lezen, en dus niet in dit overzicht: K-2026-0001/);
    const { status, detail } = await ready(bot);
    assert.deepEqual([status, detail.status, detail.unreadable?.count], [200, 'degraded', 1]);
    assert.match(textOf(await bot.say(lars, 'zaak K-2026-0001')), /kan nu niet worden gelezen/);
    assert.doesNotMatch(textOf(await bot.say(joris, 'zaak K-2026-0001')), /gelezen/);
    await bot.startAgain();
    await until(bot, ({ unreadable }) => unreadable?.count === 1);
    while (!/a document cannot be read/.test(bot.printed())) await pause(100);
  });

  it('is for who asks from the machine itself, not through a proxy on it', async () => {
    bot = await aBot();
    for (const header of [
      ...['X-Forwarded-For', 'X-Forwarded-Host', 'Forwarded', 'Via', 'X-Real-IP', 'X-Client-IP'],
      ...['X-Original-Host', 'X-Envoy-External-Address', 'X-ARR-LOG-ID', 'X-Azure-ClientIP'],
    ])
      for (const value of ['for=10.0.0.1', '127.0.0.1', '::1', 'localhost', ''])
        assert.deepEqual((await ready(bot, { [header]: value })).detail, { status: 'ok' }, header);
  });

  it('is for who shows the token, from anywhere; a wrong one learns what anybody does', async () => {
    const token = 'a-token-of.24_characters';
    bot = await aBot({ HEALTH_TOKEN: token });
    const proxied = { 'X-Forwarded-For': '127.0.0.1' };
    const { detail } = await ready(bot, { ...proxied, Authorization: `Bearer ${token}` });
    assert.deepEqual(detail.store, { ok: true, state: 'ok' });
    for (const wrong of [
      token,
      `Bearer ${token}x`,
      `Bearer ${token.slice(0, -1)}`,
      `bearer ${token}`,
      'Bearer ',
      '',
    ])
      assert.deepEqual(await ready(bot, { ...proxied, Authorization: wrong }), {
        status: 200,
        detail: { status: 'ok' },
      });
  });

  it('is for nobody with a token where none is set', async () => {
    bot = await aBot();
    for (const authorization of ['Bearer ', 'Bearer undefined', 'Bearer'])
      assert.deepEqual((await ready(bot, { Via: '1.1 x', Authorization: authorization })).detail, {
        status: 'ok',
      });
  });

  it('is not for who asks from another address, whatever they say of themselves', async () => {
    bot = await aBot();
    // Linux answers on all of 127.0.0.0/8: this is another address than that of the machine itself.
    const all: Record<string, string>[] = [
      {},
      { 'X-Forwarded-For': '127.0.0.1' },
      { Forwarded: 'for=127.0.0.1' },
      { 'X-Real-IP': '::1' },
    ];
    for (const headers of all) assert.deepEqual(await readyFrom('127.0.0.2', bot, headers), { status: 'ok' });
  });
});
