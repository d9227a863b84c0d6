import assert from 'node:assert/strict';
import { personIn } from '../../../src/register/model/message.ts';
import { buttonsOf } from '../../e2e/a-card.ts';
import { fatima, joris, lars } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, usual } from '../a-chat.ts';

const anonymous = { complainant: { name: 'Anoniem', unnamed: 'anonymous' } } as const;
const { 'Waarom zijn niet beide kanten gehoord?': _, ...filled } = usual.answer;

describe('“Antwoord versturen” where nobody knows who complained', () => {
  afterEach(closeOffices);

  it('is what the card asks for, and says that no letter goes out and which articles cannot be met', async () => {
    const chat = await aChat(anonymous);
    const card = await chat.open();
    assert.match(String(card.speak), /Klacht afhandelen, zonder brief/);
    assert.match(chat.text(), /Zoek uit wat je kunt, .* Er gaat geen brief uit/);
    assert.match(chat.text(), /handel je de klacht af met “Antwoord versturen”: zonder brief/);
    assert.doesNotMatch(chat.text(), /per post uiterlijk/);
    assert.equal(buttonsOf(card)[0], 'Antwoord versturen');
    const form = await chat.press('Antwoord versturen');
    assert.match(chat.text(), /er gaat geen brief uit. Artikel 5 .*, 6 .* en 7 .* kunnen niet/);
    assert.doesNotMatch(chat.text(), /Brief|Wijze van verzending|zoals de klager die leest/);
    assert(!buttonsOf(form).some((title) => title.startsWith('Brief')));
  });

  it('is named to nobody who cannot take it: they read who does', async () => {
    const chat = await aChat(anonymous);
    await chat.take('Overdragen', { 'Aan wie': fatima.id, Reden: 'Vakantie' });
    await chat.open(lars);
    assert.match(chat.text(), /Wie de klacht behandelt, zoekt uit wat kan, .* Er gaat geen brief uit/);
    assert.doesNotMatch(chat.text(), /“Antwoord versturen”/);
  });

  it('closes the dossier, tells the respondent the position and the outcome, and guards the measures', async () => {
    const chat = await aChat(anonymous);
    await chat.take('Antwoord versturen', {
      ...filled,
      'Maatregel 1': 'Belrooster',
      'Maatregel 1 uiterlijk klaar op': '2026-04-29',
    });
    assert.match(chat.text(), /afgehandeld en het dossier is gesloten. Er is geen brief uitgegaan/);
    assert.match(chat.text(), /afgehandeld zonder brief, klager onbekend of anoniem/);
    assert.match(chat.text(), /Er staat nog 1 maatregel open/);
    assert.match(chat.text(), /Bericht aan beklaagde: Klacht K-2026-0001 is afgehandeld/);
    assert.doesNotMatch(chat.text(), /De klager (heeft ons antwoord|mag)|zoals wij het de klager schreven/);
    const { outbox } = await chat.dossier();
    assert.deepEqual(
      outbox.filter(({ to }) => personIn(to) === joris.id).map(({ content }) => content.kind),
      ['position', 'outcome'],
    );
  });

  it('counts under its judgement and its own outcome, and no deadline of a letter is kept or late', async () => {
    const chat = await aChat(anonymous);
    await chat.take('Antwoord versturen', filled);
    const [figures] = await chat.office.register.figures('2026', lars);
    assert.deepEqual(
      [figures?.judgement, figures?.closed?.outcome, figures?.deadlines],
      ['founded', 'handled-unnamed', { forward: { done: true, daysLate: 0 } }],
    );
  });

  it('is a letter once the complainant is known and the dossier is reopened: what was recorded is proposed', async () => {
    const chat = await aChat(anonymous);
    await chat.take('Antwoord versturen', {
      ...filled,
      'Maatregel 1': 'Belrooster',
      'Maatregel 1 uiterlijk klaar op': '2026-04-29',
    });
    await chat.take('Gegevens corrigeren', { 'Naam van de klager': 'Mevrouw Pietersen', Reden: 'Belde' });
    await chat.take('Heropenen', { Reden: 'De klager is nu bekend.' });
    await chat.open();
    await chat.press('Antwoord versturen');
    assert.equal(chat.fields().Standpunt, usual.answer.Standpunt);
    await chat.press('Antwoord versturen', {
      'Uw klacht, zoals de klager die leest': 'Niet teruggebeld.',
      'Waarom zijn niet beide kanten gehoord?': 'De klager vroeg om spoed.',
      'Wijze van verzending': 'Overhandigd',
    });
    const { stage, letters, measures } = await chat.complaint();
    assert.deepEqual([stage, letters.map(({ kind }) => kind), measures.length], ['answered', ['answer'], 1]);
    assert.match(letters[0]?.text ?? '', /Geachte mevrouw Pietersen.*Belrooster/s);
  });

  it('is promised for a day of its own where it becomes known after Art. 6 who complains, and not called late until then', async () => {
    const chat = await aChat(anonymous);
    chat.ours.moveTo('2026-04-29T10:00');
    await chat.take('Gegevens corrigeren', { 'Naam van de klager': 'Mevrouw Pietersen', Reden: 'Belde' });
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    assert.match(chat.text(), /Vandaag werd bekend wie klaagt, .* Na vandaag is het antwoord te laat/);
    assert.doesNotMatch(chat.text(), /22 april|het antwoord blijft te laat/i);
    chat.ours.moveTo('2026-05-01T10:00');
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    assert.match(chat.text(), /De klager had het antwoord uiterlijk woensdag 29 april 2026 moeten hebben/);
  });
});
