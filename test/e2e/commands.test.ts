import assert from 'node:assert/strict';
import { type ABot, aBot, aComplaint, channel, fatima, joris, lars, sanne, willem } from './a-bot.ts';
import { buttonsOf, fieldsOf, rowOf, textOf } from './a-card.ts';

describe('what people type', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne);
    await bot.register(sanne, { ...aComplaint, 'Datum van ontvangst': '2026-11-19' });
    await bot.arrives(lars, /Klacht K-2026-0002/);
  });
  after(() => bot?.end());

  const answer = async (person: string, text: string): Promise<string> => textOf(await bot.say(person, text));

  it('mijn klachten: who complains, number, date and what to tell them of what Sanne registered, not the handling', async () => {
    const text = await answer(sanne, 'mijn klachten');
    assert.match(
      text,
      /K-2026-0002[\s\S]*donderdag 19 november 2026[\s\S]*K-2026-0001[\s\S]*maandag 23 november 2026/,
    );
    assert.match(text, /Pietersen/);
    assert.match(text, /Uiterlijk maandag 14 december 2026 moet u ons antwoord hebben\./);
    assert.doesNotMatch(text, /Lars|teruggebeld/);
    assert.match(await answer(joris, 'mijn klachten'), /nog geen klacht geregistreerd/);
  });

  it('zaken: the open dossiers of Lars, the nearest deadline first, each to be opened', async () => {
    const text = await answer(lars, 'zaken');
    assert.match(
      text,
      /K-2026-0002[\s\S]*donderdag 26 november 2026[\s\S]*K-2026-0001[\s\S]*maandag 30 november/,
    );
    const row = rowOf(await bot.say(lars, 'zaken'), 'K-2026-0001');
    const opened = await bot.pressAs(lars, (await bot.said(lars)).at(-1)?.id ?? '', row, {});
    assert.match(opened.text, /^Klacht K-2026-0001/);
    const none = await bot.say(sanne, 'zaken');
    assert.match(
      textOf(none),
      /Bij jou liggen geen zaken: .*Wat je zelf hebt geregistreerd, staat bij “mijn klachten”/,
    );
    assert.deepEqual(buttonsOf(none), ['Mijn klachten', 'Klacht registreren']);
    assert.match(await answer(willem, 'zaken'), /geen open klachten/);
    assert.match(text, /Mevrouw Pietersen: Er werd drie keer niet teruggebeld\./);
    assert.doesNotMatch(text, /Behandelaar/);
  });

  it('zaken: what is late, what is due this week, and what is closed', async () => {
    await bot.say(lars, 'zaken');
    const week = await bot.press(lars, 'Deze week');
    assert.match(week.text, /K-2026-0002/);
    assert.doesNotMatch(week.text, /K-2026-0001/);
    assert.match((await bot.press(lars, 'Te laat')).text, /Er is niets te laat/);
    assert.match((await bot.press(lars, 'Gesloten')).text, /Je hebt geen gesloten klachten/);
    assert.match((await bot.press(lars, 'Alle van mij')).text, /K-2026-0002[\s\S]*K-2026-0001/);
    for (const [typed, title] of [
      ['zaken te laat', 'Te laat'],
      ['Mijn zaken deze week', 'Deze week'],
      ['gesloten zaken', 'Gesloten'],
      ['alle zaken', 'Alle van mij'],
    ] as const) {
      const card = await bot.say(lars, typed);
      await bot.say(lars, 'zaken te laat');
      if (title === 'Te laat') assert.match(textOf(card), /Er is niets te laat/);
      else assert.equal(textOf(card), (await bot.press(lars, title)).text, typed);
    }
  });

  it('zaak: facts, deadlines, journal and the buttons that are open', async () => {
    const card = await bot.say(lars, 'zaak K-2026-0002');
    const text = textOf(card);
    assert.match(text, /Mevrouw Pietersen/);
    assert.match(text, /donderdag 26 november 2026 \(artikel 5\)/);
    assert.match(text, /donderdag 10 december 2026/);
    assert.match(text, /Geregistreerd; mondeling ontvangen/);
    assert.match(text, /4 dagen te laat \(artikel 5\)/);
    assert.equal(buttonsOf(card)[0], 'Ontvangst bevestigen');
    assert.match(text, /Lijkt op K-2026-0001 \(van dezelfde klager, 23 november, nog open\)/);
    const row = rowOf(card, 'K-2026-0001');
    const opened = await bot.pressAs(lars, (await bot.said(lars)).at(-1)?.id ?? '', row, {});
    assert.match(opened.text, /^Klacht K-2026-0001/);
  });

  it('zaak: by its count alone, its number alone, or however it is written', async () => {
    for (const text of ['zaak 2', '2', 'k20260002', 'K-2026-0002', 'zaak k 2026 0002', 'zaak 2026-2'])
      assert.match(await answer(lars, text), /^Klacht K-2026-0002/, text);
    for (const text of ['zaak 1', '1', 'K-2026-0001'])
      assert.equal(await answer(sanne, text), await answer(sanne, 'zaak K-2026-0777'), text);
  });

  it('has a way on where there is nothing to see', async () => {
    for (const text of ['afwezig', 'koppel', '/overzicht'])
      assert.deepEqual(buttonsOf(await bot.say(sanne, text)), ['Help'], text);
    const aDay = async (text: string) => buttonsOf(await bot.say(sanne, text));
    assert.deepEqual(await aDay('termijnen 31-02-2026'), ['Termijnen van vandaag', 'Help']);
    assert.deepEqual(await aDay('termijnen morgn'), ['Termijnen morgen', 'Help']);
    assert.deepEqual(buttonsOf(await bot.say(sanne, 'zaak K-2026-0777')), ['Mijn klachten', 'Help']);
    assert.match((await bot.press(sanne, 'Help')).text, /Ik help je met de klachtenregeling/);
  });

  it('zaak: says the same to Sanne of a case that is not hers and of one that does not exist', async () => {
    assert.deepEqual(await bot.say(sanne, 'zaak K-2026-0001'), await bot.say(sanne, 'zaak K-2026-0777'));
    assert.match(
      await answer(sanne, 'zaak K-2026-0777'),
      /Heb jij de klacht geregistreerd\? .*“mijn klachten”/,
    );
  });

  it('zaak: offers to search for what is no number', async () => {
    const card = await bot.say(lars, 'zaak pietersen');
    assert.match(textOf(card), /“pietersen” is geen nummer van een klacht\./);
    assert.deepEqual(buttonsOf(card), ['Zoeken', 'Mijn zaken']);
    assert.match((await bot.press(lars, 'Zoeken')).text, /Gevonden met “pietersen”/);
    assert.deepEqual(buttonsOf(await bot.say(sanne, 'zaak front-desk')), ['Mijn klachten', 'Help']);
  });

  it('zoek: what Lars may open, by the beginnings of words, each to be opened', async () => {
    const card = await bot.say(lars, 'zoek PIETERS terug');
    assert.match(textOf(card), /K-2026-0002\n · Mevrouw Pietersen[\s\S]*K-2026-0001/);
    assert.match(
      textOf(card),
      /Geregistreerd, ontvangst nog niet bevestigd\. Ontvangen op donderdag 19 november/,
    );
    const opened = await bot.pressAs(
      lars,
      (await bot.said(lars)).at(-1)?.id ?? '',
      rowOf(card, 'K-2026-0001'),
      {},
    );
    assert.match(opened.text, /^Klacht K-2026-0001/);
    assert.match(await answer(lars, 'zoek roerdomp'), /Ik vind geen klacht bij “roerdomp”/);
    for (const text of ['zoek', 'zoek ...'])
      assert.match(await answer(lars, text), /Waar zoek je naar/, text);
  });

  it('zoek: says the same to who may see nothing as where there is nothing', async () => {
    const nothing = textOf(await bot.say(sanne, 'zoek roerdomp'));
    for (const words of ['pietersen', 'K-2026-0001', '0001'])
      assert.equal(textOf(await bot.say(sanne, `zoek ${words}`)), nothing.replaceAll('roerdomp', words));
  });

  it('termijnen: every deadline of that day and how it was counted', async () => {
    const text = await answer(sanne, 'termijnen 24-12-2026');
    for (const part of [/artikel 5/, /artikel 6/, /artikel 7/, /artikel 8/, /Eerste Kerstdag|1e kerstdag/i])
      assert.match(text, part);
    assert.match(text, /donderdag 14 januari 2027/);
    assert.match(await answer(sanne, 'termijnen 31-02-2026'), /“31-02-2026” ken ik niet als datum/);
    assert.match(await answer(sanne, 'termijnen'), /maandag 23 november 2026/);
    assert.match(await answer(sanne, 'termijnen morgen'), /dinsdag 24 november 2026/);
    assert.match(await answer(sanne, 'termijnen 24 december'), /donderdag 24 december 2026/);
  });

  it('help, hallo and hoi: what the bot does for you, in your role', async () => {
    for (const word of ['help', 'hallo', 'hoi', 'Goedemorgen!', 'wat kun je?', 'menu', 'hulp'])
      assert.match(await answer(lars, word), /klachtenfunctionaris/);
    assert.match(await answer(fatima, 'help'), /vervangt de klachtenfunctionaris/);
    assert.match(await answer(willem, 'help'), /directie/);
    assert.deepEqual(buttonsOf(await bot.say(sanne, 'help')), [
      'Klacht registreren',
      'Mijn klachten',
      'Termijnen van vandaag',
    ]);
  });

  it('klacht with a sentence: the form with that sentence in it, as it was typed', async () => {
    const sentence = 'Er werd drie keer niet teruggebeld!\nNu wil hij weg.';
    for (const text of [`klacht ${sentence}`, `Nieuwe klacht: ${sentence}`, `registreer ${sentence}`]) {
      assert.equal(fieldsOf(await bot.say(joris, text))['Korte inhoud'], sentence, text);
    }
    const card = await bot.say(joris, `klacht ${'é'.repeat(2500)}`);
    assert.equal(fieldsOf(card)['Korte inhoud'], 'é'.repeat(2000));
    assert.match(textOf(card), /alleen het begin/);
  });

  it('anything else: offers what was likely meant, with the text kept', async () => {
    const typed = 'wat eten we **vandaag**?';
    const card = await bot.say(sanne, typed);
    assert.match(textOf(card), /wat eten we \*\*vandaag\*\*\?/);
    assert.match(
      textOf(card),
      /Kies hieronder wat je wilt doen\. Je tekst gaat mee bij “Klacht registreren”\./,
    );
    assert.deepEqual(buttonsOf(card), ['Klacht registreren', 'Mijn klachten']);
    const form = await bot.press(sanne, 'Klacht registreren');
    assert.equal(fieldsOf(form.card)['Korte inhoud'], typed);
    assert.deepEqual(buttonsOf(await bot.say(lars, 'Pietersen')), ['Zoeken', 'Klacht registreren']);
    assert.match((await bot.press(lars, 'Zoeken')).text, /Gevonden met “Pietersen”[\s\S]*K-2026-0001/);
    assert.deepEqual(buttonsOf(await bot.say(sanne, '/')), ['Klacht registreren', 'Mijn klachten']);
  });

  it('anything near a command: offers that command with what follows it', async () => {
    const pressed = async (person: string, text: string, title: string): Promise<string> => {
      const card = await bot.say(person, text);
      assert.equal(buttonsOf(card)[0], title, text);
      assert.match(textOf(card), /Bedoel je dit\?/);
      return (await bot.press(person, title)).text;
    };
    assert.match(await pressed(lars, 'zook pietersen', 'Zoek pietersen'), /K-2026-0001/);
    assert.match(await pressed(lars, 'zaek 1', 'Zaak K-2026-0001'), /^Klacht K-2026-0001/);
    assert.match(await pressed(sanne, 'termijn morgen', 'Termijnen morgen'), /dinsdag 24 november 2026/);
    assert.match(await pressed(sanne, 'mijn klacht', 'Mijn klachten'), /K-2026-0001/);
    assert.match(await pressed(sanne, 'klacth', 'Klacht registreren'), /Korte inhoud/);
    assert.doesNotMatch(await answer(sanne, 'klacth'), /gaat mee/);
  });

  it('takes a command in any case, with spaces and with a slash', async () => {
    for (const text of ['KLACHT', ' klacht ', '/klacht', 'Klacht!'])
      assert.ok('Korte inhoud' in fieldsOf(await bot.say(joris, text)), text);
    assert.match(await answer(sanne, 'MIJN   klachten'), /K-2026-0001/);
    assert.match(await answer(lars, '/ZAAK k-2026-0001'), /^Klacht K-2026-0001/);
  });

  it('has a way on from every button of the help card', async () => {
    for (const title of [
      'Mijn zaken',
      'Mijn klachten',
      'Termijnen van vandaag',
      'Afwezigheid',
      'Klacht registreren',
    ]) {
      await bot.say(lars, 'help');
      const { card, statusCode } = await bot.press(lars, title);
      assert.equal(statusCode, 200, title);
      assert.ok(card, title);
    }
  });

  it('points to the personal chat for everything else in a channel', async () => {
    for (const text of ['klacht', 'zaken', 'zaak K-2026-0001', 'mijn klachten', 'afwezig', 'bla'])
      assert.match(textOf(await bot.say(lars, text, channel)), /Open de persoonlijke chat met mij/, text);
    assert.match(textOf(await bot.say(lars, 'help', channel)), /Klachtenbot in dit kanaal/);
    for (const text of ['koppel', 'overzicht'])
      assert.match(textOf(await bot.say(lars, text)), /Dat hoort in een kanaal/, text);
    assert.doesNotMatch(await bot.everythingIn(channel), /Pietersen|teruggebeld/);
  });
});

describe('new complaints while Lars is away, as they typed', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  it('go to Fatima from the first day to the last', async () => {
    assert.match(
      textOf(await bot.say(sanne, 'afwezig')),
      /Dit is voor de klachtenfunctionaris en de vervangers/,
    );
    assert.match(textOf(await bot.say(lars, 'afwezig')), /dan zie je hier naar wie nieuwe klachten gaan/);
    const wrong = await bot.press(lars, 'Afwezigheid doorgeven', {
      'Eerste dag weg': '2026-11-25',
      'Laatste dag weg': '2026-11-24',
    });
    assert.match(wrong.text, /Kies een datum vanaf 25-11-2026/);
    const given = await bot.press(lars, 'Afwezigheid doorgeven', { 'Laatste dag weg': '2026-11-27' });
    assert.match(given.text, /Zolang je weg bent, gaan nieuwe klachten naar Fatima el Amrani\./);
    assert.match((await bot.register(joris)).text, /Wordt doorgegeven aan Lars Brouwer/);
    await bot.clock('2026-11-25T09:00');
    assert.match((await bot.register(joris)).text, /Wordt doorgegeven aan Fatima el Amrani \(vervanger\)/);
    await bot.clock('2026-11-30T09:00');
    assert.match((await bot.register(joris)).text, /Wordt doorgegeven aan Lars Brouwer/);
  });
});

describe('who searches many', () => {
  it('reads ten a page, the newest first, and the next with "Meer"', async () => {
    const bot = await aBot();
    try {
      for (let n = 1; n <= 12; n += 1) await bot.register(sanne);
      await bot.arrives(lars, /Klacht K-2026-0012/);
      const first = await bot.say(lars, 'zoek pietersen');
      assert.match(textOf(first), /K-2026-0012[\s\S]*K-2026-0003/);
      assert.doesNotMatch(textOf(first), /K-2026-0002/);
      assert.deepEqual(buttonsOf(first).slice(-2), ['Meer', 'Help']);
      const next = await bot.press(lars, 'Meer');
      assert.match(next.text, /K-2026-0002[\s\S]*K-2026-0001/);
      assert.doesNotMatch(next.text, /K-2026-0003/);
    } finally {
      await bot.end();
    }
  });
});
