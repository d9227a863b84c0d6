import assert from 'node:assert/strict';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, channel, fatima, idOf, ingrid, lars, sanne, willem } from './a-bot.ts';
import { buttonOf, textOf } from './a-card.ts';

describe('a complaint about Lars himself', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    for (const person of [lars, fatima, willem, ingrid, sanne]) await bot.say(person, 'hoi');
    await bot.say(lars, 'koppel', channel);
  });
  after(() => bot?.end());

  const step = story('goes round him, from its registration until it is late');

  step('goes to Fatima, his substitute', async () => {
    const { text } = await bot.register(sanne, {
      ...aComplaint,
      'Over wie gaat de klacht?': 'Lars Brouwer (klachtenfunctionaris)',
    });
    assert.match(text, /Wordt doorgegeven aan Fatima el Amrani \(vervanger\)/);
    const { card } = await bot.arrives(fatima, /Klacht K-2026-0001/);
    assert.match(textOf(card), /Over: \nLars Brouwer/);
  });

  step('answers Lars about it as about a number that does not exist', async () => {
    const about = await bot.say(lars, 'zaak K-2026-0001');
    const nothing = await bot.say(lars, 'zaak K-2026-0999');
    assert.deepEqual(about, nothing);
    assert.match(
      textOf(about),
      /alleen de klachtverantwoordelijke van die klacht, of het nummer bestaat niet/,
    );
  });

  step('refuses Lars every button of it, in the same words', async () => {
    const own = (await bot.said(lars)).at(-1);
    const card = (await bot.cards(fatima)).at(-1);
    for (const title of ['Ontvangst bevestigen', 'Notitie toevoegen', 'Overdragen', 'Klacht ingetrokken']) {
      const button = buttonOf(card, title);
      const step = String(button?.verb).replace('ask-', '');
      for (const verb of [button?.verb, step, 'case']) {
        const { text } = await bot.pressAs(lars, own?.id ?? '', { ...button, verb }, { text: 'Van Lars.' });
        assert.match(text, /of het nummer bestaat niet|Nog niet verstuurd/, `${verb}`);
        assert.doesNotMatch(text, /K-2026-0001|Pietersen|teruggebeld/);
      }
    }
    assert.equal((await bot.dossier('K-2026-0001')).journal.length, 2);
  });

  step('is in no list of Lars and in no overview of the channel', async () => {
    assert.match(textOf(await bot.say(lars, 'zaken')), /geen open klachten/);
    await bot.say(lars, 'mijn klachten');
    assert.match(textOf(await bot.say(lars, 'overzicht', channel)), /Er zijn geen open klachten/);
  });

  step('reminds Fatima, and when it is late the board, and nobody else', async () => {
    await bot.clock('2026-12-02T12:00');
    for (const person of [fatima, willem, ingrid])
      assert.match(await bot.everythingIn(person), /te laat/, person);
  });

  step(
    'has by then never shown in the chat of Lars or in the channel: no number, no name, no word of it',
    async () => {
      for (const place of [lars, channel])
        assert.doesNotMatch(await bot.everythingIn(place), /K-2026-0001|Pietersen|teruggebeld/, place);
    },
  );

  step('leaves Lars the complaints that are not about him', async () => {
    await bot.register(sanne);
    await bot.arrives(lars, /Klacht K-2026-0002/);
    assert.match(textOf(await bot.say(lars, 'overzicht', channel)), /1 open klacht,/);
  });

  step('goes to the board when it is about Lars and Fatima, and to nobody when it is about all', async () => {
    const people = [lars, fatima].map((name) => idOf(name)).join(',');
    const { text } = await bot.register(sanne, { ...aComplaint, 'Over wie gaat de klacht?': people });
    assert.match(text, /Wordt doorgegeven aan Willem Jansen \(directie\)/);
    await bot.arrives(willem, /Zaak K-2026-0003 is nu bij jou/);
    const all = [lars, fatima, willem, ingrid].map((name) => idOf(name)).join(',');
    const unassigned = await bot.register(sanne, { ...aComplaint, 'Over wie gaat de klacht?': all });
    assert.match(
      unassigned.text,
      /K-2026-0004 is geregistreerd[\s\S]*Niemand kan deze klacht behandelen[\s\S]*naar de rechter kan \(artikel 10\)/,
    );
  });
});
