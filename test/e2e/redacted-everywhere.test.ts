import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type ABot, aBot, aComplaint, fatima, idOf, ingrid, joris, lars, sanne, willem } from './a-bot.ts';
import { rowOf, textOf } from './a-card.ts';

const number = 'K-2026-0001';
const everybody = [sanne, joris, lars, fatima, willem, ingrid];

describe('the chats after a text was made illegible, whatever was opened before', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  /** Opens every list and search in which somebody may find it. */
  async function looksAround(person: string): Promise<void> {
    const lists = ['zaken', 'alle zaken', 'mijn klachten', `zaak ${number}`];
    for (const words of person === lars ? [...lists, 'zoek pietersen'] : lists) await bot.say(person, words);
  }

  /** The messages of a chat in which the text still stands. */
  const telling = async () => {
    const found: string[] = [];
    for (const person of everybody)
      for (const { text, card } of await bot.said(person))
        if (/roerdomp/i.test(`${text} ${JSON.stringify(card)}`))
          found.push(`${person}: ${textOf(card).slice(0, 900)}`);
    return found;
  };

  it('show it nowhere: not in a list, a search, a form, a receipt or a request', async () => {
    await bot.register(sanne, {
      ...aComplaint,
      'Korte inhoud': 'Roerdomp: er is niet teruggebeld.',
      'Over wie gaat de klacht?': idOf(joris),
    });
    await bot.arrives(lars, /Klacht K-2026-0001/);
    for (const person of everybody) await looksAround(person);
    await bot.say(lars, 'zaken');
    const list = (await bot.said(lars)).at(-1) ?? assert.fail();
    await bot.pressAs(lars, list.id, rowOf(list.card, number), {});
    await bot.say(lars, `zaak ${number}`);
    await bot.press(lars, 'Wederhoor vragen');
    await bot.press(lars, 'Wederhoor vragen', { 'Waar gaat de klacht over?': 'Over ROERDOMP.' });
    await bot.arrives(joris, /ROERDOMP/);
    await bot.press(sanne, 'Aanvullen');
    await bot.say(lars, `zaak ${number}`);
    await bot.press(lars, 'Notitie toevoegen');
    await bot.press(lars, 'Notitie toevoegen', { Notitie: 'Nog eens roerdomp.' });
    await bot.say(lars, `zaak ${number}`);
    await bot.press(lars, 'Gegevens corrigeren');
    for (const person of everybody) await looksAround(person);

    await bot.say(lars, `zaak ${number}`);
    await bot.press(lars, 'Tekst onleesbaar maken');
    await bot.press(lars, 'Tekst onleesbaar maken', { 'Welke tekst?': 'roerdomp', Reden: 'Hoort er niet.' });
    await bot.arrives(fatima, /Onleesbaar maken beoordelen/);
    assert.ok((await telling()).length > 5);
    await bot.press(fatima, 'Onleesbaar maken beoordelen', { Akkoord: 'Ja, onleesbaar maken' });
    for (let tries = 0; tries < 300 && (await telling()).length > 0; tries++) await pause(100);
    assert.deepEqual(await telling(), []);
    // What is asked of the respondent is asked anew.
    await bot.arrives(joris, /Over \[onleesbaar gemaakt\]/);
  });
});
