import assert from 'node:assert/strict';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, lars, sanne } from './a-bot.ts';
import { buttonOf, type Filled, fieldsOf, parts, textOf } from './a-card.ts';

/** Wrong input by its field, and the error that the form shows. */
const wrong: [label: string, typed: string, says: RegExp][] = [
  ['Naam van de klager', '', /Vul de naam van de klager in/],
  ['Naam van de klager', ' \t\n ', /Vul de naam van de klager in/],
  ['Naam van de klager', 'x'.repeat(201), /hoogstens 200 tekens. Nu zijn het er 201/],
  ['Ingediend namens', 'x'.repeat(5000), /hoogstens 200 tekens. Nu zijn het er 5000/],
  ['Korte inhoud', '', /Schrijf kort op waar de klacht over gaat/],
  ['Korte inhoud', '   ', /Schrijf kort op waar de klacht over gaat/],
  ['Korte inhoud', 'é'.repeat(2001), /hoogstens 2000 tekens. Nu zijn het er 2001/],
  ['E-mailadres', 'geen adres', /Dit is geen e-mailadres/],
  ['Herkomst', '', /Kies waar de klacht vandaan komt/],
  ['Herkomst', 'buurman', /Kies een van de mogelijkheden in de lijst/],
  ['Wijze van ontvangst', 'telepathisch', /Kies een van de mogelijkheden in de lijst/],
  ['Datum van ontvangst', '2026-11-24', /Kies een datum tot en met 23-11-2026/],
  ['Datum van ontvangst', '1900-01-01', /Kies een datum vanaf \d\d-11-2021/],
  ['Datum van ontvangst', '2026-02-30', /Deze datum bestaat niet/],
  ['Datum van ontvangst', 'gisteren', /Schrijf de datum als 24-12-2026/],
  ['Datum van ontvangst', '', /Kies de dag waarop de klacht is ontvangen/],
  ['Over wie gaat de klacht?', 'Lars Brouwer', /Kies uit de lijst; zelf een naam typen kan hier niet/],
  ['Over wie gaat de klacht?', '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02,x', /Kies uit de lijst/],
  ['Meteen verholpen door een toelichting of correctie', 'misschien', /Zet dit aan of uit/],
];

/** Texts that a careless bot would compute, render or crash on. */
const literal = [
  '**vet** _schuin_ [klik](https://voorbeeld.nl) # kop',
  '<script>alert(1)</script><b>x</b> &amp;',
  '${complaint.number} ${$root} ${values.summary}',
  '{{DATE(2026-11-23T10:00:00Z,SHORT)}} {{TIME(2026-11-23T10:00:00Z)}}',
  '👩🏽‍⚕️ 🇳🇱 e\u0301 ﷽',
  'שלום מרחבא',
  '__proto__ constructor "aanhaling" \\ \\n \'',
];

describe('what people type wrong, or strangely', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  const typed: Filled = { ...aComplaint, Vestiging: 'Arnhem', Telefoonnummer: '06 12345678' };

  for (const [label, text, says] of wrong) {
    const shown = text.length > 30 ? `${text.length} characters` : JSON.stringify(text);
    it(`gives the form back with all that was typed: ${label} ${shown}`, async () => {
      const { card, text: answer } = await bot.register(sanne, { ...typed, [label]: text });
      assert.match(answer, says);
      assert.match(answer, /Nog niet verstuurd/);
      const fields = fieldsOf(card);
      assert.equal(fields.Vestiging, 'Arnhem');
      assert.equal(fields.Telefoonnummer, '06 12345678');
      if (label !== 'Korte inhoud') assert.equal(fields['Korte inhoud'], aComplaint['Korte inhoud']);
      assert.ok(
        text.startsWith(fields[label] ?? '?') || fields[label]?.trim() === text.trim(),
        fields[label],
      );
    });
  }

  const step = story('is kept or refused, and changes nothing but what it says');

  step('has registered nothing of all that, not even a number', async () => {
    assert.match(textOf(await bot.say(sanne, 'mijn klachten')), /nog geen klacht geregistreerd/);
    assert.deepEqual(await bot.said(lars), []);
    const { text } = await bot.register(sanne, typed);
    assert.match(text, /K-2026-0001/);
  });

  step('takes the form again once it is put right, as one complaint', async () => {
    await bot.register(sanne, { ...typed, Herkomst: '' });
    const { text } = await bot.press(sanne, 'Klacht registreren', { Herkomst: 'Cliënt' });
    assert.match(text, /K-2026-0002 is geregistreerd/);
  });

  step('stores strange text as it was typed, and shows it to Lars literally', async () => {
    const summary = literal.join('\n');
    const name = 'Anna **Bos** ${name} {{DATE(2026-11-23T10:00:00Z)}} <i>';
    await bot.register(sanne, { ...typed, 'Korte inhoud': summary, 'Naam van de klager': name });
    const { complaint } = await bot.dossier('K-2026-0003');
    assert.equal(complaint.summary, summary);
    assert.equal(complaint.complainant.name, name);
    const { card } = await bot.arrives(lars, /Klacht K-2026-0003/);
    const runs = parts(card).filter(({ type }) => type === 'TextRun');
    for (const text of [...literal, name])
      assert.ok(
        runs.some((run) => String(run.text).replaceAll('\u200b', '') === text),
        text,
      );
    assert.doesNotMatch(JSON.stringify(card), /\{\{(DATE|TIME)/);
    const rendered = parts(card).filter(({ type }) => type === 'TextBlock');
    for (const { text } of rendered) assert.doesNotMatch(String(text), /script|vet|klik|aanhaling/);
  });

  step('puts strange text in the letter and back without changing it', async () => {
    await bot.say(lars, 'zaak K-2026-0003');
    const { card } = await bot.press(lars, 'Ontvangst bevestigen');
    assert.match(fieldsOf(card).Brief ?? '', /\*\*vet\*\* _schuin_ \[klik\]/);
    const letter = `${literal.join('\n\n')}\n`;
    await bot.press(lars, 'Ontvangst bevestigen', { Brief: letter });
    assert.equal((await bot.dossier('K-2026-0003')).complaint.letters[0]?.text.trim(), letter.trim());
  });

  step('refuses an unknown verb and says that nothing has changed', async () => {
    const id = (await bot.said(lars)).at(-1)?.id ?? '';
    for (const verb of ['verwijder-alles', '__proto__', 'constructor', 'ask-', 'ask-toString']) {
      const { text } = await bot.pressAs(lars, id, { verb, data: { number: 'K-2026-0003' } }, {});
      assert.match(text, /Deze knop ken ik niet[\s\S]*Er is niets veranderd/, verb);
    }
  });

  step('refuses a press without an action, and leaves the card as it was', async () => {
    const last = (await bot.said(lars)).at(-1);
    for (const action of [undefined, null, 'acknowledge', 7, [], {}, { verb: 7 }, { data: 'x' }]) {
      const { statusCode, text } = await bot.pressAs(lars, last?.id ?? '', action, {});
      assert.equal(statusCode, 400);
      assert.match(text, /Deze knop begrijp ik niet. Er is niets veranderd/);
    }
    assert.deepEqual((await bot.said(lars)).at(-1), last);
  });

  step('refuses a stale, missing or made-up version with the current card', async () => {
    await bot.say(lars, 'zaak K-2026-0001');
    const said = (await bot.said(lars)).at(-1);
    const button = buttonOf(said?.card, 'Notitie toevoegen');
    for (const version of [0, 1, 99, -1, 1e99, 'x', null, {}]) {
      const data = { ...button?.data, version };
      const { text } = await bot.pressAs(lars, said?.id ?? '', { ...button, data }, {});
      assert.match(text, /Deze kaart is verouderd/, String(version));
    }
  });

  step('refuses Sanne the buttons of Lars, and says who can', async () => {
    const mine = (await bot.said(sanne)).at(-1);
    for (const verb of ['acknowledge', 'add-note', 'hand-over', 'withdraw', 'ask-withdraw', 'case']) {
      const action = { verb, data: { verb, number: 'K-2026-0001', version: 2 } };
      const inputs = {
        text: 'x',
        reason: 'x',
        on: '2026-11-23',
        letter: 'x',
        manner: 'post',
        sentOn: '2026-11-23',
      };
      const { text } = await bot.pressAs(sanne, mine?.id ?? '', action, {
        ...inputs,
        to: '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02',
      });
      assert.match(
        text,
        /Dit kan alleen de klachtverantwoordelijke .*artikel 5.*Vraag het aan de klachtenfunctionaris/,
      );
    }
    assert.equal((await bot.dossier('K-2026-0001')).journal.length, 2);
  });
});
