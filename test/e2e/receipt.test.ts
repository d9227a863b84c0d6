import assert from 'node:assert/strict';
import { type ABot, aBot, aComplaint, lars, sanne } from './a-bot.ts';
import { fieldsOf, textOf } from './a-card.ts';

describe('the receipt of a registration', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  it('stays where it is when another complaint is registered: the form comes below it', async () => {
    await bot.register(sanne);
    await bot.arrives(lars, /Klacht K-2026-0001/);
    const { statusCode } = await bot.press(sanne, 'Nog een klacht registreren');
    assert.equal(statusCode, 200);
    const [receipt, form] = (await bot.said(sanne)).slice(-2);
    assert.match(textOf(receipt?.card), /Klacht K-2026-0001 is geregistreerd/);
    assert.equal(fieldsOf(form?.card)['Korte inhoud'], '');
    await bot.press(sanne, 'Klacht registreren', { ...aComplaint, 'Korte inhoud': 'Het dossier was zoek.' });
    const shown = (await bot.said(sanne)).slice(-2).map(({ card }) => textOf(card));
    assert.match(shown[0] ?? '', /Klacht K-2026-0001 is geregistreerd/);
    assert.match(shown[1] ?? '', /Klacht K-2026-0002 is geregistreerd/);
  });
});
