import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type ABot, aBot, channel, lars, sanne } from './a-bot.ts';
import { textOf } from './a-card.ts';

const reminder = /Dit is een herinnering/;

describe('a bot that is stopped and started again', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });
  afterEach(() => bot?.end());

  const remindersOf = async (person: string) =>
    (await bot.cards(person)).filter((card) => reminder.test(textOf(card)));

  it('brings Lars his card after a power cut right after the answer to Sanne', async () => {
    for (let round = 1; round <= 3; round++) {
      const { text } = await bot.register(sanne);
      await bot.kill();
      const [number = ''] = /K-2026-\d{4}/.exec(text) ?? [];
      assert.equal(number, `K-2026-000${round}`);
      await bot.startAgain();
      await bot.arrives(lars, new RegExp(`Klacht ${number}`));
    }
  });

  it('has every chat and the time as they were, and takes the next number', async () => {
    await bot.register(sanne);
    await bot.arrives(lars, /Klacht K-2026-0001/);
    await bot.clock('2026-11-25T14:00');
    const before = await bot.state();
    assert.equal(await bot.stop(), 0);
    await bot.startAgain();
    const after = await bot.state();
    assert.deepEqual(after.conversations, before.conversations);
    assert.equal(after.today, '2026-11-25');
    assert.match((await bot.register(sanne)).text, /K-2026-0002/);
  });

  it('knows an old form still, and takes the complaint in once', async () => {
    await bot.say(sanne, 'klacht');
    const form = (await bot.said(sanne)).at(-1);
    const filled = { 'Naam van de klager': 'A. Bos', Herkomst: 'Anders', 'Korte inhoud': 'Te laat.' };
    await bot.press(sanne, 'Klacht registreren', filled, form);
    await bot.startAgain();
    const { text } = await bot.press(sanne, 'Klacht registreren', filled, form);
    assert.match(text, /Klacht K-2026-0001 is geregistreerd/);
  });

  it('sends what it missed while it was down once, and then the next on time', async () => {
    await bot.say(lars, 'koppel', channel);
    await bot.register(sanne);
    await bot.arrives(lars, /Klacht K-2026-0001/);
    // A kill before a delivery is recorded sends the card again.
    await bot.delivered('K-2026-0001');
    await bot.startAgain({ CLOCK: '2026-11-30T11:00' });
    await bot.arrives(lars, reminder);
    await bot.arrives(channel, /Herinnering/);
    await bot.clock('hour');
    assert.equal((await remindersOf(lars)).length, 1);
    assert.equal((await bot.cards(channel)).filter((card) => /Herinnering/.test(textOf(card))).length, 1);
    assert.equal((await bot.cards(channel)).filter((card) => /1 open klacht/.test(textOf(card))).length, 1);
    const before = (await bot.said(lars)).map(({ id }) => id);
    await bot.clock('2026-12-01T10:00');
    // The next reminder replaced the missed one, which is a line now; the card of the new case went.
    const isTidy = async () => {
      const now = await bot.said(lars);
      return now.length === 2 && !before.includes(now[1]?.id ?? '') && (await remindersOf(lars)).length === 1;
    };
    for (let tries = 0; tries < 200 && !(await isTidy()); tries++) await pause(50);
    assert.equal((await bot.said(lars)).length, 2);
    assert.equal((await remindersOf(lars)).length, 1);
  });
});
