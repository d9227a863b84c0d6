import assert from 'node:assert/strict';
import { buttonOf, buttonsOf, filledIn, textOf } from '../../e2e/a-card.ts';
import { awayAtEaster, fatima, ingrid, joris, lars, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat, usual } from '../a-chat.ts';

const lateReason = 'Reden (de klager leest die als je weigert)';

describe('the handler takes the steps of the regulation on their card', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await aChat();
  });
  afterEach(closeOffices);

  /** The complaint is at that stage, step by step. */
  async function answered(): Promise<void> {
    await chat.take('Ontvangst bevestigen');
    await chat.take('Antwoord versturen', usual.answer);
  }
  async function objected(): Promise<void> {
    await answered();
    await chat.take('Klager is het niet eens', { Inhoud: 'Ik ben het er niet mee eens.' });
  }

  it('Lars finds the acknowledgement ready, sends it, and the dossier holds it to the letter', async () => {
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    const letter = chat.fields().Brief ?? '';
    assert.match(letter, /Geachte mevrouw Pietersen/);
    await chat.press('Ontvangst bevestigen', {
      Brief: `${letter}\nTot ziens`,
      'Wijze van verzending': 'Overhandigd',
    });
    assert.match(chat.text(), /De ontvangst is bevestigd/);
    const { stage, letters } = await chat.complaint();
    assert.equal(stage, 'acknowledged');
    assert.match(letters[0]?.text ?? '', /Tot ziens$/);
  });

  for (const [title, filled] of [
    ['Ontvangst bevestigen', {}],
    ['Notitie toevoegen', { Notitie: 'Gebeld.' }],
    ['Overdragen', { 'Aan wie': `${fatima.name} (vervanger)`, Reden: 'Ik ben weg.' }],
  ] as const)
    it(`the same form again says what is so by then, and not what was done: ${title}`, async () => {
      await chat.open();
      await chat.press(title);
      const form = chat.card();
      await chat.press(title, filled);
      const before = await chat.version();
      const again = buttonOf(form, title);
      assert.ok(again);
      const card = await chat.pressAs(lars, again, filledIn(form, filled));
      assert.equal(await chat.version(), before);
      assert.match(textOf(card), /Dit was al vastgelegd\./);
      assert.doesNotMatch(textOf(card), /De ontvangst is bevestigd/);
    });

  it('Lars reads at once that his only complaint can belong with no other; with another he gets the form', async () => {
    await chat.open();
    await chat.press('Hoort bij een andere klacht');
    assert.match(chat.text(), /kan nu niet bij een andere horen: je behandelt geen andere open klacht/);
    assert.match(chat.text(), /Logboek/);
    const { summary, complainant, origin, receivedOn, manner } = await chat.complaint();
    const same = { summary, complainant, origin, receivedOn, manner, remedied: false };
    await chat.ours.file({ ...same, respondents: [lars] }, 'about Lars', joris);
    await chat.press('Hoort bij een andere klacht');
    assert.match(chat.text(), /geen andere open klacht/);
    await chat.ours.file({ ...same, respondents: [] }, 'another', joris);
    await chat.press('Hoort bij een andere klacht');
    assert.ok('Nummer van de andere klacht' in chat.fields());
  });

  it('Lars is named no complaint of another complainant to merge with, and reads what to do instead when he types its number', async () => {
    const { summary, complainant, origin, receivedOn, manner } = await chat.complaint();
    const same = { summary, complainant, origin, receivedOn, manner, respondents: [], remedied: false };
    const theirs = await chat.ours.file(same, 'theirs', joris);
    const smit = { name: 'De heer Smit', address: 'Dijk 1, Gouda' };
    const mentions = `Ook ${complainant.name} was erbij.`;
    const others = await chat.ours.file({ ...same, complainant: smit, summary: mentions }, 'others', joris);
    await chat.open();
    await chat.press('Hoort bij een andere klacht');
    assert.match(chat.text(), new RegExp(`Misschien ${theirs.id} `));
    assert.doesNotMatch(chat.text(), new RegExp(others.id));
    await chat.press('Hoort bij een andere klacht', { 'Nummer van de andere klacht': others.id });
    assert.match(chat.text(), /is van iemand anders[\s\S]*behandel deze klacht dus apart/);
    assert.match(chat.text(), /dezelfde persoon\?[^.]*“Gegevens corrigeren”/);
    assert.equal((await chat.complaint()).stage, 'registered');
  });

  it('Lars asks Joris for his side, and writes down what the complainant says', async () => {
    await chat.take('Wederhoor vragen', { 'Wie vraag je om een verklaring?': joris.name });
    await chat.take('Verklaring vastleggen', { 'Van wie': 'Klager', Verklaring: 'Ik heb drie keer gebeld.' });
    const { statementsRequested, statements } = await chat.complaint();
    assert.deepEqual(statementsRequested, [joris.id]);
    assert.deepEqual(statements, [{ on: '2026-04-01', text: 'Ik heb drie keer gebeld.' }]);
    assert.match(chat.text(), /woensdag 1 april 2026: Ik heb drie keer gebeld\./);
    assert.match(
      chat.text(),
      /Joris Bakker: verklaring gevraagd, uiterlijk vrijdag 10 april 2026; die is er nog niet/,
    );
  });

  it('the letter of the answer is made from what is typed; everything typed stays', async () => {
    await chat.take('Ontvangst bevestigen');
    await chat.press('Antwoord versturen');
    await chat.press('Brief maken', usual.answer);
    assert.match(chat.fields().Brief ?? '', /Wij hadden eerder moeten bellen\./);
    assert.equal(chat.fields().Standpunt, usual.answer.Standpunt);
    assert.deepEqual(buttonsOf(chat.card()), [
      'Antwoord versturen',
      'Brief opnieuw maken',
      'Brief downloaden',
      'Terug',
    ]);
    await chat.press('Brief opnieuw maken', { Standpunt: 'Wij zien het anders.' });
    assert.match(chat.fields().Brief ?? '', /Wij zien het anders\./);
    await chat.press('Antwoord versturen', { Brief: 'Geachte mevrouw, zo zit het.' });
    assert.equal((await chat.complaint()).letters.at(-1)?.text, 'Geachte mevrouw, zo zit het.');
  });

  it('each press on “Brief opnieuw maken” says what it did to the letter', async () => {
    await chat.open();
    await chat.press('Antwoord versturen');
    await chat.press('Brief maken', usual.answer);
    assert.match(chat.text(), /De brief staat hieronder/);
    await chat.press('Brief opnieuw maken');
    assert.match(chat.text(), /opnieuw gemaakt, en er is niets in veranderd/);
    await chat.press('Brief opnieuw maken', { Standpunt: 'Wij zien het anders.' });
    assert.match(chat.text(), /opnieuw gemaakt met wat je nu hebt ingevuld/);
    assert.doesNotMatch(chat.text(), /Wat je zelf in de vorige/);
    await chat.press('Brief opnieuw maken', { Brief: `${chat.fields().Brief}\nPS Ik bel u.` });
    assert.match(chat.text(), /Wat je zelf in de vorige had veranderd, staat er niet meer in/);
    assert.doesNotMatch(chat.fields().Brief ?? '', /PS Ik bel u/);
  });

  it('an answer with an empty letter sends the one that would be made', async () => {
    await answered();
    const { letters, stage } = await chat.complaint();
    assert.equal(stage, 'answered');
    assert.match(letters.at(-1)?.text ?? '', /Wij hadden eerder moeten bellen\./);
  });

  it('measures get an owner and a day, and are ticked off', async () => {
    await chat.take('Ontvangst bevestigen');
    const measures = {
      'Maatregel 1': 'Belafspraken in de agenda',
      'Naam bij maatregel 1 (als zoeken niet lukt)': 'Fatima',
      'Maatregel 1 uiterlijk klaar op': '2026-04-29',
      'Maatregel 3': 'Training',
      'Wie zorgt voor maatregel 3?': fatima.id,
      'Maatregel 3 uiterlijk klaar op': '2026-04-30',
    };
    await chat.take('Antwoord versturen', { ...usual.answer, ...measures });
    const [first, second] = (await chat.complaint()).measures;
    assert.deepEqual(first, {
      id: 'm1',
      what: 'Belafspraken in de agenda',
      owner: 'Fatima',
      dueOn: '2026-04-29',
    });
    await chat.take('Maatregel afvinken', { 'Welke maatregel': second?.id ?? '' });
    assert.match(chat.text(), /De maatregel is afgevinkt\. Er staat nog 1 maatregel open\./);
    assert.match(chat.text(), /Training \(Fatima el Amrani, klaar op woensdag 1 april 2026\)/);
  });

  it('an answer asks why not both sides were heard, under that field, and says whose side is missing', async () => {
    await chat.take('Ontvangst bevestigen');
    await chat.take('Antwoord versturen', {
      ...usual.answer,
      'Waarom zijn niet beide kanten gehoord?': '',
    });
    assert.match(chat.text(), /Leg uit waarom niet beide kanten zijn gehoord/);
    assert.match(chat.text(), /nog geen verklaring van: de klager, Joris Bakker\./);
    assert.equal(chat.fields().Standpunt, usual.answer.Standpunt);
    assert.equal((await chat.complaint()).stage, 'acknowledged');
  });

  it('a complainant who agrees closes the dossier', async () => {
    await answered();
    await chat.take('Klager gaat akkoord');
    assert.match(chat.text(), /Gesloten op .*: de klager ging akkoord/);
  });

  it('a late objection asks to accept or to refuse, with a reason', async () => {
    await answered();
    chat.ours.moveTo('2026-05-20T10:00');
    await chat.open();
    assert.match(chat.text(), /De tijd van de klager is voorbij/);
    assert.equal(buttonsOf(chat.card())[0], 'Dossier sluiten');
    await chat.press('Klager is het niet eens');
    await chat.press('Klager is het niet eens', { Inhoud: 'Nee.' });
    assert.match(chat.text(), /Artikel 7\. Dit bezwaar kwam na de maand\./);
    assert.equal(chat.fields().Inhoud, 'Nee.');
    const accept = { 'Te laat?': 'Ja, toch behandelen', [lateReason]: 'Zij was ziek.' };
    await chat.press('Klager is het niet eens', accept);
    assert.equal((await chat.complaint()).objection?.lateBecause, 'Zij was ziek.');
  });

  it('a late objection is refused with a letter, and the dossier closes', async () => {
    await answered();
    chat.ours.moveTo('2026-05-20T10:00');
    const refuse = {
      Inhoud: 'Nee.',
      'Te laat?': 'Ja, weigeren met een brief',
      [lateReason]: 'Er is geen goede reden.',
    };
    await chat.open();
    await chat.press('Klager is het niet eens');
    await chat.press('Brief maken', refuse);
    assert.match(chat.fields().Brief ?? '', /Er is geen goede reden\./);
    await chat.press('Klager is het niet eens');
    const { letters, closed } = await chat.complaint();
    assert.equal(closed?.outcome, 'late-objection-refused');
    assert.equal(letters.at(-1)?.kind, 'late-objection-refused');
  });

  it('an objection after the dossier was closed because of the month opens it again', async () => {
    await answered();
    chat.ours.moveTo('2026-05-20T10:00');
    await chat.take('Dossier sluiten');
    assert.match(chat.text(), /geen bezwaar binnen een maand/);
    await chat.take('Klager is het niet eens', {
      Inhoud: 'Nee.',
      'Te laat?': 'Ja, toch behandelen',
      [lateReason]: 'Zij was ziek.',
    });
    assert.match(chat.text(), /Bied de klager nu binnen een week een gesprek aan/);
    assert(buttonOf(chat.card(), 'Hoorgesprek aanbieden'));
  });

  it('a wrong day of the objection is corrected, and says which deadlines move', async () => {
    await objected();
    chat.ours.moveTo('2026-04-02T10:00');
    await chat.take('Datum corrigeren', {
      'Welke datum': 'Ontvangst van het bezwaar',
      'Juiste datum': '2026-04-02',
      Reden: 'Het kwam donderdag.',
    });
    assert.match(
      chat.text(),
      /Klager laten toelichten in een gesprek: van woensdag 8 april 2026 naar donderdag 9 april 2026\./,
    );
  });

  it('an objection within the month asks nothing more', async () => {
    await answered();
    await chat.press('Klager is het niet eens');
    assert.deepEqual(Object.keys(chat.fields()), [
      'Datum van ontvangst',
      'Datum van de brief of poststempel',
      'Hoe',
      'Inhoud',
    ]);
  });

  it('a hearing later than a week asks why, and one at the office where', async () => {
    await objected();
    await chat.take('Hoorgesprek aanbieden', { ...usual.hearing, Datum: '2026-04-20' });
    assert.match(chat.text(), /Artikel 8\. Dit moment ligt meer dan een week na het bezwaar/);
    await chat.press('Hoorgesprek aanbieden', { Datum: '2026-04-07', Vorm: 'Op kantoor' });
    assert.match(chat.text(), /Vul de vestiging in/);
    assert.equal(chat.fields().Tijd, '14:30');
    await chat.press('Hoorgesprek aanbieden', {
      Vestiging: 'Arnhem',
      'Tweede vertegenwoordiger': fatima.name,
      'De klager heeft met dit moment ingestemd': 'true',
    });
    const { appointment, stage } = await chat.complaint();
    assert.equal(stage, 'hearing-offered');
    assert.deepEqual(appointment?.secondRepresentative, fatima);
    assert.equal(appointment?.agreed, true);
    assert.match(chat.text(), /dinsdag 7 april 2026 om 14:30, op kantoor, Arnhem; de klager stemde in/);
  });

  it('a hearing that settles it closes the dossier; the letter is ready at that moment', async () => {
    await objected();
    await chat.take('Hoorgesprek aanbieden', usual.hearing);
    await chat.press('Gesprek vastleggen');
    const report = {
      Verslag: 'Zij vertelde.',
      'Zijn jullie eruit gekomen?': 'Ja',
      Afspraken: 'Wij bellen elke week.',
    };
    await chat.press('Brief maken', report);
    assert.match(chat.fields().Brief ?? '', /Wij bellen elke week\./);
    await chat.press('Gesprek vastleggen');
    assert.match(chat.text(), /moet nog komen.* Vastleggen kan vanaf woensdag 8 april 2026 om 14:30 uur/);
    assert.equal(chat.fields().Afspraken, report.Afspraken);
    await chat.press('Gesprek vastleggen', { 'Eerder dan afgesproken': 'true' });
    const { closed, letters } = await chat.complaint();
    assert.equal(closed?.outcome, 'settled');
    assert.equal(letters.at(-1)?.kind, 'settlement');
  });

  it('a hearing of which nobody says whether they came to an agreement sends no letter and closes nothing', async () => {
    await objected();
    await chat.take('Gesprek vastleggen', { Vorm: 'Telefonisch', Verslag: 'Zij vertelde.' });
    assert.match(chat.text(), /Kies of jullie eruit zijn gekomen\./);
    const { stage, letters } = await chat.complaint();
    assert.equal(stage, 'objected');
    assert.notEqual(letters.at(-1)?.kind, 'court-route');
  });

  it('a talk before the answer is offered, and closes the dossier once somebody says that it solved it', async () => {
    const talk = { Vorm: 'Gesprek', 'Met wie': 'Joris Bakker' };
    await chat.take('Gesprek of bemiddeling', {
      ...{ ...talk, Datum: '2026-04-02', Tijd: '10:00' },
      'Zijn jullie eruit gekomen?': 'Het gesprek komt nog',
    });
    assert.match(
      chat.text(),
      /nodig de klager uit per telefoon.*De termijnen lopen door: het antwoord is er uiterlijk woensdag 22 april/s,
    );
    assert.match(chat.text(), /Op donderdag 2 april 2026 om 10:00 is er een gesprek met Joris Bakker/);
    await chat.take('Gesprek of bemiddeling', { Datum: '2026-04-01', Uitkomst: 'Zij lachten.' });
    assert.match(chat.text(), /Kies of jullie eruit zijn gekomen, of dat het gesprek nog komt\./);
    assert.equal((await chat.complaint()).stage, 'registered');
    await chat.press('Gesprek of bemiddeling', {
      ...{ 'Zijn jullie eruit gekomen?': 'Ja', Afspraken: 'Joris belt u elke week.' },
    });
    const { closed, letters } = await chat.complaint();
    assert.equal(closed?.outcome, 'mediated');
    assert.match(letters.at(-1)?.text ?? '', /Joris belt u elke week\./);
  });

  it('a hearing that settles nothing explains the way to court, and leaves two ways open', async () => {
    await objected();
    await chat.take('Gesprek vastleggen', {
      Vorm: 'Telefonisch',
      Verslag: 'Zij vertelde.',
      Voorstel: 'Een gesprek met Joris.',
      'Zijn jullie eruit gekomen?': 'Nog niet',
    });
    assert.match(chat.text(), /De klager kan naar de rechter \(artikel 10\)/);
    for (const title of ['Hoorgesprek aanbieden', 'Dossier sluiten']) assert(buttonOf(chat.card(), title));
    assert.equal((await chat.complaint()).letters.at(-1)?.kind, 'court-route');
    await chat.press('Dossier sluiten');
    assert.match(
      chat.text(),
      /kan de klager tot en met .* laten weten wat hij wil\. .* Sluit dan pas daarna\./,
    );
    await chat.press('Dossier sluiten');
    assert.equal((await chat.complaint()).closed?.outcome, 'not-settled');
  });

  it('a hearing that is waived is decided by the board, on a card with its own button', async () => {
    await objected();
    await chat.take('Klager ziet af van gesprek');
    assert.equal(buttonOf(chat.card(), 'Definitieve beslissing'), undefined);
    await chat.open(ingrid);
    assert.equal(buttonsOf(chat.card())[0], 'Definitieve beslissing');
    await chat.press('Definitieve beslissing', {}, ingrid);
    const typed = {
      Beslissing: 'De klacht is gegrond.',
      Motivering: 'Er is niet gebeld.',
      Oordeel: 'Gegrond',
    };
    await chat.press('Brief maken', typed, ingrid);
    assert.match(chat.fields().Brief ?? '', /Ingrid Smit/);
    await chat.press('Definitieve beslissing', {}, ingrid);
    assert.match(chat.text(), /De beslissing is genomen en het dossier is gesloten/);
    assert.equal((await chat.complaint()).decision?.by.name, ingrid.name);
  });

  it('who hands the case over reads that it is, and nothing of the dossier; the form again opens nothing', async () => {
    await chat.take('Overdragen', { 'Aan wie': fatima.id, Reden: 'Vakantie' });
    chat.ours.moveTo('2026-04-01T11:00');
    await chat.open(fatima);
    await chat.press('Overdragen', {}, fatima);
    const button = buttonOf(chat.card(), 'Overdragen');
    const input = { to: willem.id, reason: 'Ook weg' };
    const answer = textOf(await chat.pressAs(fatima, button, input));
    assert.match(answer, /Willem Jansen behandelt de klacht vanaf nu/);
    assert.doesNotMatch(answer, /Pietersen/);
    const again = textOf(await chat.pressAs(fatima, button, input));
    assert.match(again, /^Dit kan niet/);
    assert.doesNotMatch(again, /Willem|Pietersen/);
    assert.equal((await chat.complaint()).handler?.person.id, willem.id);
  });

  it('nobody is there to hand the case over to: there is no button for it', async () => {
    await closeOffices();
    chat = await aChat({ respondents: [fatima, willem, ingrid] });
    assert(!buttonsOf(await chat.open()).includes('Overdragen'));
  });

  it('the complaint turns out to be about Lars: it leaves him at once, and he sees nothing more of it', async () => {
    await chat.open();
    await chat.press('Beklaagde toevoegen');
    await chat.press('Beklaagde toevoegen', {
      'Over wie gaat de klacht ook?': lars.id,
      Reden: 'Het gaat ook over mij.',
    });
    assert.match(chat.text(), /Je bent nu beklaagde\. Je behandelt deze klacht niet meer/);
    assert.doesNotMatch(chat.text(), /Pietersen|Fatima|Willem|Ingrid/);
    await assert.rejects(chat.open(), { code: 'unknown-complaint' });
  });

  it('a corrected day of receipt says which deadlines moved, from when to when', async () => {
    await chat.take('Datum corrigeren', {
      'Juiste datum': '2026-03-30',
      Reden: 'Zij belde maandag al.',
    });
    assert.match(chat.text(), /Ontvangst bevestigen: van donderdag 9 april 2026 naar dinsdag 7 april 2026\./);
    assert.match(
      chat.text(),
      /Schriftelijk antwoord geven: van woensdag 22 april 2026 naar maandag 20 april 2026\./,
    );
    assert.equal((await chat.complaint()).receivedOn, '2026-03-30');
  });

  it('corrected facts stay in the journal as they were; a correction of nothing is refused', async () => {
    await chat.take('Gegevens corrigeren', { Reden: 'Zomaar' });
    assert.match(chat.text(), /Er is niets veranderd/);
    assert.equal(chat.fields().Reden, 'Zomaar');
    await chat.press('Gegevens corrigeren', { 'Naam van de klager': 'Mevrouw Peters', Vestiging: 'Arnhem' });
    assert.match(chat.text(), /Klager: “Mevrouw Pietersen” werd “Mevrouw Peters”/);
    await chat.take('Gegevens corrigeren', { Vestiging: '', Reden: 'Toch niet' });
    const { complainant, branch } = await chat.complaint();
    assert.deepEqual([complainant.name, branch], ['Mevrouw Peters', '']);
  });

  it('experts, notes and a withdrawal with its letter, at any time', async () => {
    await chat.take('Deskundige vastleggen', { 'Deskundigen die de klager bijstaan': 'Mr. De Wit' });
    await chat.take('Notitie toevoegen', { Notitie: 'Gebeld, geen gehoor.' });
    await chat.take('Klacht ingetrokken', { Reden: 'Het is opgelost.' });
    const { experts, closed, letters } = await chat.complaint();
    assert.deepEqual([experts, closed?.outcome], ['Mr. De Wit', 'withdrawn']);
    assert.deepEqual(
      letters.map(({ kind }) => kind),
      ['withdrawal'],
    );
  });

  it('a form that comes in at midnight is read and decided on the same day', async () => {
    await closeOffices();
    let comesIn = false;
    chat = await aChat(
      {},
      {
        between: (store) => ({
          ...store,
          read: (id) => {
            if (comesIn) chat.ours.moveTo('2026-04-02T00:00');
            return store.read(id);
          },
        }),
      },
    );
    await chat.open();
    await chat.press('Klacht ingetrokken');
    comesIn = true;
    await chat.press('Klacht ingetrokken', { Datum: '2026-04-02', Reden: 'Het is opgelost.' });
    assert.equal((await chat.complaint()).closed?.outcome, 'withdrawn');
  });

  it('a withdrawal without a letter', async () => {
    await chat.take('Klacht ingetrokken', {
      Reden: 'Het is opgelost.',
      'Wijze van verzending': 'Geen brief sturen',
    });
    assert.deepEqual((await chat.complaint()).letters, []);
  });

  it('a form of an older version comes back as the current one, with what was typed', async () => {
    await chat.open();
    await chat.press('Notitie toevoegen');
    const { number } = chat;
    await chat.ours.execute({ type: 'add-note', by: lars, number, text: 'Ondertussen' });
    await chat.press('Notitie toevoegen', { Notitie: 'Gebeld.' });
    assert.match(chat.text(), /Deze kaart is verouderd/);
    assert.equal(chat.fields().Notitie, 'Gebeld.');
    await chat.press('Notitie toevoegen');
    assert.match(chat.text(), /De notitie staat in het logboek/);
  });

  it('a step that is not open any more gives the current card, with what was typed to copy', async () => {
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    const { number } = chat;
    await chat.ours.execute({ type: 'withdraw', by: lars, number, on: '2026-04-01', reason: 'Opgelost' });
    await chat.press('Ontvangst bevestigen', { Brief: 'Geachte mevrouw' });
    assert.match(chat.text(), /Deze kaart is verouderd[\s\S]*Geachte mevrouw[\s\S]*Gesloten op/);
  });

  it('Lars is away: Fatima stands in, takes the step and signs the letter', async () => {
    await chat.ours.setAbsence(lars, awayAtEaster(lars));
    await chat.open(fatima);
    await chat.press('Ontvangst bevestigen', {}, fatima);
    assert.match(chat.fields().Brief ?? '', /Fatima el Amrani/);
    await chat.press('Ontvangst bevestigen', {}, fatima);
    assert.equal((await chat.complaint()).stage, 'acknowledged');
  });

  it('with a mail server a letter waits, counts as sent by nothing, and can be sent by hand after all', async () => {
    await closeOffices();
    chat = await aChat({}, { mail: true });
    await chat.open();
    await chat.press('Ontvangst bevestigen');
    assert.match(chat.text(), /Bij e-mail verstuur ik de brief zelf/);
    await chat.press('Ontvangst bevestigen');
    assert.match(chat.text(), /De brief gaat nu per e-mail/);
    assert.match(chat.text(), /Een brief \(ontvangstbevestiging\) wacht op de mailserver/);
    assert.equal((await chat.complaint()).stage, 'registered');
    assert(!buttonsOf(chat.card()).includes('Ontvangst bevestigen'));
    await chat.press('Brief zelf verstuurd');
    await chat.press('Brief zelf verstuurd', { 'Wijze van verzending': 'Overhandigd' });
    const { stage, letters } = await chat.complaint();
    assert.deepEqual([stage, letters[0]?.manner], ['acknowledged', 'handed']);
  });

  it('a verb that is no button of ours changes nothing', async () => {
    for (const verb of ['give', 'ask-', 'draft-', 'ask-ask-answer', '__proto__', 'draft-constructor']) {
      const answer = await chat.pressAs(lars, { verb, data: { number: chat.number } });
      assert.match(textOf(answer), /Deze knop ken ik niet/);
    }
  });
});
