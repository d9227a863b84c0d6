import assert from 'node:assert/strict';
import { wordText } from '../letters/word-text.ts';
import { story } from '../story.ts';
import { type ABot, aBot } from './a-bot.ts';
import { type APage, aPage, type Seat } from './a-page.ts';

const people = ['Sanne', 'Lars', 'Fatima', 'Willem', 'Joris'] as const;
type Someone = (typeof people)[number];

describe('a whole course, played in the page', () => {
  let bot: ABot;
  let page: APage;
  let at: Record<Someone, Seat>;

  async function open(): Promise<void> {
    bot = await aBot();
    page = await aPage(bot.url());
    at = Object.fromEntries(people.map((name) => [name, page.seat(name)])) as Record<Someone, Seat>;
  }
  const close = async (): Promise<void> => {
    await page?.close();
    await bot?.end();
  };

  const complaint = async () => (await bot.dossier('K-2026-0001')).complaint;

  async function register(summary: string, respondent: string): Promise<void> {
    const { Sanne } = at;
    await Sanne.types('klacht');
    await Sanne.chat.getByLabel('Korte inhoud').waitFor();
    await Sanne.press('Meer');
    await Sanne.fillIn(
      {
        'Naam van de klager': 'Mevrouw Pietersen',
        'E-mailadres': 'a.pietersen@voorbeeld.nl',
        Vestiging: 'Arnhem',
        'Korte inhoud': summary,
        'Over wie gaat de klacht?': respondent,
      },
      Sanne.chat,
    );
    await Sanne.press('Klacht registreren');
    await Sanne.reads('Klacht K-2026-0001 is geregistreerd');
  }

  describe('about Joris: heard, and settled in a conversation', () => {
    before(async () => {
      await open();
      await page.shows('Sanne', 'Lars', 'Fatima', 'Joris');
    });
    after(close);

    const step = story('goes from the form to the last measure');

    step('Sanne registers it, and Lars confirms the receipt', async () => {
      await register('Joris heeft drie keer beloofd terug te bellen en deed dat niet.', 'Joris Bakker');
      await at.Lars.reads('Zaak K-2026-0001 is nu bij jou');
      await at.Lars.opens('Ontvangst bevestigen');
      await at.Lars.sends('Ontvangst bevestigen');
      await at.Lars.reads(/De ontvangst is bevestigd/);
      await page.picture('course-1-acknowledged');
    });

    step('Lars hears both sides the next day', async () => {
      await page.goTo('2026-11-24', 'dinsdag 24 november 2026');
      await at.Lars.opens('Wederhoor vragen');
      await at.Lars.sends('Wederhoor vragen');
      await at.Joris.reads('Jouw kant van het verhaal');
      await page.picture('course-1-asked');
      await at.Joris.fillIn(
        { 'Mijn verklaring': 'Ik was die week ziek en gaf het niet door.' },
        at.Joris.chat,
      );
      await at.Joris.press('Verklaring versturen');
      await at.Joris.reads(/Je verklaring is ontvangen/);
      await at.Lars.reads(/Joris Bakker heeft een verklaring gegeven/);
      await at.Lars.opens('Verklaring vastleggen', {
        'Van wie': 'Klager',
        Verklaring: 'Ik heb drie dagen bij de telefoon gezeten.',
      });
      await at.Lars.sends('Verklaring vastleggen');
      await at.Lars.reads(/Beide kanten zijn gehoord/);
      await page.picture('course-1-heard');
    });

    step('Lars answers, and Joris is told the position', async () => {
      await page.goTo('2026-12-01', 'dinsdag 1 december 2026');
      await at.Lars.opens('Antwoord versturen', {
        Standpunt: 'Wij hadden u moeten terugbellen.',
        Oordeel: 'Gegrond',
        'Voorgestelde oplossing': 'Joris belt u deze week en maakt excuses.',
        'Maatregel 1': 'Een vervanger belt terug bij ziekte.',
        'Maatregel 1 uiterlijk klaar op': '2026-12-29',
      });
      assert.equal(await at.Lars.form.getByLabel('Waarom zijn niet beide kanten gehoord?').count(), 0);
      await at.Lars.press('Brief maken', at.Lars.form);
      await at.Lars.reads('De brief staat hieronder. Kijk hem na en pas hem aan.');
      assert.match(await at.Lars.field('Brief').inputValue(), /tot en met vrijdag 1 januari 2027/);
      await page.picture('course-1-answer', at.Lars.field('Brief'));
      await at.Lars.sends('Antwoord versturen');
      await at.Lars.reads(/Het antwoord staat in het dossier/);
      await at.Joris.reads('Wij hadden u moeten terugbellen.');
      assert.doesNotMatch(await bot.everythingIn('Joris Bakker'), /Pietersen/);
      await page.picture('course-1-answered');
    });

    step('Lars records the objection and offers a conversation', async () => {
      await page.goTo('2026-12-10', 'donderdag 10 december 2026');
      await at.Lars.opens('Klager is het niet eens', { Inhoud: 'Joris heeft niet gebeld.' });
      await at.Lars.sends('Klager is het niet eens');
      await at.Lars.opens('Hoorgesprek aanbieden', {
        Datum: '2026-12-15',
        Tijd: '09:00',
        Vorm: 'Op kantoor',
        'Medewerker aanwezig': 'Ja, beide kanten vinden dat nuttig',
        'Tweede vertegenwoordiger': 'Willem Jansen',
        'De klager heeft met dit moment ingestemd': 'Ja, dit is zo afgesproken',
      });
      await at.Lars.press('Brief maken', at.Lars.form);
      await at.Lars.reads('De brief staat hieronder. Kijk hem na en pas hem aan.');
      assert.match(await at.Lars.field('Brief').inputValue(), /dinsdag 15 december 2026/);
      await page.picture('course-1-invitation', at.Lars.field('Brief'));
      await at.Lars.sends('Hoorgesprek aanbieden');
      await at.Lars.reads(/Het gesprek is aangeboden/);
      await page.picture('course-1-offered');
    });

    step('Lars falls ill, and Fatima stands in for him', async () => {
      await page.goTo('2026-12-14', 'maandag 14 december 2026');
      await at.Fatima.types('zaken');
      await at.Fatima.reads(/geen open klachten/);
      await at.Lars.types('afwezig');
      await at.Lars.fillIn({ 'Laatste dag weg': '2026-12-16' }, at.Lars.chat);
      await at.Lars.press('Afwezigheid doorgeven');
      await at.Lars.reads(/maandag 14 december 2026 t\/m woensdag 16 december 2026/);
      await page.picture('course-1-away');
      await page.goTo('2026-12-15', 'dinsdag 15 december 2026');
      await at.Fatima.types('zaken');
      await at.Fatima.reads(/K-2026-0001/);
      await at.Fatima.types('zaak K-2026-0001');
      await at.Fatima.reads(/Houd het gesprek: .* om \d\d:\d\d uur, .*Leg het daarna vast/);
      await page.picture('course-1-stand-in');
    });

    step('Fatima records the settlement, and the dossier closes', async () => {
      await at.Fatima.opens('Gesprek vastleggen', {
        Verslag: 'Joris heeft zijn excuses gemaakt.',
        Voorstel: 'Mevrouw krijgt een vaste contactpersoon.',
        'Reactie van de klager': 'Zij is tevreden.',
        'Zijn jullie eruit gekomen?': 'Ja',
        Afspraken: 'Joris is haar vaste contactpersoon en belt binnen een dag terug.',
      });
      await at.Fatima.press('Brief maken', at.Fatima.form);
      await at.Fatima.reads('De brief staat hieronder. Kijk hem na en pas hem aan.');
      const letter = await at.Fatima.field('Brief').inputValue();
      assert.match(letter, /Mevrouw Pietersen, Fatima el Amrani, Joris Bakker, Willem Jansen/);
      await page.picture('course-1-settlement', at.Fatima.field('Brief'));
      await at.Fatima.sends('Gesprek vastleggen');
      await at.Fatima.reads(/Het dossier is gesloten \(artikel 9\)/);
      const { closed, hearings } = await complaint();
      assert.deepEqual(closed, { on: '2026-12-15', outcome: 'settled', from: 'heard' });
      assert.equal(hearings[0]?.form, 'office');
      await page.picture('course-1-settled');
    });

    step('Lars is back, downloads the letter, and ticks off what was promised', async () => {
      await page.goTo('2026-12-17', 'donderdag 17 december 2026');
      const { Lars } = at;
      await Lars.types('zaak K-2026-0001');
      await Lars.reads(/opgelost in het gesprek/);
      await Lars.press('Brief downloaden');
      await Lars.form.waitFor();
      await page.picture('course-1-letters');
      await Lars.sends('Brief downloaden');
      await Lars.press('Toestaan');
      const file = await page.downloads(Lars.chat.getByRole('link', { name: /K-2026-0001.*docx/ }).last());
      const letter = wordText(file);
      assert.match(letter, /Joris is haar vaste contactpersoon en belt binnen een dag terug\./);
      assert.match(letter, /Fatima el Amrani\n/);
      await Lars.opens('Maatregel afvinken');
      await Lars.sends('Maatregel afvinken');
      await Lars.reads(/Alle maatregelen zijn uitgevoerd/);
      await Lars.reads(/Er loopt geen termijn meer/);
      await page.picture('course-1-done');
    });

    step('Sanne sees how it ended, and nothing broke on the way', async () => {
      await at.Sanne.types('mijn klachten');
      await at.Sanne.reads(/Gesloten/);
      await page.picture('course-1-sanne');
      assert.deepEqual(page.faults, []);
    });
  });

  describe('about Lars: no conversation, decided by the board', () => {
    before(async () => {
      await open();
      await page.shows('Sanne', 'Lars', 'Fatima', 'Willem');
    });
    after(close);

    const step = story('goes from the form to the decision');

    step('Sanne registers it, and Fatima has it', async () => {
      await register('Lars luisterde niet en brak het gesprek af.', 'Lars Brouwer (klachtenfunctionaris)');
      await at.Fatima.reads('Zaak K-2026-0001 is nu bij jou');
      await page.picture('course-2-registered');
    });

    step('Fatima corrects the day of receipt, and reads which deadlines move', async () => {
      await at.Fatima.opens('Datum corrigeren', {
        'Juiste datum': '2026-11-20',
        Reden: 'De brief kwam vrijdag.',
      });
      await at.Fatima.sends('Datum corrigeren');
      await at.Fatima.reads(
        /Ontvangst bevestigen: van maandag 30 november 2026 naar vrijdag 27 november 2026/,
      );
      await at.Fatima.reads(
        /Schriftelijk antwoord geven: van maandag 14 december 2026 naar vrijdag 11 december 2026/,
      );
      await page.picture('course-2-corrected');
    });

    step(
      'Fatima confirms the receipt, and answers without having heard both sides: she says why',
      async () => {
        await page.goTo('2026-11-25', 'woensdag 25 november 2026');
        await at.Fatima.opens('Ontvangst bevestigen');
        await at.Fatima.sends('Ontvangst bevestigen');
        await page.goTo('2026-12-03', 'donderdag 3 december 2026');
        assert.equal(await at.Lars.chat.getByText(/K-2026-0001|Pietersen/).count(), 0);
        await at.Fatima.opens('Antwoord versturen', {
          Standpunt: 'Het gesprek verliep anders dan u had gehoopt.',
          Oordeel: 'Ongegrond',
        });
        await at.Fatima.press('Antwoord versturen', at.Fatima.form);
        await at.Fatima.reads(/Leg uit waarom niet beide kanten zijn gehoord/);
        await page.picture('course-2-not-heard', at.Fatima.field('Waarom zijn niet beide'));
        await at.Fatima.fillIn({ 'Waarom zijn niet beide kanten gehoord?': 'Het gesprek is opgenomen.' });
        await at.Fatima.sends('Antwoord versturen');
        await at.Fatima.reads(/Het antwoord staat in het dossier/);
      },
    );

    step('Lars is told the position, and not who complains', async () => {
      await at.Lars.reads('Het gesprek verliep anders dan u had gehoopt.');
      assert.doesNotMatch(await bot.everythingIn('Lars Brouwer'), /Pietersen/);
      await at.Lars.types('zaak K-2026-0001');
      await at.Lars.reads(/of het nummer bestaat niet/);
      await at.Lars.types('zaken');
      await at.Lars.reads(/geen open klachten/);
      await page.picture('course-2-answered');
    });

    step('the complainant objects and wants no conversation, so that the board is asked', async () => {
      await page.goTo('2026-12-22', 'dinsdag 22 december 2026');
      await at.Fatima.opens('Klager is het niet eens', { Inhoud: 'Het gesprek was wel degelijk onbeleefd.' });
      await at.Fatima.sends('Klager is het niet eens');
      await page.goTo('2026-12-23', 'woensdag 23 december 2026');
      await at.Fatima.opens('Klager ziet af van gesprek');
      await at.Fatima.sends('Klager ziet af van gesprek');
      await at.Willem.reads(/vraagt artikel 8 een definitieve beslissing/);
      await page.picture('course-2-asked');
    });

    step('Willem decides, and the dossier closes', async () => {
      await page.goTo('2026-12-29', 'dinsdag 29 december 2026');
      await at.Willem.opens('Definitieve beslissing', {
        Beslissing: 'De klacht is ongegrond.',
        Motivering: 'De opname bevestigt wat Fatima schreef.',
        Oordeel: 'Ongegrond',
      });
      await at.Willem.press('Brief maken', at.Willem.form);
      await at.Willem.reads('De brief staat hieronder. Kijk hem na en pas hem aan.');
      await page.picture('course-2-decision', at.Willem.field('Brief'));
      await at.Willem.sends('Definitieve beslissing');
      await at.Willem.reads(/De beslissing is genomen en het dossier is gesloten/);
      assert.deepEqual((await complaint()).closed, { on: '2026-12-29', outcome: 'decided', from: 'waived' });
      await page.picture('course-2-decided');
    });

    step(
      'Fatima sees that it is closed, Lars has seen nothing more, and nothing broke on the way',
      async () => {
        await at.Fatima.types('zaak K-2026-0001');
        await at.Fatima.reads(/definitieve beslissing van de directie \(artikel 8\)/);
        assert.doesNotMatch(await bot.everythingIn('Lars Brouwer'), /Pietersen|onbeleefd|opname/);
        await page.picture('course-2-closed');
        assert.deepEqual(page.faults, []);
      },
    );
  });
});
