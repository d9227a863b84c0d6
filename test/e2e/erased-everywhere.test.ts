import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type ABot, aBot, aComplaint, fatima, idOf, ingrid, joris, lars, sanne, willem } from './a-bot.ts';
import { buttonOf, rowOf, textOf } from './a-card.ts';

const number = 'K-2026-0002';
const everybody = [sanne, joris, lars, fatima, willem, ingrid];
const ofThatComplaint = /pietersen|teruggebeld/i;

describe('the chats after a complaint was erased, whatever was opened before', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  /** Opens every list and search in which somebody may find it. */
  async function looksAround(person: string): Promise<void> {
    const lists = ['zaken', 'alle zaken', 'zaken gesloten', 'mijn klachten', `zaak ${number}`];
    const searches = ['zoek pietersen', 'zoek teruggebeld'];
    // A search without a hit shows what was typed, of nobody in the register.
    const finds = person === lars;
    for (const words of finds ? [...lists, ...searches] : lists) await bot.say(person, words);
  }

  /** Presses that row of a new list, and its button. */
  async function opensFrom(person: string, list: string): Promise<void> {
    await bot.say(person, list);
    const message = (await bot.said(person)).findLast(({ card }) => card && rowOf(card, number));
    if (message) await bot.pressAs(person, message.id, rowOf(message.card, number), {});
  }

  /** The messages of a chat that still tell of it. */
  const telling = async () => {
    const found: string[] = [];
    for (const person of everybody)
      for (const { text, card } of await bot.said(person)) {
        const all = `${text} ${JSON.stringify(card)}`;
        const connects = all.includes(number) && all.includes(joris);
        if (ofThatComplaint.test(all) || connects) found.push(`${person}: ${textOf(card).slice(0, 900)}`);
      }
    return found;
  };

  it('name nobody of it: not in a list, a search, a form, a receipt or a refusal', async () => {
    const about = { 'Over wie gaat de klacht?': idOf(joris), 'E-mailadres': 'a.pietersen@voorbeeld.nl' };
    await bot.register(sanne, {
      ...aComplaint,
      'Naam van de klager': 'De heer Vos',
      'Korte inhoud': 'Te laat.',
    });
    await bot.register(sanne, { ...aComplaint, ...about });
    await bot.arrives(lars, /Klacht K-2026-0002/);
    for (const person of everybody) await looksAround(person);
    for (const list of ['zaken', 'zoek pietersen']) await opensFrom(lars, list);

    await bot.say(lars, `zaak ${number}`);
    await bot.press(lars, 'Wederhoor vragen');
    await bot.press(lars, 'Wederhoor vragen', { 'Waar gaat de klacht over?': 'Er is niet teruggebeld.' });
    await bot.arrives(joris, /teruggebeld/);
    await bot.say(lars, `zaak ${number}`);
    const old = (await bot.said(lars)).at(-1) ?? assert.fail();
    await bot.press(lars, 'Notitie toevoegen');
    await bot.press(sanne, 'Aanvullen');
    await bot.say(lars, `zaak ${number}`);
    await bot.press(lars, 'Klacht ingetrokken');
    await bot.press(lars, 'Klacht ingetrokken', { Reden: 'Pietersen is geholpen.' });
    // Sends a form of before, and one that cannot be sent any more: what was typed is kept to copy.
    const form = (await bot.said(lars)).find(({ id }) => id === old.id)?.card;
    const typed = { note: 'Pietersen belde.' };
    await bot.pressAs(lars, old.id, buttonOf(form, 'Notitie toevoegen'), typed);
    await bot.press(sanne, 'Aanvullen', { 'E-mailadres': 'b.pietersen@voorbeeld.nl' });
    for (const person of everybody) await looksAround(person);
    for (const list of ['zaken gesloten', 'zoek pietersen']) await opensFrom(lars, list);

    await bot.say(lars, `zaak ${number}`);
    await bot.press(lars, 'Persoonsgegevens wissen');
    await bot.press(lars, 'Persoonsgegevens wissen', { Reden: 'De klager vraagt erom.' });
    await bot.arrives(fatima, /Wissen beoordelen/);
    assert((await telling()).length > 10);
    await bot.press(fatima, 'Wissen beoordelen', { Akkoord: 'Ja, wissen' });
    for (let tries = 0; tries < 300 && (await telling()).length > 0; tries++) await pause(100);
    assert.deepEqual(await telling(), []);
  });
});
