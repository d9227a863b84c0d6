import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, fatima, idOf, joris, lars, sanne } from './a-bot.ts';
import { buttonsOf, fieldsOf, textOf } from './a-card.ts';

const about = (person: string) => ({ ...aComplaint, 'Over wie gaat de klacht?': idOf(person) });
const statement = { 'Mijn verklaring': 'Ik was die week ziek.' };

describe('both sides are heard', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne, about(joris));
    await bot.arrives(lars, /K-2026-0001/);
  });
  after(() => bot?.end());

  const statements = async () => (await bot.dossier('K-2026-0001')).complaint.statements;

  const step = story('by the card of Joris, and by hand where a card does not arrive');

  step('Lars asks Joris for his side, and Joris gets a card', async () => {
    await bot.press(lars, 'Wederhoor vragen');
    await bot.press(lars, 'Wederhoor vragen');
    const { card, notify } = await bot.arrives(joris, /Jouw kant van het verhaal/);
    assert.equal(notify, true);
    const text = textOf(card);
    assert.match(text, /Klacht K-2026-0001/);
    assert.match(text, /Er werd drie keer niet teruggebeld\./);
    assert.match(text, /Lars Brouwer, klachtenfunctionaris/);
    assert.deepEqual(fieldsOf(card), { 'Mijn verklaring': '' });
    assert.deepEqual(buttonsOf(card), ['Verklaring versturen', 'Document toevoegen']);
  });

  step('Joris learns nothing of who complains, and cannot open the dossier', async () => {
    await bot.say(joris, 'zaak K-2026-0001');
    assert.doesNotMatch(await bot.everythingIn(joris), /Pietersen/);
    assert.match(textOf((await bot.cards(joris)).at(-1)), /alleen de klachtverantwoordelijke/);
  });

  step(
    'Joris reads what is wrong when his statement is empty or too long, and keeps what he typed',
    async () => {
      const empty = await bot.press(joris, 'Verklaring versturen', { 'Mijn verklaring': '   ' });
      assert.match(empty.text, /Schrijf op wat er volgens jou is gebeurd\./);
      const long = await bot.press(joris, 'Verklaring versturen', { 'Mijn verklaring': 'x'.repeat(2001) });
      assert.match(long.text, /hoogstens 2000 tekens/);
      assert.equal(fieldsOf(long.card)['Mijn verklaring'], 'x'.repeat(2001));
      assert.match(long.text, /Er werd drie keer niet teruggebeld\./);
      assert.deepEqual(await statements(), []);
    },
  );

  step('nobody else gives the statement of Joris', async () => {
    const card = (await bot.said(joris)).findLast(({ card }) =>
      buttonsOf(card).includes('Verklaring versturen'),
    );
    const action = {
      type: 'Action.Execute',
      verb: 'give-statement',
      data: { number: 'K-2026-0001', form: 'x' },
    };
    for (const person of [lars, sanne, fatima]) {
      const { text } = await bot.pressAs(person, card?.id ?? '', action, { statement: 'Ik deed het.' });
      assert.match(text, /Dit kan niet/);
    }
    assert.deepEqual(await statements(), []);
  });

  step('Joris gives his statement and is thanked; pressing again changes nothing', async () => {
    const card = (await bot.said(joris)).findLast(({ card }) =>
      buttonsOf(card).includes('Verklaring versturen'),
    );
    const { text } = await bot.press(joris, 'Verklaring versturen', statement);
    assert.match(text, /Je verklaring is ontvangen/);
    assert.match(
      text,
      /Wie de klacht behandelt, leest wat je schreef\. Het standpunt van Ballance lees je hier zodra het er is\./,
    );
    assert.match(text, /Dit schreef je:\s+Ik was die week ziek\./);
    assert.doesNotMatch(text, /Lars|Brouwer|Fatima/, 'who handles it may have changed since they were asked');
    const again = await bot.press(joris, 'Verklaring versturen', statement, card);
    assert.match(again.text, /Je verklaring is ontvangen/);
    const [given, ...others] = await statements();
    assert.equal(given?.of?.name, joris);
    assert.equal(given?.text, 'Ik was die week ziek.');
    assert.deepEqual(others, []);
  });

  step('Lars is told that Joris gave a statement', async () => {
    const { card } = await bot.arrives(lars, /Joris Bakker heeft een verklaring gegeven/);
    assert.match(textOf(card), /Klacht K-2026-0001/);
  });

  step('Lars is told what to do by hand when Fatima does not have the app', async () => {
    await bot.post('/tryout/api/install', { personId: idOf(fatima), installed: false });
    await bot.register(sanne, about(fatima));
    await bot.arrives(lars, /Zaak K-2026-0002 is nu bij jou/);
    await bot.press(lars, 'Wederhoor vragen');
    await bot.press(lars, 'Wederhoor vragen');
    const { card } = await bot.arrives(
      lars,
      /Fatima el Amrani heeft het verzoek om een verklaring niet gekregen.*“Verklaring vastleggen”/,
    );
    assert.ok(buttonsOf(card).includes('Verklaring vastleggen'));
    const { outbox } = await bot.dossier('K-2026-0002');
    const request = outbox.find(({ content }) => content.kind === 'statement-request');
    assert.equal(request?.status, 'queued', 'it waits for the installation');
    assert.match(request?.attempts[0]?.fault ?? '', /^403/);
  });
});

describe('a statement that is being typed', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne, about(joris));
    await bot.arrives(lars, /K-2026-0001/);
  });
  after(() => bot?.end());

  const asks = async () => {
    await bot.press(lars, 'Wederhoor vragen');
    await bot.press(lars, 'Wederhoor vragen', { 'Wie vraag je om een verklaring?': idOf(joris) });
  };
  const cards = async () => (await bot.said(joris)).map(({ card }) => card);

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 300 && !(await isSo()); tries++) await pause(50);
    assert.ok(await isSo());
  }

  it('stays when they are asked once more, and is one form with the other once it was sent', async () => {
    await asks();
    await bot.arrives(joris, /Jouw kant van het verhaal/);
    await asks();
    await until(async () => (await cards()).length === 2);
    await pause(1_000);
    assert.deepEqual(
      (await cards()).map((card) => fieldsOf(card)['Mijn verklaring']),
      ['', ''],
    );
    await bot.press(joris, 'Verklaring versturen', statement, (await bot.said(joris))[0]);
    const one = /Verderop in deze chat staat de nieuwste kaart over jouw verklaring/;
    await until(async () => {
      const [line = '', thanks = ''] = (await cards()).map(textOf);
      return one.test(line) && /Je verklaring is ontvangen.*Ik was die week ziek/s.test(thanks);
    });
    assert.equal((await bot.dossier('K-2026-0001')).complaint.statements.length, 1);
  });
});
