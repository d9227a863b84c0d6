import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type ABot, aBot, channel, idOf, joris, lars, sanne, willem } from './a-bot.ts';
import { buttonsOf, textOf } from './a-card.ts';

const replaced = /K-2026-0001: deze kaart is vervangen/;
const isNew = /Zaak K-2026-0001 is nu bij jou/;
const reminder = /Dit is een herinnering/;

describe('one card a case', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
    await bot.register(sanne);
    await bot.arrives(lars, isNew);
  });
  afterEach(() => bot?.end());

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 300 && !(await isSo()); tries++) await pause(50);
    assert.ok(await isSo());
  }

  const texts = async (title: string) => (await bot.said(title)).map(({ card }) => textOf(card));

  it('has the buttons: a reminder comes as new, in the activity feed, and what stood before makes room for it', async () => {
    const [first] = await bot.said(lars);
    await bot.clock('2026-11-26T10:00');
    await bot.arrives(lars, replaced);
    const [before, now, ...more] = await bot.said(lars);
    assert.deepEqual([before?.id, more], [first?.id, []]);
    assert.match(textOf(before?.card), replaced);
    assert.deepEqual(buttonsOf(before?.card), ['Klacht openen']);
    assert.match(textOf(now?.card), reminder);
    assert.equal(now?.notify, true);
    assert.equal(buttonsOf(now?.card)[0], 'Ontvangst bevestigen');

    await bot.clock('2026-12-01T10:00');
    const kinds = async () =>
      (await texts(lars)).map((text) =>
        replaced.test(text) ? 'a line' : reminder.test(text) ? 'reminder' : text,
      );
    await until(async () => (await kinds()).length === 2);
    assert.deepEqual(await kinds(), ['a line', 'reminder']);
  });

  it('stays truthful in the ledger: each message was sent, under the id that it has', async () => {
    await bot.clock('2026-11-26T10:00');
    const { outbox } = await bot.delivered('K-2026-0001');
    const ids = (await bot.said(lars)).map(({ id }) => id);
    assert.deepEqual(
      outbox
        .filter(({ content }) => content.kind !== 'receipt')
        .map(({ status, activityId }) => [status, activityId]),
      ids.map((id) => ['sent', id]),
    );
  });

  it('is not taken from under the hands of Lars while he may be typing on it', async () => {
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.clock('2026-11-26T10:00');
    const [form, now] = await texts(lars);
    assert.doesNotMatch(form ?? '', replaced);
    assert.match(now ?? '', reminder);
    await bot.press(lars, 'Ontvangst bevestigen', {}, (await bot.said(lars))[0]);
    assert.equal((await bot.dossier('K-2026-0001')).complaint.stage, 'acknowledged');
  });

  it('lets the board read the last line of what is late, and no older one', async () => {
    await bot.clock('2026-12-03T10:00');
    await until(async () => (await texts(willem)).length === 1);
    assert.match((await texts(willem))[0] ?? '', /te laat/);
  });

  it('is one overview of a day for a channel too: the one asked for before makes room, that of yesterday stays', async () => {
    const titles = async () =>
      (await texts(channel)).map((text) => (/vervangen/.test(text) ? 'replaced' : 'overview'));
    await bot.say(lars, 'overzicht', channel);
    await bot.say(lars, 'help', channel);
    await bot.say(willem, 'overzicht', channel);
    assert.deepEqual(await titles(), ['replaced', 'overview', 'overview']);
    assert.match(
      textOf(await bot.say(joris, 'overzicht', channel)),
      /staat niet hier|nog geen kanaal gekoppeld/,
    );
    assert.equal((await titles()).filter((one) => one === 'replaced').length, 1);
    await bot.clock('2026-11-24T08:00');
    await bot.say(lars, 'overzicht', channel);
    assert.deepEqual(await titles(), ['replaced', 'overview', 'overview', 'overview', 'overview']);
  });

  it('goes to the activity feed when it asks for something, and not when it only tells', async () => {
    await bot.say(lars, 'koppel', channel);
    await bot.register(joris, {
      'Naam van de klager': 'De heer Bos',
      Herkomst: 'Cliënt',
      'Korte inhoud': 'Te laat.',
      'Over wie gaat de klacht?': idOf(joris),
    });
    await bot.arrives(lars, /Zaak K-2026-0002 is nu bij jou/);
    await bot.press(lars, 'Wederhoor vragen');
    await bot.press(lars, 'Wederhoor vragen');
    assert.equal((await bot.arrives(joris, /Jouw kant van het verhaal/)).notify, true);
    await bot.press(joris, 'Verklaring versturen', { 'Mijn verklaring': 'Ik was ziek.' });
    assert.equal((await bot.arrives(lars, /heeft een verklaring gegeven/)).notify, false);
    await bot.clock('2026-11-24T10:00');
    assert.deepEqual(
      (await bot.said(channel)).map(({ notify }) => notify),
      (await bot.said(channel)).map(() => false),
    );
  });
});
