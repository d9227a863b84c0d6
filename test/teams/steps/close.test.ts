import assert from 'node:assert/strict';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat, usual } from '../a-chat.ts';

/** Art. 7 and 10: from when a dossier can be closed that can go no further. */
describe('“Dossier sluiten”', () => {
  afterEach(closeOffices);

  const answered = async (over: Parameters<typeof aChat>[0] = {}) => {
    const chat = await aChat(over);
    await chat.take('Antwoord versturen', {
      ...usual.answer,
      'Uw klacht, zoals de klager die leest': 'U belde drie keer.',
      'Wijze van verzending': 'Overhandigd',
    });
    return chat;
  };

  it('is said on the card while the month runs, with the day from which it is possible', async () => {
    const chat = await answered();
    await chat.open();
    assert.match(chat.text(), /Hoor je niets\? Sluit het dossier dan na vrijdag 8 mei 2026/);
  });

  it('asks for a day on which no objection could come any more, and says which', async () => {
    const chat = await answered();
    chat.ours.moveTo('2026-05-12T10:00');
    await chat.open();
    await chat.press('Dossier sluiten');
    assert.match(
      chat.text(),
      /kon er tot en met vrijdag 8 mei 2026 nog komen: sluiten kan met een datum daarna/,
    );
    const filled = { 'Wijze van verzending': 'Geen brief sturen' };
    await chat.press('Dossier sluiten', { ...filled, Datum: '2026-05-08' });
    assert.match(chat.text(), /Kies een datum vanaf 09-05-2026/);
    await chat.press('Dossier sluiten', { ...filled, Datum: '2026-05-09' });
    assert.equal((await chat.complaint()).closed?.on, '2026-05-09');
  });

  it('names, after a hearing that settled nothing, the day until which its letter lets the complainant choose', async () => {
    const chat = await answered({ complainant: { name: 'Mevrouw Pietersen', address: 'Kade 9, Utrecht' } });
    const objection = { 'Datum van ontvangst': '2026-04-01', Inhoud: 'Het gebeurde weer.' };
    await chat.take('Klager is het niet eens', objection);
    await chat.take('Gesprek vastleggen', {
      Vorm: 'Telefonisch',
      Verslag: 'Zij vertelde.',
      'Zijn jullie eruit gekomen?': 'Nog niet',
      'Oplossing uit het antwoord': 'Vervalt',
      'Wijze van verzending': 'Overhandigd',
    });
    const until = /kan de klager tot en met woensdag 15 april 2026 laten weten wat hij wil/;
    await chat.open();
    assert.match(chat.text(), until);
    await chat.press('Dossier sluiten');
    assert.match(chat.text(), until);
    await chat.press('Dossier sluiten', { 'Wijze van verzending': 'Overhandigd' });
    const { letters } = await chat.complaint();
    assert.match(
      letters.at(-1)?.text ?? '',
      /toch nog een gesprek met ons\? Laat ons dat dan weten\. Dat kan nog tot en met woensdag 15 april 2026/,
    );
    await chat.open();
    assert.match(
      chat.text(),
      /kan de klager tot en met woensdag 15 april 2026 laten weten wat hij wil\. Wil hij nog een gesprek\? Heropen/,
    );
    assert.doesNotMatch(chat.text(), /geen termijn meer/);
    assert.match(
      await reportAgain(chat),
      /gesloten op 1 april 2026\. Wilt u toch nog een gesprek\? .*tot en met woensdag 15 april 2026/,
    );
    chat.ours.moveTo('2026-04-14T10:00');
    // By post it arrives after that day.
    assert.doesNotMatch(await reportAgain(chat, 'Post'), offersTalk);
    chat.ours.moveTo('2026-04-16T10:00');
    assert.doesNotMatch(await reportAgain(chat), offersTalk);
    await chat.open();
    await chat.take('Heropenen', { Reden: 'Hij wil toch een gesprek.' });
    assert.equal((await chat.complaint()).stage, 'heard');
  });
});

const offersTalk = /nog een gesprek|nog een keer met ons praten|nieuwe afspraak/;

/** Sends the report of the hearing once more, and returns what it reads. */
async function reportAgain(chat: Chat, manner = 'Overhandigd'): Promise<string> {
  await chat.open();
  await chat.press('Opnieuw versturen');
  const report = (await chat.complaint()).letters.find(({ kind }) => kind === 'court-route');
  const why = { 'Welke brief': `${report?.id}`, 'Waarom opnieuw?': 'De brief kwam terug' };
  await chat.press('Brief maken', { ...why, 'Wijze van verzending': manner });
  await chat.press('Opnieuw versturen');
  const { text = '', again } = (await chat.complaint()).letters.at(-1) ?? {};
  assert.equal(again?.letter, report?.id);
  return text;
}
