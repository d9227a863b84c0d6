import assert from 'node:assert/strict';
import { addDays, localDate } from '../../src/time/local-date.ts';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, channel, fatima, ingrid, lars, sanne, willem } from './a-bot.ts';
import { textOf } from './a-card.ts';

const amsterdam = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});

describe('reminders and the digest', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  /** Everything that came, as it read at the end of its day: a reminder makes room for the next of the same deadline. */
  const came = new Map<string, { place: string; at: string; text: string }>();

  /** Moves time to noon of that day, from day to day. */
  async function noonOf(last: string): Promise<void> {
    for (;;) {
      const { today } = await bot.state();
      const next = addDays(localDate(today), 1);
      await bot.clock(`${next}T12:00`);
      for (const place of [lars, willem, ingrid, channel])
        for (const { id, at, card } of await bot.said(place))
          if (!came.has(id)) came.set(id, { place, at: amsterdam.format(new Date(at)), text: textOf(card) });
      if (next >= last) return;
    }
  }

  /** Lists the moments, in Amsterdam, at which a message with those words came there. */
  const moments = (place: string, words: RegExp): string[] =>
    [...came.values()]
      .filter((one) => one.place === place && words.test(one.text))
      .map(({ at }) => at)
      .sort();

  /** The reminders of Lars; his card of the new case is no reminder. */
  const remindersOfLars = () => moments(lars, /Dit is een herinnering/).filter((at) => at > '2026-11-24');

  const step = story('come on their days from the registration until the channel is unlinked');

  step('come to the channel that Lars links, and not to one that Sanne would link', async () => {
    assert.match(textOf(await bot.say(sanne, 'koppel', channel)), /Dat kan alleen de klachtenfunctionaris/);
    assert.match(textOf(await bot.say(lars, 'koppel', channel)), /Dit kanaal is gekoppeld/);
  });

  step('come to Lars two werkdagen before, on the last day, and every werkdag after it', async () => {
    await bot.register(sanne, { ...aComplaint, 'E-mailadres': 'pietersen@voorbeeld.nl' });
    await noonOf('2026-12-02');
    const times = ['2026-11-26 09:00', '2026-11-30 09:00', '2026-12-01 09:00', '2026-12-02 09:00'];
    assert.deepEqual(await remindersOfLars(), times);
    assert.deepEqual(await moments(channel, /Herinnering/), times);
  });

  step('come to the whole board as well once Art. 5 is late, and never to Fatima', async () => {
    const late = ['2026-12-01 09:00', '2026-12-02 09:00'];
    for (const member of [willem, ingrid]) assert.deepEqual(await moments(member, /te laat/), late, member);
    assert.deepEqual(await bot.said(fatima), []);
  });

  step(
    'stop for Art. 5 when Lars has acknowledged, and go on for Art. 6: also five werkdagen before',
    async () => {
      await bot.press(lars, 'Ontvangst bevestigen');
      await bot.press(lars, 'Ontvangst bevestigen');
      await noonOf('2026-12-15');
      const since = (await remindersOfLars()).filter((at) => at > '2026-12-02 12:00');
      assert.deepEqual(since, [
        '2026-12-07 09:00',
        '2026-12-10 09:00',
        '2026-12-14 09:00',
        '2026-12-15 09:00',
      ]);
      assert.deepEqual((await moments(willem, /te laat/)).at(-1), '2026-12-15 09:00');
    },
  );

  step('put the digest in the channel at 08:30 on every werkdag, and on no other day', async () => {
    const november = [24, 25, 26, 27, 30].map((day) => `2026-11-${day} 08:30`);
    const december = ['01', '02', '03', '04', '07', '08', '09', 10, 11, 14, 15].map(
      (day) => `2026-12-${day} 08:30`,
    );
    assert.deepEqual(await moments(channel, /1 open klacht,/), [...november, ...december]);
  });

  step('name nobody in the channel and tell nothing of the content', async () => {
    const everything = await bot.everythingIn(channel);
    assert.match(everything, /K-2026-0001/);
    assert.doesNotMatch(everything, /Pietersen|teruggebeld|Sanne|Vries|Lars|Brouwer|Willem|Ingrid|Fatima/);
  });

  step('say so when there is nothing open, and are silent on a holiday', async () => {
    await bot.press(lars, 'Klacht ingetrokken');
    await bot.press(lars, 'Klacht ingetrokken', { Reden: 'Het is uitgepraat.' });
    const reminders = (await remindersOfLars()).length;
    await noonOf('2026-12-28');
    const empty = await moments(channel, /Er zijn geen open klachten/);
    assert.deepEqual(
      empty,
      [16, 17, 18, 21, 22, 23, 24, 28].map((day) => `2026-12-${day} 08:30`),
    );
    assert.equal((await remindersOfLars()).length, reminders);
  });

  step('come no more to a channel that is unlinked', async () => {
    await bot.say(willem, 'ontkoppel', channel);
    const before = (await bot.said(channel)).length;
    await bot.clock('2026-12-29T12:00');
    assert.equal((await bot.said(channel)).length, before);
  });
});
