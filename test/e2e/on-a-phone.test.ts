import assert from 'node:assert/strict';
import { story } from '../story.ts';
import { type ABot, aBot, fatima, joris, lars, sanne, willem } from './a-bot.ts';
import { type APage, aPage } from './a-page.ts';

const searching = '**/tryout/api/{state,task}';
const named = 'Tim Visser';

describe('on a telephone, where no colleague can be searched for', () => {
  let bot: ABot;
  let room: APage;
  before(async () => {
    bot = await aBot({ SMTP_URL: '' });
    room = await aPage(bot.url());
    await room.page.setViewportSize({ width: 375, height: 812 });
    await searchesNothing();
  });
  after(async () => {
    await room?.close();
    await bot?.end();
  });

  async function searchesNothing(): Promise<void> {
    await room.page.route(searching, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: withoutSearch(await response.json()) });
    });
    await room.page.reload();
    await room.page.getByRole('region').first().waitFor();
  }

  /** Takes the phone of that person. */
  async function phoneOf(person: string) {
    await room.page.getByRole('button', { name: new RegExp(`^${person}`) }).click();
    return room.seat(person);
  }

  const step = story('the people of one complaint do all that they must');

  step('who registers it types whom it is about, and reads so on the receipt', async () => {
    const seat = await phoneOf(sanne);
    await seat.press('klacht');
    await seat.chat.getByLabel('Korte inhoud').waitFor();
    await seat.press('Meer');
    await seat.fillIn(
      {
        'Korte inhoud': 'Er werd drie keer niet teruggebeld.',
        'Naam van de klager': 'Mevrouw Pietersen',
        'E-mailadres': 'a.pietersen@voorbeeld.nl',
        'Naam van de collega': named,
      },
      seat.chat,
    );
    await room.picture('phone-registering');
    await seat.press('Klacht registreren');
    await seat.fillIn({ 'Gaat de klacht over een van hen?': 'Nee, over iemand anders' }, seat.chat);
    await seat.press('Klacht registreren');
    await seat.reads(`“${named}”, zoals je het typte`);
    await room.picture('phone-receipt');
  });

  step(
    'the handler reads that somebody must be chosen; the list has the desk, and says that the name stays',
    async () => {
      const seat = await phoneOf(lars);
      await seat.reads(`De collega “${named}” moet nog worden gekozen`);
      await room.picture('phone-case');
      await seat.opens('Beklaagde toevoegen');
      const listed = await seat.field('Over wie gaat de klacht?').locator('option').allTextContents();
      assert.ok(listed.includes(fatima) && !listed.includes(joris), String(listed));
      await seat.reads('De genoemde naam blijft staan');
      await room.picture('phone-adding', seat.field('Over wie gaat de klacht?'));
      await seat.press('Terug', seat.form);
    },
  );

  step('at a computer they choose who it is', async () => {
    await room.page.unroute(searching);
    await room.page.reload();
    const seat = await phoneOf(lars);
    await seat.reads(`De collega “${named}” moet nog worden gekozen`);
    await seat.opens('Beklaagde toevoegen', { 'Over wie gaat de klacht?': joris, Reden: 'Dit is hem.' });
    await seat.sends('Beklaagde toevoegen');
    await seat.reads(`${joris} is nu beklaagde`);
    await searchesNothing();
  });

  step('the respondent gives a statement', async () => {
    const handler = await phoneOf(lars);
    await handler.reads('Bevestig de klager schriftelijk dat de klacht ontvangen is.');
    await handler.opens('Wederhoor vragen');
    await handler.sends('Wederhoor vragen');
    const seat = await phoneOf(joris);
    await seat.reads('Jouw kant van het verhaal');
    await room.picture('phone-statement');
    await seat.fillIn({ 'Mijn verklaring': 'Ik was die week ziek.' }, seat.chat);
    await seat.press('Verklaring versturen');
    await seat.reads('Je verklaring is ontvangen');
  });

  step('the handler answers, and types who sees to a measure', async () => {
    const seat = await phoneOf(lars);
    await seat.reads(`${joris} heeft een verklaring gegeven`);
    await seat.opens('Antwoord versturen', {
      Standpunt: 'Wij hadden u moeten terugbellen.',
      Oordeel: 'Gegrond',
      'Voorgestelde oplossing': 'Wij bellen u deze week en maken excuses.',
      'Waarom zijn niet beide kanten gehoord?': 'De klager wilde niets toevoegen.',
      'Maatregel 1': 'Bij ziekte belt een vervanger.',
      'Naam bij maatregel 1': named,
      'Maatregel 1 uiterlijk klaar op': '2026-12-29',
    });
    const listed = await seat.field('Wie zorgt voor maatregel 1?').locator('option').allTextContents();
    assert.ok(listed.includes(fatima) && listed.includes(joris) && !listed.includes(sanne), String(listed));
    await room.picture('phone-measure', seat.field('Naam bij maatregel 1'));
    await seat.sends('Antwoord versturen');
    await seat.reads('De brief gaat nu per e-mail naar de klager');
    await seat.reads(/^Beantwoord, de klager kan nog bezwaar maken/);
    const { measures } = (await bot.dossier('K-2026-0001')).complaint;
    assert.deepEqual(
      measures.map(({ owner, ownerId }) => [owner, ownerId]),
      [[named, undefined]],
    );
  });

  step('who takes over is chosen out of a list, and by them a second representative', async () => {
    const seat = await phoneOf(lars);
    await seat.opens('Klager is het niet eens', { Inhoud: 'Er is nog niet gebeld.' });
    await seat.sends('Klager is het niet eens');
    await seat.reads('Bied de klager een gesprek aan');
    await seat.opens('Overdragen', {
      'Aan wie': `${fatima} (vervanger)`,
      Reden: 'Ik ben volgende week weg.',
    });
    await room.picture('phone-hand-over');
    await seat.sends('Overdragen');
    const next = await phoneOf(fatima);
    await next.reads('Bied de klager een gesprek aan');
    await next.opens('Hoorgesprek aanbieden', {
      Datum: '2026-11-26',
      Tijd: '10:00',
      Vorm: 'Telefonisch',
      'Tweede vertegenwoordiger': willem,
    });
    await room.picture('phone-hearing', next.field('Tweede vertegenwoordiger'));
    await next.sends('Hoorgesprek aanbieden');
    await (await phoneOf(willem)).reads('er is een gesprek gepland');
  });

  step('who is away says from when until when, and the desk says who steps in', async () => {
    const seat = await phoneOf(lars);
    await seat.types('afwezig');
    await seat.fillIn({ 'Laatste dag weg': '2026-11-27' }, seat.chat);
    await room.picture('phone-absence');
    await seat.press('Afwezigheid doorgeven');
    await seat.reads(/t\/m vrijdag 27 november 2026/);
    assert.deepEqual(room.faults, []);
  });
});

/** Takes the search out of every picker of a card: its own choices are all that there is. */
function withoutSearch(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutSearch);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([name]) => name !== 'choices.data')
      .map(([name, value]) => [name, withoutSearch(value)]),
  );
}
