import assert from 'node:assert/strict';
import { type ABot, aBot, aComplaint, fatima, lars, sanne } from './a-bot.ts';
import { textOf } from './a-card.ts';

const about = 'Gaat de klacht over Lars Brouwer?';

describe('a complaint in whose text somebody at the desk is named', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    for (const person of [lars, fatima, sanne]) await bot.say(person, 'hoi');
  });
  after(() => bot?.end());

  const named = { ...aComplaint, 'Korte inhoud': 'Meneer Brouwer was onbeleefd.' };

  it('is registered after one question: as about them, and goes round them', async () => {
    const asked = await bot.register(sanne, named);
    assert.match(asked.text, /nog niets geregistreerd/);
    const { text } = await bot.press(sanne, 'Klacht registreren', { [about]: 'Ja' });
    assert.match(text, /is geregistreerd[\s\S]*Wordt doorgegeven aan Fatima el Amrani/);
    const { card } = await bot.arrives(fatima, /Meneer Brouwer was onbeleefd/);
    assert.match(textOf(card), /Over: \nLars Brouwer/);
  });

  it('is registered as about nobody, and the journal says that it was asked', async () => {
    await bot.register(sanne, { ...named, 'Korte inhoud': 'Brouwer, van de bouw, belt nooit.' });
    const { text } = await bot.press(sanne, 'Klacht registreren', { [about]: 'Nee' });
    assert.match(text, /is geregistreerd[\s\S]*Wordt doorgegeven aan Lars Brouwer/);
    const { card } = await bot.arrives(lars, /Brouwer, van de bouw/);
    assert.match(textOf(card), /Gevraagd of de klacht over Lars Brouwer gaat: nee\./);
  });

  it('is registered at once where they were chosen', async () => {
    const { text } = await bot.register(sanne, {
      ...named,
      'Over wie gaat de klacht?': 'Lars Brouwer (klachtenfunctionaris)',
    });
    assert.match(text, /is geregistreerd/);
  });
});
