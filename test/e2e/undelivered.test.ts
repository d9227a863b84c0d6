import assert from 'node:assert/strict';
import { type ABot, aBot, channel, fatima, idOf, ingrid, joris, lars, sanne, willem } from './a-bot.ts';
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

  it('because Teams is down: at four Fatima and the channel pass it on by hand, and it comes when Teams is back', async () => {
    await fault(503, 'ServiceUnavailable', 10_000);
    await bot.register(sanne);
    await bot.clock('2026-11-23T15:59');
    assert.deepEqual([await stuckIn(fatima), await stuckIn(channel)], [[], []]);
    await bot.clock('2026-11-23T16:00');
    const { card } = await bot.arrives(fatima, stuck);
    assert.match(textOf(card), /Bel Lars Brouwer en geef het nummer door\./);
    await bot.arrives(channel, stuck);
    await bot.clock('2026-11-23T18:00');
    assert.deepEqual([(await stuckIn(fatima)).length, (await stuckIn(channel)).length], [1, 1]);
    const inChannel = await bot.everythingIn(channel);
    for (const word of [/Lars|Brouwer/, /Pietersen/, /teruggebeld/]) assert.doesNotMatch(inChannel, word);
    for (const chat of [willem, ingrid, joris]) assert.deepEqual(await stuckIn(chat), []);

    await fetch(`${bot.url()}/tryout/faults`, { method: 'DELETE' });
    await bot.clock('2026-11-23T19:00');
    await bot.arrives(lars, hisCard);
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
    const { outbox } = await bot.dossier('K-2026-0001');
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
