import assert from 'node:assert/strict';
import { bothSidesHeard } from '../../../src/procedure/articles/art00-both-sides.ts';
import { caseNumber } from '../../../src/procedure/model/case-number.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { viewCase } from '../../../src/teams/office/pages.ts';
import { buttonOf, buttonsOf, fieldsOf, filledIn, textOf } from '../../e2e/a-card.ts';
import * as ask from '../../procedure/asked.ts';
import { fatima, joris, lars, sanne } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat, usual } from '../a-chat.ts';

const toChoose = /De collega “Joris” moet nog worden gekozen/;
const whom = 'Gaat de klacht over een van hen?';
const somebodyElse = { [whom]: 'Nee, over iemand anders' };
const second = caseNumber('K-2026-0002');

describe('“Naam van de collega”, for who cannot search in the list', () => {
  afterEach(closeOffices);

  /** Opens the form, fills it in, and presses "Klacht registreren" as often as there are answers. */
  async function registered(chat: Chat, by: Person, colleague: string, ...answers: Record<string, string>[]) {
    let form = await chat.pressAs(by, { verb: 'ask-register' });
    const filled = {
      'Korte inhoud': 'Er is niet gebeld.',
      'Naam van de klager': 'De heer Dijk',
      'Naam van de collega': colleague,
    };
    for (const answer of [filled, ...answers]) {
      const button = buttonOf(form, 'Klacht registreren');
      assert.ok(button);
      form = await chat.pressAs(by, button, filledIn(form, answer));
    }
    return form;
  }
  const complaintOf = async (chat: Chat) =>
    (await chat.ours.dossier(second))?.complaint ?? assert.fail('it is not registered');

  it('is kept as it was typed, stands on the receipt and the card, and waits for a choice', async () => {
    const chat = await aChat();
    const receipt = await registered(chat, sanne, 'Joris', somebodyElse);
    assert.match(textOf(receipt), /is geregistreerd[\s\S]*“Joris”, zoals je het typte/);
    const { unresolvedName, respondents, handler } = await complaintOf(chat);
    assert.deepEqual([unresolvedName, respondents, handler?.person.id], ['Joris', [], lars.id]);
    const card = await viewCase(second, lars, chat.office);
    assert.match(textOf(card), toChoose);
    assert.match(textOf(card), /Over: \n“Joris” \(nog te kiezen\)/);
    const shown = buttonsOf(card).map((button) => (button as { title?: string }).title ?? button);
    assert.ok(JSON.stringify(shown.slice(0, 3)).includes('Beklaagde toevoegen'), JSON.stringify(shown));
  });

  it('of somebody at the desk is asked about; yes goes round them, and nothing is left to choose', async () => {
    for (const typed of ['lars', 'Brouwer', 'L. Brouwer']) {
      const chat = await aChat();
      const question = await registered(chat, sanne, typed);
      assert.match(textOf(question), /nog niets geregistreerd[\s\S]*Gaat de klacht over Lars Brouwer\?/);
      assert.equal(fieldsOf(question)['Naam van de collega'], typed);
      await registered(chat, sanne, typed, { 'Gaat de klacht over Lars Brouwer?': 'Ja' });
      const { unresolvedName, respondents, handler } = await complaintOf(chat);
      assert.deepEqual([unresolvedName, respondents, handler?.person.id], [undefined, [lars], fatima.id]);
    }
  });

  it('of somebody at the desk whom it is not about stays to be chosen, and the log says that it was asked', async () => {
    const chat = await aChat();
    const no = { 'Gaat de klacht over Lars Brouwer?': 'Nee' };
    assert.match(textOf(await registered(chat, sanne, 'Lars van Dijk', no)), /een van hen/);
    await registered(chat, sanne, 'Lars van Dijk', no, somebodyElse);
    const { unresolvedName, handler } = await complaintOf(chat);
    assert.deepEqual([unresolvedName, handler?.person.id], ['Lars van Dijk', lars.id]);
    const card = await viewCase(second, lars, chat.office);
    assert.match(
      textOf(card),
      /Gevraagd of de klacht over Lars Brouwer, Fatima el Amrani.* of Sanne de Vries gaat: nee\./,
    );
  });

  it('of somebody at the desk and of another keeps the other', async () => {
    const chat = await aChat();
    const typed = 'Joris en Lars';
    await registered(chat, sanne, typed, { 'Gaat de klacht over Lars Brouwer?': 'Ja', ...somebodyElse });
    const { unresolvedName, respondents } = await complaintOf(chat);
    assert.deepEqual([unresolvedName, respondents], [typed, [lars]]);
  });

  for (const typed of ['de klachtenfunctionaris', 'Larz Brower', 'mijn baas', 'hij van klachten'])
    it(`that may mean anybody asks which of the desk, with nothing chosen before, and goes round them: “${typed}”`, async () => {
      const chat = await aChat();
      const question = await registered(chat, sanne, typed);
      assert.equal(fieldsOf(question)[whom], '');
      assert.match(
        textOf(question),
        /Nee, over iemand anders\nLars Brouwer \(klachtenfunctionaris\)\nFatima el Amrani \(vervanger\)[\s\S]*Sanne de Vries \(jij\)/,
      );
      assert.match(textOf(await registered(chat, sanne, typed, {})), /nog niets geregistreerd/);
      await registered(chat, sanne, typed, { [whom]: 'Lars Brouwer (klachtenfunctionaris)' });
      const { unresolvedName, respondents, handler } = await complaintOf(chat);
      assert.deepEqual([unresolvedName, respondents, handler?.person.id], [undefined, [lars], fatima.id]);
    });

  it('of two, of whom neither is spelled as they are, goes round both', async () => {
    const chat = await aChat();
    await registered(chat, sanne, 'Larz en Fatma', { [whom]: `${lars.id},${fatima.id}` });
    const { unresolvedName, respondents } = await complaintOf(chat);
    assert.deepEqual([unresolvedName, respondents], [undefined, [lars, fatima]]);
  });

  it('costs no question where nothing is typed', async () => {
    const chat = await aChat();
    assert.match(textOf(await registered(chat, sanne, '')), /is geregistreerd/);
  });

  it('of the receiver is asked about too', async () => {
    const chat = await aChat();
    const question = await registered(chat, sanne, 'Sanne');
    assert.match(textOf(question), /Gaat de klacht over Sanne de Vries\?/);
    await registered(chat, sanne, 'Sanne', { 'Gaat de klacht over Sanne de Vries?': 'Ja' });
    const { unresolvedName, respondents } = await complaintOf(chat);
    assert.deepEqual([unresolvedName, respondents], [undefined, [sanne]]);
  });

  const waiting = (over = {}) => aChat({ respondents: [], unresolvedName: 'Joris', ...over });

  it('is resolved by “Beklaagde toevoegen”, or is somebody else', async () => {
    const chat = await waiting();
    await chat.open();
    await chat.press('Beklaagde toevoegen');
    assert.match(chat.text(), /Genoemd is: “Joris”/);
    const chosen = { respondent: fatima.id, reason: 'Bleek later.', isNamed: 'false' };
    await chat.pressAs(lars, buttonOf(chat.card(), 'Beklaagde toevoegen'), chosen);
    assert.equal((await chat.complaint()).unresolvedName, 'Joris');
    await chat.open();
    await chat.press('Beklaagde toevoegen');
    await chat.pressAs(lars, buttonOf(chat.card(), 'Beklaagde toevoegen'), {
      ...{ ...filledIn(chat.card(), {}), respondent: joris.id, reason: 'Dit is hem.' },
    });
    const { unresolvedName, respondents } = await chat.complaint();
    assert.deepEqual([unresolvedName, respondents], [undefined, [fatima, joris]]);
    const text = textOf(await chat.open());
    assert.doesNotMatch(text, /nog worden gekozen/);
    assert.match(text, /Dit is de collega “Joris”\./);
    await chat.press('Beklaagde toevoegen');
    assert.doesNotMatch(chat.text(), /Genoemd is/);
  });

  it('that a handler changes asks whom of the desk it means, and goes round them', async () => {
    const chat = await waiting();
    const changed = { 'Naam van de collega': 'hij van klachten', Reden: 'De klager belde.' };
    await chat.take('Gegevens corrigeren', changed);
    assert.match(chat.text(), /Geef aan of met deze naam een van hen wordt bedoeld/);
    assert.equal((await chat.complaint()).unresolvedName, 'Joris');
    await chat.take('Gegevens corrigeren', { ...changed, [whom]: 'Lars Brouwer (klachtenfunctionaris)' });
    assert.match(chat.text(), /Je bent nu beklaagde/);
    const { unresolvedName = '', respondents, handler } = await chat.complaint();
    assert.deepEqual([unresolvedName, respondents, handler?.person.id], ['', [lars], fatima.id]);
  });

  it('is taken away where it is about Ballance, and another name is asked about', async () => {
    const chat = await waiting();
    await chat.take('Gegevens corrigeren', { 'Naam van de collega': 'Fatima', Reden: 'Anders.' });
    assert.match(chat.text(), /Fatima el Amrani/);
    assert.equal((await chat.complaint()).unresolvedName, 'Joris');
    await chat.take('Gegevens corrigeren', { 'Naam van de collega': '', Reden: 'Niemand in het bijzonder.' });
    assert.match(chat.text(), /Ballance in het algemeen/);
    assert.doesNotMatch(chat.text(), /nog worden gekozen/);
    assert.match(chat.text(), /Naam van de collega: “Joris” is weggehaald/);
  });

  it('is what a handler notes too, who cannot search, and the form of "Beklaagde toevoegen" says so', async () => {
    const chat = await aChat({ respondents: [] });
    await chat.open();
    await chat.press('Beklaagde toevoegen');
    assert.match(chat.text(), /zoals op een telefoon\? Zet de naam dan bij “Gegevens corrigeren”/);
    await chat.take('Gegevens corrigeren', {
      ...{ 'Naam van de collega': 'Joris', Reden: 'De klager belde.' },
      ...somebodyElse,
    });
    assert.equal((await chat.complaint()).unresolvedName, 'Joris');
    assert.match(chat.text(), toChoose);
  });

  it('counts as not heard, so that the answer asks why, and stands in no letter', async () => {
    const chat = await waiting();
    await chat.ours.execute(ask.recordStatement({ text: 'Er is niet gebeld.' }));
    assert.equal(bothSidesHeard(await chat.complaint()), false);
    await chat.open();
    await chat.press('Antwoord versturen');
    assert.match(chat.text(), /De collega “Joris” is nog niet gekozen en dus niet gehoord/);
    await chat.take('Antwoord versturen', usual.answer);
    const { letters, stage } = await chat.complaint();
    assert.equal(stage, 'answered');
    assert.doesNotMatch(JSON.stringify(letters), /Joris|over wie u klaagt/);
  });

  it('gives nobody rights nor a message, is found, and is gone after erasure', async () => {
    const chat = await waiting();
    const found = await chat.ours.search('joris', lars);
    assert.ok(found !== 'vague');
    assert.deepEqual(
      found.hits.map(({ id }) => id),
      [chat.number],
    );
    await assert.rejects(chat.open(joris), { code: 'unknown-complaint' });
    assert.ok((await chat.dossier()).outbox.every(({ to }) => !('id' in to) || to.id !== joris.id));
    for (const step of [
      ask.withdraw(),
      ask.requestErasure(),
      ask.answerErasure({ by: fatima, agrees: true }),
    ])
      await chat.ours.execute(step);
    assert.ok((await chat.complaint()).erased);
    assert.doesNotMatch(JSON.stringify(await chat.dossier()), /Joris/);
  });

  it('is not lost by a merger', async () => {
    const chat = await waiting();
    const other = await chat.ours.file(
      { ...(await registrationLike(chat)), receivedOn: '2026-03-31' },
      'other',
      sanne,
    );
    await chat.take('Hoort bij een andere klacht', { 'Nummer van de andere klacht': other.id });
    assert.match(chat.text(), /ook over iemand over wie de andere niet gaat[\s\S]*Joris/);
  });

  const registrationLike = async (chat: Chat) => {
    const { complainant, origin, summary, manner } = await chat.complaint();
    return { ...{ complainant, origin, summary, manner }, respondents: [], remedied: false };
  };
});
