import assert from 'node:assert/strict';
import { ofEachKind } from '../register/some-documents.ts';
import { type ABot, aBot, aComplaint, lars, sanne } from './a-bot.ts';
import { fieldsOf, textOf } from './a-card.ts';
import { sendFile } from './sends-files.ts';

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

  it('says which file was not kept until its reader sends one that is', async () => {
    const video = Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1');
    const pdf = Buffer.from(ofEachKind.pdf ?? '');
    const beside = [{ name: 'film.mp4', bytes: video }];
    await sendFile(bot, sanne, { name: 'brief.pdf', bytes: pdf, beside });
    await bot.press(sanne, 'Nieuwe klacht');
    const { text, number } = numbered(await bot.press(sanne, 'Klacht registreren', aComplaint));
    const missed = /Niet bewaard: “film\.mp4”/;
    assert.match(text, missed);
    const receipt = new RegExp(`Klacht ${number} is geregistreerd`);
    const shown = async () => textOf((await bot.arrives(sanne, receipt)).card);
    await bot.arrives(sanne, new RegExp(`${number} is geregistreerd[\\s\\S]*Verder hoef je niets te doen`));
    assert.match(await shown(), missed);
    await bot.say(lars, `zaak ${number}`);
    await bot.press(lars, 'Notitie toevoegen');
    await bot.press(lars, 'Notitie toevoegen', { Notitie: 'Gebeld.' });
    await sendFile(bot, sanne, { name: 'film.pdf', bytes: pdf });
    assert.match(await shown(), missed);
    await bot.press(sanne, 'Bij deze zaak bewaren', { Zaak: number });
    await bot.arrives(sanne, new RegExp(`^(?![\\s\\S]*Niet bewaard)[\\s\\S]*${receipt.source}`));
  });
});

function numbered({ text }: { text: string }) {
  const [number = assert.fail(text)] = /K-2026-\d{4}/.exec(text) ?? [];
  return { text, number };
}
