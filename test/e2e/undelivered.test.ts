import assert from 'node:assert/strict';
import { statusAt } from '../status-at.ts';
import {
  type ABot,
  aBot,
  aComplaint,
  channel,
  fatima,
  idOf,
  ingrid,
  joris,
  lars,
  sanne,
  willem,
} from './a-bot.ts';
import { textOf } from './a-card.ts';

describe('a card that does not reach Lars', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
    await bot.say(lars, 'koppel', channel);
  });
  afterEach(() => bot?.end());

  const fault = async (status: number, code: string, times: number) => {
    const answer = await bot.post('/tryout/faults', { personId: idOf(lars), status, code, times });
    assert.equal(answer.status, 201);
  };
  const stuck = /Klacht K-2026-0001 is niet aangekomen/;
  const hisCard = /Zaak K-2026-0001 is nu bij jou/;
  const stuckIn = async (chat: string) => (await bot.cards(chat)).filter((card) => stuck.test(textOf(card)));

  it('because Teams is down: within the hour Fatima and the channel pass it on by hand, once, and it comes when Teams is back', async () => {
    await fault(503, 'ServiceUnavailable', 10_000);
    const { text } = await bot.register(sanne);
    assert.match(text, /Wordt doorgegeven aan Lars Brouwer/);
    await bot.clock('2026-11-23T10:25');
    assert.deepEqual([await stuckIn(fatima), await stuckIn(channel)], [[], []]);
    await bot.clock('2026-11-23T11:00');
    const { card } = await bot.arrives(fatima, stuck);
    assert.match(textOf(card), /Bel Lars Brouwer en geef het nummer door\./);
    await bot.arrives(channel, stuck);
    await bot.clock('2026-11-23T18:00');
    assert.deepEqual([(await stuckIn(fatima)).length, (await stuckIn(channel)).length], [1, 1]);
    const inChannel = await bot.everythingIn(channel);
    for (const word of [/Lars|Brouwer/, /Pietersen/, /teruggebeld/]) assert.doesNotMatch(inChannel, word);
    for (const chat of [willem, ingrid, joris]) assert.deepEqual(await stuckIn(chat), []);
    assert.doesNotMatch(await bot.everythingIn(sanne), /"Doorgegeven aan/);

    await statusAt(`${bot.url()}/tryout/faults`, { method: 'DELETE' });
    await bot.clock('2026-11-23T19:00');
    await bot.arrives(lars, hisCard);
    await bot.clock('2026-11-23T19:05');
    await bot.arrives(sanne, /Doorgegeven aan Lars Brouwer/);
  });

  describe('because he has blocked the bot', () => {
    const blocked = async () => {
      await fault(403, 'ConversationBlockedByUser', 1);
      await bot.register(sanne);
      await bot.arrives(fatima, stuck);
      await bot.arrives(channel, stuck);
      const { outbox } = await bot.dossier('K-2026-0001');
      assert.equal(outbox[0]?.status, 'queued');
      assert.deepEqual(
        outbox[0]?.attempts.map(({ fault }) => fault),
        ['403 ConversationBlockedByUser'],
      );
    };

    it('Fatima and the channel hear it at once, and it is tried again that same day', async () => {
      await blocked();
      await bot.clock('hour');
      await bot.arrives(lars, hisCard);
    });

    it('it comes as soon as he says something', async () => {
      await blocked();
      await bot.say(lars, 'hallo');
      await bot.arrives(lars, hisCard);
    });

    it('it comes with the next card that does arrive', async () => {
      await blocked();
      await bot.register(sanne);
      await bot.arrives(lars, /Zaak K-2026-0002 is nu bij jou/);
      await bot.arrives(lars, hisCard);
    });
  });

  it('because he has not installed the bot: it comes as soon as he does', async () => {
    await bot.post('/tryout/api/install', { personId: idOf(lars), installed: false });
    await bot.register(sanne);
    await bot.arrives(fatima, stuck);
    await bot.post('/tryout/api/install', { personId: idOf(lars), installed: true });
    await bot.arrives(lars, hisCard);
  });

  it('because Teams asks to wait: it comes by itself, without the clock being moved', async () => {
    await bot.post('/tryout/faults', {
      personId: idOf(lars),
      status: 429,
      code: 'Throttled',
      retryAfter: 1,
      times: 1,
    });
    await bot.register(sanne);
    await bot.arrives(lars, hisCard);
    const { outbox } = await bot.delivered('K-2026-0001', 'case');
    assert.deepEqual(
      outbox[0]?.attempts.map(({ fault }) => fault),
      ['429 Throttled', undefined],
    );
  });

  it('because it is too large: Lars gets a short one', async () => {
    await bot.say(lars, 'hallo');
    await fault(413, 'MessageSizeTooBig', 1);
    await bot.register(sanne);
    await bot.arrives(lars, /Typ in je chat met mij: zaak K-2026-0001/);
  });
});

describe('a complaint that nobody at the desk gets', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });
  afterEach(() => bot?.end());

  const nobody = async (status: number, code: string) => {
    for (const one of [lars, fatima, willem, ingrid]) {
      await bot.post('/tryout/faults', { personId: idOf(one), status, code, times: 10_000 });
    }
  };
  const notYet = /Klacht K-2026-0001 is nog niet doorgegeven/;

  it('is told to who registered it, with whom to call, as soon as everybody has been tried', async () => {
    await nobody(403, 'ConversationBlockedByUser');
    const { text } = await bot.register(sanne);
    assert.match(text, /Wordt doorgegeven aan Lars Brouwer/);
    const { card } = await bot.arrives(sanne, notYet);
    assert.match(
      textOf(card),
      /Bel vandaag nog Lars Brouwer \(klachtenfunctionaris\)\. Lukt dat niet, bel dan Fatima el Amrani \(vervanger\), of Willem Jansen/,
    );
  });

  for (const status of [400, 401, 404, 503]) {
    it(`is told to who registered it that same day, whatever Teams answers: ${status}`, async () => {
      await nobody(status, 'Whatever');
      await bot.register(sanne);
      await bot.clock('2026-11-23T16:31');
      await bot.arrives(sanne, notYet);
    });
  }

  it('is told to have been passed on once it is: in the last message, and nothing before it says otherwise', async () => {
    await nobody(403, 'ConversationBlockedByUser');
    await bot.register(sanne);
    await bot.arrives(sanne, notYet);
    await statusAt(`${bot.url()}/tryout/faults`, { method: 'DELETE' });
    await bot.say(lars, 'hallo');
    await bot.arrives(lars, /Zaak K-2026-0001 is nu bij jou/);
    await bot.clock('hour');
    const { id, notify } = await bot.arrives(sanne, /Doorgegeven aan Lars Brouwer/);
    assert.ok(notify, 'who was asked to call is told that they need not');
    const untrue = /nog niet doorgegeven|Wordt doorgegeven|Bel vandaag/;
    const left = async () => (await bot.cards(sanne)).filter((card) => untrue.test(textOf(card)));
    for (let tries = 0; tries < 50 && (await left()).length > 0; tries++)
      await new Promise((passed) => setTimeout(passed, 100));
    assert.deepEqual((await left()).map(textOf), []);
    assert.equal((await bot.said(sanne)).at(-1)?.id, id);
  });

  it('and that is about Lars names him nowhere in it', async () => {
    await nobody(403, 'ConversationBlockedByUser');
    await bot.register(sanne, { ...aComplaint, 'Over wie gaat de klacht?': idOf(lars) });
    const { card } = await bot.arrives(sanne, notYet);
    assert.match(textOf(card), /Bel vandaag nog Fatima el Amrani/);
    assert.doesNotMatch(textOf(card), /Lars/);
  });
});

describe('the linked channel that is gone', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
    await bot.say(lars, 'koppel', channel);
  });
  afterEach(() => bot?.end());

  const digests = async () =>
    (await bot.cards(channel)).filter((card) =>
      /Open klachten|Geen open klachten|Overzicht/.test(textOf(card)),
    ).length;

  it('is told to the officer that day; back again it gets one digest and each reminder once', async () => {
    await bot.register(sanne);
    const { id } = (await bot.state()).conversations.find(({ title }) => title === channel) ?? assert.fail();
    await bot.post('/tryout/faults', {
      conversationId: id,
      status: 404,
      code: 'ConversationNotFound',
      times: 10_000,
    });
    const before = (await bot.cards(channel)).length;
    for (const day of ['24', '25', '26', '27']) await bot.clock(`2026-11-${day}T10:00`);
    const { card } = await bot.arrives(lars, /Het gekoppelde kanaal is niet bereikbaar/);
    assert.match(textOf(card), /404 ConversationNotFound[\s\S]*@Klachtenbot koppel/);
    const told = (await bot.cards(lars)).filter((one) => /kanaal is niet bereikbaar/.test(textOf(one)));
    assert.equal(told.length, 1);
    await bot.clock('2026-12-01T10:00');
    await statusAt(`${bot.url()}/tryout/faults`, { method: 'DELETE' });
    await bot.say(lars, 'koppel', channel);
    await bot.clock('2026-12-01T11:00');
    const after = (await bot.cards(channel)).slice(before).map((one) => textOf(one).split('\n')[0]);
    assert.equal(new Set(after).size, after.length, after.join(' | '));
    assert.ok((await digests()) <= 1, after.join(' | '));
  });
});
