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

  for (const again of [true, false])
    it(`tells the respondents what the complainant reads${again ? ', where it is made anew' : ''}`, async () => {
      assert.match(chat.fields()['Bericht aan beklaagde'] ?? '', /de klacht is gegrond/);
      const changed = { Standpunt: 'Er is wel gebeld.', Oordeel: 'Ongegrond' };
      if (again) await chat.press('Brief opnieuw maken', changed);
      await chat.press('Antwoord versturen', changed);
      const { answer: given } = await chat.complaint();
      assert.match(given?.message ?? '', /Er is wel gebeld\.[\s\S]*de klacht is ongegrond/);
    });

  it('keeps the message to the respondents that somebody edited', async () => {
    await chat.press('Brief opnieuw maken', { 'Bericht aan beklaagde': 'Kom even langs.' });
    await chat.press('Antwoord versturen', { Standpunt: 'Er is wel gebeld.', Oordeel: 'Ongegrond' });
    const { answer: given } = await chat.complaint();
    assert.equal(given?.message, 'Kom even langs.');
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
      'Wijze van verzending': 'Overhandigd',
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

describe('a letter that the mail server did not take, and that is sent by hand', () => {
  let chat: Chat;
  beforeEach(async () => {
    const complainant = {
      name: 'Mevrouw Pietersen',
      email: 'a.pietersen@voorbeeld.nl',
      address: 'Dam 1, Utrecht',
    };
    chat = await aChat({ complainant }, { mail: true });
  });
  afterEach(closeOffices);

  const letter = async () => (await chat.complaint()).letters[0] ?? assert.fail('no letter');

  it('is made anew for the manner and the day where nobody edited it', async () => {
    await chat.take('Ontvangst bevestigen');
    const mailed = await letter();
    assert.match(mailed.text, /^1 april 2026$/m);
    chat.ours.moveTo('2026-04-08T10:00');
    await chat.take('Brief zelf verstuurd', { 'Datum van verzending': '2026-04-07' });
    const sent = await letter();
    assert.deepEqual([sent.manner, sent.sentOn], ['post', '2026-04-07']);
    assert.match(sent.text, /^7 april 2026$/m);
    assert.doesNotMatch(sent.text, /^1 april 2026$/m);
  });

  it('is what the card asks for once it is not mailed any more, and not while it is tried again', async () => {
    await chat.take('Ontvangst bevestigen');
    const style = async (status: 'queued' | 'gave-up' | 'uncertain') => {
      const attempts = [{ at: chat.ours.clock.now(), fault: '451' }];
      await chat.ours.amend(chat.number, (found) => ({
        ...found,
        outbox: found.outbox.map((one) => (one.to.kind === 'mail' ? { ...one, status, attempts } : one)),
      }));
      await chat.open();
      return buttonOf(chat.card(), 'Brief zelf verstuurd')?.style;
    };
    assert.equal(await style('queued'), undefined);
    assert.match(chat.text(), /wacht op de mailserver.*probeer ik het vanzelf opnieuw/);
    assert.equal(await style('gave-up'), 'positive');
    assert.equal(await style('uncertain'), 'positive');
  });

  it('comes back with the difference where somebody edited it, and goes as they change it', async () => {
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    const edited = `${chat.fields().Brief}\nPS. Ik bel u morgen.`;
    await chat.press('Ontvangst bevestigen', { Brief: edited });
    chat.ours.moveTo('2026-04-08T10:00');
    await chat.take('Brief zelf verstuurd');
    assert.match(chat.text(), /De gegevens zijn veranderd nadat deze brief is gemaakt/);
    assert.match(chat.text(), /In een nieuwe brief staat nu: “8 april 2026”/);
    assert.equal(chat.fields().Brief, edited);
    await chat.press('Brief zelf verstuurd');
    assert.equal((await letter()).sentOn, undefined);
    const corrected = edited.replace(/^1 april 2026$/m, '8 april 2026');
    await chat.press('Brief zelf verstuurd', { Brief: corrected });
    assert.deepEqual([(await letter()).sentOn, (await letter()).text], ['2026-04-08', corrected]);
  });

  it('shows what somebody edited with “Brief maken” as well, and a new one when asked once more', async () => {
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    const edited = `${chat.fields().Brief}\nPS. Ik bel u morgen.`;
    await chat.press('Ontvangst bevestigen', { Brief: edited });
    chat.ours.moveTo('2026-04-08T10:00');
    await chat.open();
    await chat.press('Brief zelf verstuurd');
    await chat.press('Brief maken');
    assert.equal(chat.fields().Brief, edited);
    await chat.press('Brief opnieuw maken');
    assert.doesNotMatch(chat.fields().Brief ?? '', /Ik bel u morgen/);
    await chat.press('Brief zelf verstuurd');
    assert.doesNotMatch((await letter()).text, /Ik bel u morgen/);
    assert.equal((await letter()).sentOn, '2026-04-08');
  });

  it('is mailed once more to the address that is known by then', async () => {
    await chat.take('Ontvangst bevestigen');
    assert.equal((await letter()).to, 'a.pietersen@voorbeeld.nl');
    await chat.take('Gegevens corrigeren', {
      'E-mailadres van de klager': 'pietersen@voorbeeld.nl',
      Reden: 'Een tikfout.',
    });
    await chat.open();
    await chat.press('Brief zelf verstuurd');
    assert.match(chat.text(), /Opnieuw mailen gaat naar pietersen@voorbeeld\.nl\./);
    await chat.press('Brief zelf verstuurd', {
      'Wijze van verzending': 'Nog niet verstuurd: mail de brief opnieuw',
    });
    assert.equal((await letter()).to, 'pietersen@voorbeeld.nl');
    assert.equal((await letter()).sentOn, undefined);
  });

  it('stays as it is where the e-mail has arrived after all, and is made anew where it is mailed once more', async () => {
    await chat.take('Ontvangst bevestigen');
    const { text } = await letter();
    chat.ours.moveTo('2026-04-08T10:00');
    const again = 'Nog niet verstuurd: mail de brief opnieuw';
    await chat.take('Brief zelf verstuurd', { 'Wijze van verzending': again });
    assert.equal((await letter()).sentOn, undefined);
    assert.match((await letter()).text, /^8 april 2026$/m);
    assert.equal((await letter()).text, text.replace(/^1 april 2026$/m, '8 april 2026'));
    const anew = (await letter()).text;
    await chat.take('Brief zelf verstuurd', { 'Wijze van verzending': 'De e-mail is toch aangekomen' });
    assert.equal((await letter()).text, anew);
    assert.equal((await letter()).manner, 'email');
  });
});
