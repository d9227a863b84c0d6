import assert from 'node:assert/strict';
import { askedAbout } from '../../src/register/model/sight.ts';
import { statementRequestCard } from '../../src/teams/cards/respondent.ts';
import { textOf } from '../e2e/a-card.ts';
import { fatima, ingrid, joris, lars, sanne } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, usual } from './a-chat.ts';

const summary =
  'Mevrouw Pietersen belde drie keer. Intern: let op, dit is al de vierde keer met deze collega.';

/** Each reader has a text of their own: the summary is internal. */
describe('a respondent who is asked for a statement', () => {
  afterEach(closeOffices);

  const answered = async () => {
    const chat = await aChat({ summary });
    const wording = { 'Uw klacht, zoals de klager die leest': 'U belde drie keer.' };
    await chat.take('Antwoord versturen', {
      ...usual.answer,
      ...wording,
      'Wijze van verzending': 'Overhandigd',
    });
    return chat;
  };

  const whatIsRead = async (chat: Awaited<ReturnType<typeof answered>>, id: typeof lars.id) => {
    const dossier = await chat.dossier();
    const { complaint } = dossier;
    const about = askedAbout(dossier, { id });
    return textOf(statementRequestCard({ complaint, handler: complaint.handler, about, formId: 'form' }));
  };

  it('because they were added after the answer reads what the handler wrote for them, whoever they are', async () => {
    for (const who of [fatima, sanne, lars]) {
      const chat = await answered();
      await chat.open();
      await chat.press('Beklaagde toevoegen');
      assert.match(
        chat.text(),
        /Het antwoord is al verstuurd\. Daarom vraag ik de collega meteen om een verklaring/,
      );
      assert.doesNotMatch(chat.fields()['Waar gaat de klacht over?'] ?? '', /Pietersen/);
      await chat.press('Beklaagde toevoegen', {
        'Over wie gaat de klacht ook?': who.id,
        Reden: 'Blijkt uit het gesprek.',
        'Waar gaat de klacht over?': 'De klager werd niet teruggebeld.',
      });
      const read = await whatIsRead(chat, who.id);
      assert.match(read, /De klager werd niet teruggebeld\./);
      assert.doesNotMatch(read, /Intern|Pietersen|vierde/);
    }
  });

  it('is asked as well while the answer waits for the mail server, and the form says so', async () => {
    const chat = await aChat({ summary }, { mail: true });
    await chat.take('Antwoord versturen', {
      ...usual.answer,
      'Uw klacht, zoals de klager die leest': 'U belde drie keer.',
      'Wijze van verzending': 'E-mail',
    });
    await chat.take('Beklaagde toevoegen', {
      'Over wie gaat de klacht ook?': sanne.id,
      Reden: 'Blijkt uit het gesprek.',
      'Waar gaat de klacht over?': 'De klager werd niet teruggebeld.',
    });
    assert.match(chat.text(), /is nu beklaagde\..*krijgt nu het verzoek om een verklaring\./s);
    await chat.ours.deliver(chat.number);
    const told = (await chat.dossier()).outbox.filter(({ content }) => content.kind === 'position');
    assert.deepEqual(
      told.map(({ to }) => to),
      [{ kind: 'person', id: joris.id }],
    );
  });

  it('is said to be asked, and to be invited to the hearing, to the handler who adds them', async () => {
    const chat = await answered();
    await chat.take('Klager is het niet eens', { Inhoud: 'Niet waar.' });
    const add = (who: typeof lars) =>
      chat.take('Beklaagde toevoegen', {
        'Over wie gaat de klacht ook?': who.id,
        Reden: 'Blijkt uit het gesprek.',
        'Waar gaat de klacht over?': 'De klager werd niet teruggebeld.',
      });
    assert.match(textOf(await add(sanne)), /is nu beklaagde\..*krijgt nu het verzoek om een verklaring\./s);
    assert.doesNotMatch(chat.text(), /daarbij te moeten zijn/);
    await chat.take('Hoorgesprek aanbieden', { ...usual.hearing, 'Medewerker aanwezig': 'true' });
    assert.match(
      textOf(await add(ingrid)),
      /hoort ook dat het gesprek met de klager is op woensdag 8 april 2026 om 14:30 uur/,
    );
  });

  it('by an older version, which kept no text for them, does not read the summary', async () => {
    const chat = await aChat({ summary });
    const dossier = await chat.dossier();
    const read = askedAbout(dossier, joris);
    assert.equal(read, 'Waar de klacht over gaat, hoor je van Lars Brouwer.');
  });

  it('and turns out not to be one, reads so when they send their statement, which they keep', async () => {
    const chat = await aChat();
    const send = (form: string) =>
      chat.pressAs(
        joris,
        { verb: 'give-statement', data: { number: chat.number, form } },
        { statement: 'Ik was ziek.' },
      );
    await chat.take('Wederhoor vragen');
    await chat.take('Beklaagde verwijderen', {
      'Over wie gaat de klacht niet?': joris.id,
      Reden: 'Verkeerd gekozen.',
    });
    const text = textOf(await send('form-1'));
    assert.match(
      text,
      /Deze klacht gaat niet over jou.*niet verstuurd, en staat in geen dossier.*Ik was ziek\./s,
    );
    assert.doesNotMatch(text, /Pietersen|klachtverantwoordelijke|teruggebeld/);
    assert.deepEqual((await chat.complaint()).statements, []);
    const other = await chat.pressAs(
      fatima,
      { verb: 'give-statement', data: { number: chat.number, form: 'form-2' } },
      { statement: 'Ik ook.' },
    );
    assert.doesNotMatch(textOf(other), /gaat niet over jou/);
  });
});
