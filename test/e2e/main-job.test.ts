import assert from 'node:assert/strict';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, fatima, idOf, joris, lars, sanne } from './a-bot.ts';
import { buttonsOf, fieldsOf, textOf } from './a-card.ts';

const everyField = {
  'Naam van de klager': 'Mevrouw Pietersen',
  'Ingediend namens': 'haar zoon Tim',
  'E-mailadres': 'a.pietersen@voorbeeld.nl',
  Telefoonnummer: '06 12345678',
  Postadres: 'Dorpsstraat 1\n1234 AB Ede',
  Herkomst: 'Cliënt',
  Vestiging: 'Arnhem',
  'Korte inhoud': 'Er werd drie keer niet teruggebeld.',
  'Datum van ontvangst': '2026-11-23',
  'Wijze van ontvangst': 'Mondeling',
  'Over wie gaat de klacht?': idOf(joris),
  'Naam van de collega': '',
  'Deskundigen die de klager bijstaan': 'mr. Bos',
  'Klager onbekend of anoniem': '',
  'Meteen verholpen door een toelichting of correctie': 'false',
};

describe('the main job: a complaint is logged and handled', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  const step = story('from the form of Sanne to a closed dossier');

  step('offers Sanne the form of Art. 4, today and Mondeling filled in', async () => {
    const form = await bot.say(sanne, 'klacht');
    const fields = fieldsOf(form);
    assert.deepEqual(Object.keys(fields).sort(), Object.keys(everyField).sort());
    assert.deepEqual(Object.keys(fields).slice(0, 3), ['Korte inhoud', 'Naam van de klager', 'Herkomst']);
    assert.equal(fields.Herkomst, 'client');
    assert.equal(fields['Datum van ontvangst'], '2026-11-23');
    assert.equal(fields['Wijze van ontvangst'], 'oral');
  });

  step('answers with the number, the handler and the deadlines, in place of the form', async () => {
    const { text } = await bot.press(sanne, 'Klacht registreren', everyField);
    assert.match(text, /Klacht K-2026-0001 is geregistreerd/);
    assert.match(text, /Wordt doorgegeven aan Lars Brouwer/);
    assert.match(text, /maandag 30 november 2026/);
    assert.match(text, /maandag 14 december 2026/);
    assert.match(textOf((await bot.cards(sanne)).at(-1)), /Klacht K-2026-0001 is geregistreerd/);
  });

  step('brings Lars the card: the next step, until when, why, and what was registered', async () => {
    const { card, notify } = await bot.arrives(lars, /Klacht K-2026-0001/);
    const text = textOf(card);
    assert.equal(notify, true);
    assert.match(text, /Uiterlijk:? maandag 30 november 2026 \(artikel 5\)/);
    assert.doesNotMatch(text, /Uiterlijk te doen op/);
    assert.match(text, /^Klacht K-2026-0001\nMevrouw Pietersen\nEr werd drie keer niet teruggebeld\./);
    assert.match(text, /Waarom deze datum\?/);
    assert.match(
      text,
      /Geteld: \D*24 november, \D*25 november, \D*26 november, \D*27 november, \D*30 november/,
    );
    const { 'Wijze van ontvangst': _, 'Over wie gaat de klacht?': __, ...written } = everyField;
    const texts = Object.values(written).filter((one) => !/^(false|2026-11-23)$/.test(one));
    for (const typed of texts) assert.ok(text.includes(typed.replace('\n', ', ')), typed);
    assert.ok(text.includes(joris));
    assert.deepEqual(buttonsOf(card), [
      'Ontvangst bevestigen',
      'Antwoord versturen',
      'Wederhoor vragen',
      'Verklaring vastleggen',
      'Gesprek of bemiddeling',
      'Overdragen',
      'Document toevoegen',
      'Notitie toevoegen',
      'Beklaagde toevoegen',
      'Beklaagde verwijderen',
      'Deskundige vastleggen',
      'Datum corrigeren',
      'Gegevens corrigeren',
      'Klacht ingetrokken',
      'Niet in behandeling nemen',
      'Hoort bij een andere klacht',
      'Bewaren voor procedure',
      'Tekst onleesbaar maken',
      'Inzage',
      'Dossier als bestand',
    ]);
  });

  step('drafts the acknowledgement: receipt, the procedure, and the right to assistance', async () => {
    const { card } = await bot.press(lars, 'Ontvangst bevestigen');
    const { Brief: letter = '', ...fields } = fieldsOf(card);
    assert.match(letter, /Op (maandag )?23 november 2026 hebben wij uw klacht ontvangen/);
    assert.match(letter, /namens uw zoon Tim/);
    assert.match(letter, /Uiterlijk (maandag )?14 december 2026/);
    assert.match(letter, /bijstaan door een of meer deskundigen/);
    assert.match(letter, /artikel 7[\s\S]*artikel 8[\s\S]*artikel 10/);
    assert.deepEqual(fields, {
      'Uw klacht, zoals de klager die leest': everyField['Korte inhoud'],
      'Wijze van verzending': 'post',
      'Datum van verzending': '',
    });
  });

  step('gives the form back with what Lars typed when a field is wrong', async () => {
    const { card, text } = await bot.press(lars, 'Ontvangst bevestigen', {
      Brief: 'Beste mevrouw Pietersen, wij bellen u.',
      'Datum van verzending': '2026-11-24',
    });
    assert.match(text, /Kies een datum tot en met 23-11-2026/);
    assert.equal(fieldsOf(card).Brief, 'Beste mevrouw Pietersen, wij bellen u.');
  });

  step('records the letter as Lars sent it', async () => {
    const { text, card } = await bot.press(lars, 'Ontvangst bevestigen', {
      'Wijze van verzending': 'Post',
      'Datum van verzending': '2026-11-23',
    });
    assert.match(text, /De ontvangst is bevestigd/);
    assert.match(text, /Ontvangstbevestiging/);
    assert.match(text, /Uiterlijk:? maandag 14 december 2026 \(artikel 6\)/);
    assert.equal(buttonsOf(card).includes('Ontvangst bevestigen'), false);
    assert.deepEqual((await bot.dossier('K-2026-0001')).complaint.letters[0], {
      id: 1,
      kind: 'acknowledgement',
      text: 'Beste mevrouw Pietersen, wij bellen u.',
      sentOn: '2026-11-23',
      countsAsReceivedOn: '2026-11-26',
      manner: 'post',
      promised: { of: 'answer', on: '2026-12-14' },
    });
  });

  step('keeps a note in the journal', async () => {
    await bot.press(lars, 'Notitie toevoegen');
    const { text } = await bot.press(lars, 'Notitie toevoegen', { Notitie: 'Mevrouw gebeld op haar werk.' });
    assert.match(text, /Mevrouw gebeld op haar werk\./);
  });

  step('gives Lars the current card when he presses on an old one', async () => {
    await bot.say(lars, 'zaak K-2026-0001');
    const old = (await bot.said(lars)).at(-1);
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Notitie toevoegen');
    await bot.press(lars, 'Notitie toevoegen', { Notitie: 'Nog een.' });
    const { text } = await bot.press(lars, 'Overdragen', {}, old);
    assert.match(text, /Deze kaart is verouderd/);
    assert.match(text, /Nog een\./);
  });

  step('hands the case over to Fatima, and Lars, who keeps the register, can only move it on', async () => {
    await bot.press(lars, 'Overdragen');
    const { text } = await bot.press(lars, 'Overdragen', {
      'Aan wie': idOf(fatima),
      Reden: 'Ik ken de familie.',
    });
    assert.match(text, /Zaak K-2026-0001 is overgedragen/);
    const { card } = await bot.arrives(fatima, /Zaak K-2026-0001 is nu bij jou/);
    assert.match(textOf(card), /Ik ken de familie\./);
    assert.deepEqual(buttonsOf(await bot.say(lars, 'zaak K-2026-0001')), [
      'Overdragen',
      'Bewaren voor procedure',
      'Tekst onleesbaar maken',
      'Brief downloaden',
      'Inzage',
    ]);
  });

  step('closes the dossier when the complainant withdraws', async () => {
    await bot.press(fatima, 'Klacht ingetrokken');
    const { text, card } = await bot.press(fatima, 'Klacht ingetrokken', {
      Reden: 'Het is uitgepraat.',
    });
    assert.match(text, /ingetrokken door de klager/);
    assert.match(text, /Er loopt geen termijn meer/);
    assert.deepEqual(buttonsOf(card), [
      'Document toevoegen',
      'Tevredenheid vastleggen',
      'Notitie toevoegen',
      'Deskundige vastleggen',
      'Gegevens corrigeren',
      'Opnieuw versturen',
      'Heropenen',
      'Persoonsgegevens wissen',
      'Bewaren voor procedure',
      'Tekst onleesbaar maken',
      'Brief downloaden',
      'Inzage',
      'Dossier als bestand',
    ]);
  });

  step('gives the same number when Sanne presses twice, and the next one to the next form', async () => {
    await bot.say(sanne, 'klacht');
    const form = (await bot.said(sanne)).at(-1);
    const both = await Promise.all([
      bot.press(sanne, 'Klacht registreren', aComplaint, form),
      bot.press(sanne, 'Klacht registreren', aComplaint, form),
    ]);
    const again = await bot.press(sanne, 'Klacht registreren', aComplaint, form);
    for (const { text } of [...both, again]) assert.match(text, /Klacht K-2026-0002 is geregistreerd/);
    assert.match((await bot.register(sanne)).text, /Klacht K-2026-0003 is geregistreerd/);
  });

  step(
    'registers what was remedied on the spot as closed, and tells its handler for information',
    async () => {
      const { text } = await bot.register(joris, {
        ...aComplaint,
        'Meteen verholpen door een toelichting of correctie': 'true',
      });
      assert.match(text, /K-2026-0004[\s\S]*meteen verholpen en daarom gesloten \(artikel 1\)/);
      await bot.arrives(lars, /Ter informatie: klacht K-2026-0004 is meteen verholpen/);
      await bot.clock('hour');
      assert.doesNotMatch(await bot.everythingIn(fatima), /K-2026-0004/);
    },
  );
});
