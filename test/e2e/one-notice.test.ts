import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { clockOf } from '../../src/time/clock.ts';
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
import { buttonOf, filledIn, textOf } from './a-card.ts';

describe('while Lars has blocked the bot', () => {
  let bot: ABot;
  let form: Awaited<ReturnType<ABot['said']>>[number] | undefined;
  let registered = 0;

  beforeEach(async () => {
    bot = await aBot();
    registered = 0;
    await bot.say(lars, 'koppel', channel);
    await block();
    await bot.say(sanne, 'klacht');
    [form] = await bot.said(sanne);
  });
  afterEach(() => bot?.end());

  const block = async () => {
    const fault = { personId: idOf(lars), status: 403, code: 'ConversationBlockedByUser', times: 100_000 };
    assert.equal((await bot.post('/tryout/faults', fault)).status, 201);
  };

  /** Sends what was filled in once so many times, each as a form of its own, ten at a time. */
  async function register(times: number): Promise<void> {
    const button = buttonOf(form?.card, 'Klacht registreren');
    const one = async () => {
      assert.ok(form && button);
      const action = { ...button, data: { ...button.data, form: randomUUID() } };
      const { text } = await bot.pressAs(sanne, form.id, action, filledIn(form.card, aComplaint));
      assert.match(text, /K-2026-/);
    };
    for (let done = 0; done < times; done += 10)
      await Promise.all(Array.from({ length: Math.min(10, times - done) }, one));
    registered += times;
  }

  async function all(): Promise<Dossier[]> {
    const store = sqliteStore(bot.file);
    const found = await store.list({ open: true });
    await store.close();
    return found;
  }

  /** Lets time pass, a minute at a time as the limits of one chat ask, until it is so of every complaint. */
  async function pass(isDone: (outbox: Dossier['outbox']) => boolean): Promise<void> {
    for (let steps = 0; steps < 60; steps++) {
      const { now } = await bot.state();
      const { today, timeOf, now: next } = clockOf(() => Date.parse(now) + 60_000);
      await bot.clock(`${today()}T${timeOf(next())}`);
      const dossiers = await all();
      if (dossiers.length === registered && dossiers.every(({ outbox }) => isDone(outbox))) return;
    }
    assert.fail('It was not done in an hour.');
  }

  const isTold = (outbox: Dossier['outbox']): boolean =>
    [idOf(fatima), 'channel'].every((reader) =>
      outbox.some(
        ({ to, content, status }) =>
          (to.kind === 'person' ? to.id : to.kind) === reader &&
          ['undelivered', 'forwarding-alarm'].includes(content.kind) &&
          status === 'sent',
      ),
    );

  const notices = async (chat: string): Promise<string[]> =>
    (await bot.cards(chat))
      .map(textOf)
      .filter((text) => /niet aangekomen|hoeft niets meer|is vervangen/.test(text));

  const titles = async (chat: string): Promise<(string | undefined)[]> =>
    (await notices(chat)).map((text) => text.split('\n')[0]);

  it('200 complaints are one notice in the chat of Fatima and one in the channel, with the count, also after a restart', async () => {
    await register(100);
    await pass(isTold);
    await bot.startAgain();
    await block();
    await register(100);
    await pass(isTold);
    for (const chat of [fatima, channel])
      assert.deepEqual(await titles(chat), ['200 klachten zijn niet aangekomen'], chat);
    const [told = ''] = await notices(fatima);
    assert.match(told, /Bel Lars Brouwer/);
    assert.match(told, /: K-2026-0001 tot en met K-2026-0200\./);
    assert.match(told, /eerste termijn maandag 30 november 2026/);
    assert.doesNotMatch(await bot.everythingIn(channel), /Lars|Brouwer|Pietersen|teruggebeld/);
    for (const chat of [willem, ingrid, joris]) assert.deepEqual(await notices(chat), [], chat);
    for (const { outbox, ledger = [] } of await all()) {
      const notice = outbox.find(({ to }) => to.kind === 'person' && to.id === idOf(fatima));
      assert.equal(notice?.sentAt?.slice(0, 10), '2026-11-23');
      const entry = ledger.find(({ erasable }) => erasable?.message === notice?.id);
      assert.deepEqual([entry?.status, entry?.erasable?.activityId], ['sent', notice?.activityId]);
    }
  });

  it('a new day is one new notice, which says so once he has them; when he blocks it again that is another', async () => {
    await register(3);
    await pass(isTold);
    await bot.clock('2026-11-24T10:00');
    await register(1);
    await pass(isTold);
    for (const chat of [fatima, channel])
      assert.deepEqual(
        await titles(chat),
        ['Dit bericht is vervangen', '4 klachten zijn niet aangekomen'],
        chat,
      );
    await statusAt(`${bot.url()}/tryout/faults`, { method: 'DELETE' });
    await bot.say(lars, 'hallo');
    await pass((outbox) => outbox[0]?.status === 'sent');
    await bot.clock('hour');
    for (const chat of [fatima, channel])
      assert.deepEqual(
        await titles(chat),
        ['Dit bericht is vervangen', 'Hier hoeft niets meer te worden doorgegeven'],
        chat,
      );
    assert.match((await notices(fatima)).at(-1) ?? '', /Lars Brouwer is weer bereikt/);
    assert.doesNotMatch(await bot.everythingIn(channel), /Lars|Brouwer/);
    await block();
    await register(1);
    await pass((outbox) => isTold(outbox));
    for (const chat of [fatima, channel])
      assert.deepEqual((await titles(chat)).slice(2), ['Klacht K-2026-0005 is niet aangekomen'], chat);
  });
});
