import assert from 'node:assert/strict';
import { buttonOf } from '../../e2e/a-card.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat, usual } from '../a-chat.ts';

/** Reading 20: a letter is computed from the same facts as the register, at the moment of sending. */
describe('the letter in a form whose fields change after it was made', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await aChat();
    await chat.take('Ontvangst bevestigen');
    await chat.press('Antwoord versturen');
    await chat.press('Brief maken', usual.answer);
  });
  afterEach(closeOffices);

  const answer = async () => (await chat.complaint()).letters.find(({ kind }) => kind === 'answer');

  it('is made anew where nobody touched it: the judgement in it is that of the dossier', async () => {
    assert.match(chat.fields().Brief ?? '', /uw klacht is gegrond/);
    await chat.press('Antwoord versturen', { Oordeel: 'Ongegrond', Standpunt: 'Er is wel gebeld.' });
    assert.equal((await chat.complaint()).judgement, 'unfounded');
    const { text = '' } = (await answer()) ?? {};
    assert.match(text, /uw klacht is ongegrond/);
    assert.match(text, /Er is wel gebeld\./);
    assert.doesNotMatch(text, /uw klacht is gegrond|Wij hadden eerder moeten bellen/);
  });

  it('comes back with the difference where somebody edited it, and is sent once they have changed it', async () => {
    const edited = `${chat.fields().Brief}\nPS. Ik bel u morgen.`;
    await chat.press('Antwoord versturen', { Brief: edited, Oordeel: 'Ongegrond' });
    assert.match(chat.text(), /De gegevens zijn veranderd nadat deze brief is gemaakt/);
    assert.match(chat.text(), /In een nieuwe brief staat nu: “Ons oordeel: uw klacht is ongegrond\.”/);
    assert.equal(chat.fields().Brief, edited);
    assert.equal(await answer(), undefined);
    await chat.press('Antwoord versturen');
    assert.match(chat.text(), /De gegevens zijn veranderd/);
    assert.equal(await answer(), undefined);
    const corrected = edited.replace('is gegrond', 'is ongegrond');
    await chat.press('Antwoord versturen', { Brief: corrected });
    assert.equal((await answer())?.text, corrected);
  });

  it('comes back again where they change once more', async () => {
    const edited = `${chat.fields().Brief}\nPS. Ik bel u morgen.`;
    await chat.press('Antwoord versturen', { Brief: edited, Oordeel: 'Ongegrond' });
    await chat.press('Antwoord versturen', { Standpunt: 'Toch anders.' });
    assert.match(chat.text(), /In een nieuwe brief staat nu: .*“Toch anders\.”/);
    assert.equal(await answer(), undefined);
  });

  it('is sent as it was edited where nothing changed', async () => {
    const edited = `${chat.fields().Brief}\nPS. Ik bel u morgen.`;
    await chat.press('Antwoord versturen', { Brief: edited });
    assert.equal((await answer())?.text, edited);
  });

  it('is sent as it was typed by somebody who made none', async () => {
    await chat.take('Notitie toevoegen', { Notitie: 'Gebeld.' });
    await chat.take('Antwoord versturen', { ...usual.answer, Brief: 'Geachte mevrouw, zo zit het.' });
    assert.equal((await answer())?.text, 'Geachte mevrouw, zo zit het.');
  });

  it('shows the gap that is still in it, with everything that was typed', async () => {
    const edited = `${chat.fields().Brief}\n[nog iets]`;
    await chat.press('Antwoord versturen', { Brief: edited });
    assert.match(chat.text(), /In de brief staat nog een gat\. .*\[nog iets\]/);
    assert.equal(chat.fields().Brief, edited);
    assert.equal(await answer(), undefined);
  });
});

describe('a form that is opened on one day and sent on another', () => {
  afterEach(closeOffices);

  it('sends a letter of the day of sending, which is also the day that the register holds', async () => {
    const chat = await aChat();
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    assert.match(chat.fields().Brief ?? '', /woensdag 1 april 2026|1 april 2026/);
    chat.ours.moveTo('2026-04-02T09:00');
    await chat.press('Ontvangst bevestigen');
    const [letter] = (await chat.complaint()).letters;
    assert.equal(letter?.sentOn, '2026-04-02');
    assert.match(letter?.text ?? '', /^2 april 2026$/m);
    assert.doesNotMatch(letter?.text ?? '', /^1 april 2026$/m);
  });

  it('lets one choose every day until then: no input of a day has a last one', async () => {
    const chat = await aChat();
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    assert.doesNotMatch(JSON.stringify(chat.card()), /"max":/);
    chat.ours.moveTo('2026-04-03T09:00');
    await chat.press('Ontvangst bevestigen', {
      'Wijze van verzending': 'Post',
      'Datum van verzending': '2026-04-02',
    });
    const [letter] = (await chat.complaint()).letters;
    assert.equal(letter?.sentOn, '2026-04-02');
    assert.match(letter?.text ?? '', /^2 april 2026$/m);
  });

  it('comes back where the letter was edited by hand, with the new date', async () => {
    const chat = await aChat();
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    const edited = `${chat.fields().Brief}\nPS. Tot ziens.`;
    chat.ours.moveTo('2026-04-02T09:00');
    await chat.press('Ontvangst bevestigen', { Brief: edited });
    assert.match(chat.text(), /In een nieuwe brief staat nu: “2 april 2026”/);
    assert.ok(buttonOf(chat.card(), 'Brief opnieuw maken'));
    assert.deepEqual((await chat.complaint()).letters, []);
  });
});
