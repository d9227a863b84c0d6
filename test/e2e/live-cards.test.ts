import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { mailServer } from '../mail/mail-server.ts';
import { type ABot, aBot, aComplaint, fatima, idOf, ingrid, joris, lars, sanne, willem } from './a-bot.ts';
import { buttonsOf, type Card, type Filled, textOf } from './a-card.ts';

const K1 = 'K-2026-0001';
const reachable = { ...aComplaint, 'E-mailadres': 'a.pietersen@voorbeeld.nl' };
const byHand = { 'Wijze van verzending': 'Overhandigd' };
const everybody = [lars, willem, ingrid, sanne];

/** Tells whether a card shows the dossier: a line in its place has no log. */
const isWhole = (card: Card | undefined): boolean => /\nLogboek\n/.test(textOf(card));

/** A card without what stands above the dossier: what it says of itself, and not of the dossier. */
const withoutNotice = ({ body, ...card }: Card, without: readonly string[] = []) => ({
  ...card,
  body: (body as { style?: string; type: string; id?: string }[]).filter(
    ({ type, style, id = '' }) => !without.includes(id) && (type !== 'Container' || style === undefined),
  ),
});

/** What a card folds away and shortens where it would be too large: a notice above it leaves less room for that. */
const shortenedIn = (cards: readonly Card[]): string[] =>
  cards.some((card) => /oudere regels staan hier niet|zijn hier ingekort|…"/.test(JSON.stringify(card)))
    ? ['records', 'journal', 'messages']
    : [];

describe('cards that follow what happens', () => {
  let bot: ABot;
  afterEach(() => bot?.end());

  const wholeIn = async (person: string) => (await bot.said(person)).filter(({ card }) => isWhole(card));
  const newest = async (person: string) => textOf((await wholeIn(person)).at(-1)?.card);

  /** Waits until it is so. */
  async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      if (await isSo()) return;
      await pause(50);
    }
    assert.fail(`${what}\n${(await Promise.all(everybody.map(newest))).join('\n---\n')}`);
  }
  const reads = (person: string, words: RegExp) =>
    until(`the card of ${person} does not read ${words}`, async () => words.test(await newest(person)));

  /** Waits until nothing has changed in any chat for a while that is longer than changes are collected. */
  async function quiet(): Promise<void> {
    const chats = async () => JSON.stringify((await bot.state()).conversations);
    for (let before = await chats(); ; ) {
      await pause(1_500);
      const now = await chats();
      if (now === before) return;
      before = now;
    }
  }

  const fault = (over: object) =>
    bot.post('/tryout/faults', { personId: idOf(lars), status: 503, code: 'Busy', times: 10_000, ...over });

  async function takes(person: string, step: string, filled: Filled = {}): Promise<void> {
    await bot.press(person, step);
    const { text } = await bot.press(person, step, filled);
    assert.doesNotMatch(text, /verbeter de velden|Dit kan niet|verouderd/, `${step}: ${text}`);
  }

  /** Has Joris asked for a statement, so that he can change the dossier of Lars. */
  async function asked(): Promise<void> {
    await bot.register(sanne, { ...reachable, 'Over wie gaat de klacht?': idOf(joris) });
    await bot.arrives(lars, /is nu bij jou/);
    await takes(lars, 'Wederhoor vragen');
    await bot.arrives(joris, /Jouw kant van het verhaal/);
  }
  const states = () => bot.press(joris, 'Verklaring versturen', { 'Mijn verklaring': 'Ik was ziek.' });

  it('says that a letter was accepted, and shows the next step, without a word of Lars', async () => {
    const server = mailServer();
    await server.up();
    try {
      bot = await aBot({ SMTP_URL: server.url(), MAIL_FROM: 'klachten@ballance.example' });
      await bot.register(sanne, reachable);
      await bot.arrives(lars, /is nu bij jou/);
      await takes(lars, 'Ontvangst bevestigen');
      await reads(lars, /Uiterlijk maandag 14 december 2026 \(artikel 6\)/);
      assert.doesNotMatch(await newest(lars), /wacht op de mailserver|De brief gaat nu/);
      assert.equal(buttonsOf((await wholeIn(lars)).at(-1)?.card)[0], 'Antwoord versturen');
      assert.equal((await wholeIn(lars)).length, 1);
    } finally {
      await server.down();
    }
  });

  it('says on the receipt within five seconds that it was passed on; after erasure no chat shows who or what it was', async () => {
    bot = await aBot();
    await bot.register(sanne, reachable);
    await bot.arrives(lars, /is nu bij jou/);
    const [at, receipt] = [performance.now(), (await bot.said(sanne)).at(-1)?.id];
    const read = async () => textOf((await bot.said(sanne)).find(({ id }) => id === receipt)?.card);
    await until('the receipt is behind', async () => /Doorgegeven aan Lars/.test(await read()));
    assert.ok(performance.now() - at < 5_000);
    assert.match(await read(), /Aanvullen/);
    await takes(lars, 'Klacht ingetrokken', { Reden: 'Uitgepraat.' });
    await until('“Aanvullen” stays', async () => !/Aanvullen/.test(await read()));
    await takes(lars, 'Persoonsgegevens wissen', { Reden: 'De klager vraagt erom.' });
    await bot.arrives(fatima, /Wissen beoordelen/);
    await bot.press(fatima, 'Wissen beoordelen');
    await bot.press(fatima, 'Wissen beoordelen', { Akkoord: 'Ja, wissen' });
    const shown = async () =>
      (await Promise.all([...everybody, fatima].map((person) => bot.everythingIn(person)))).join('\n');
    await until('a chat shows what was erased', async () => !/Pietersen|teruggebeld/.test(await shown()));
    assert.match(await bot.everythingIn(sanne), /is gewist/);
  });

  it('shows a respondent what they wrote until the dossier is erased', async () => {
    bot = await aBot();
    await asked();
    await states();
    assert.match(await bot.everythingIn(joris), /Je verklaring is ontvangen[\s\S]*Ik was ziek/);
    await bot.arrives(lars, /heeft een verklaring gegeven/);
    await takes(lars, 'Klacht ingetrokken', { Reden: 'Uitgepraat.' });
    await takes(lars, 'Persoonsgegevens wissen', { Reden: 'De klager vraagt erom.' });
    await bot.arrives(fatima, /Wissen beoordelen/);
    await bot.press(fatima, 'Wissen beoordelen');
    await bot.press(fatima, 'Wissen beoordelen', { Akkoord: 'Ja, wissen' });
    await until('Joris reads what was erased', async () => !/ziek/.test(await bot.everythingIn(joris)));
    assert.match(await bot.everythingIn(joris), /is gewist/);
  });

  it('does not say of the card in hand that it waits; and tells when the receiver was told', async () => {
    bot = await aBot();
    await bot.register(sanne);
    const { card } = await bot.arrives(lars, /is nu bij jou/);
    assert.match(textOf(card), /De kaart van deze klacht voor Lars Brouwer: \nbezorgd/);
    await reads(lars, /Bericht dat de klacht is doorgegeven voor Sanne de Vries: \nbezorgd/);
    assert.match(await newest(lars), /Zaak K-2026-0001 is nu bij jou/);
  });

  it('counts the days that are left anew at midnight, for who does nothing', async () => {
    bot = await aBot();
    await bot.register(sanne);
    await reads(lars, /Nog 5 werkdagen/);
    await bot.clock('2026-11-24T00:05');
    await reads(lars, /Nog 4 werkdagen/);
    assert.match(await newest(lars), /Zaak K-2026-0001 is nu bij jou/);
  });

  it('leaves an open form alone, which says when it is sent who did what meanwhile', async () => {
    bot = await aBot();
    await asked();
    await bot.press(lars, 'Notitie toevoegen');
    const form = (await bot.said(lars)).at(-1);
    await states();
    await bot.arrives(lars, /heeft een verklaring gegeven/);
    await quiet();
    assert.deepEqual((await bot.said(lars)).find(({ id }) => id === form?.id)?.card, form?.card);
    const { text } = await bot.press(lars, 'Notitie toevoegen', { Notitie: 'Gebeld.' }, form);
    assert.match(text, /Joris Bakker: Verklaring van Joris Bakker/);
    assert.match(text, /Wat je typte staat er nog/);
    await bot.press(
      lars,
      'Notitie toevoegen',
      {},
      (await bot.said(lars)).find(({ id }) => id === form?.id),
    );
    await until('two cards show the dossier', async () => (await wholeIn(lars)).length === 1);
  });

  it('catches up after Teams was busy or down', async () => {
    bot = await aBot();
    await asked();
    for (const [i, over] of [{ status: 429, retryAfter: 1, times: 3 }, { times: 4 }].entries()) {
      await quiet();
      await fault(over);
      await bot.press(joris, 'Verklaring versturen', { 'Mijn verklaring': `Nummer ${i}` }).catch(() => {});
      await bot.say(lars, `zaak ${K1}`);
      await until('older cards show the dossier', async () => (await wholeIn(lars)).length === 1);
    }
  });

  it('catches up after a crash', async () => {
    bot = await aBot();
    await asked();
    await quiet();
    await fault({});
    await states();
    assert.doesNotMatch(await newest(lars), /Verklaring van Joris Bakker, /);
    await bot.startAgain();
    await reads(lars, /Verklaring van Joris Bakker, /);
  });

  it('shows everybody in every chat what they would get now, one card a dossier, in a whole course', async () => {
    bot = await aBot();
    await bot.register(sanne, reachable);
    await bot.arrives(lars, /is nu bij jou/);
    const steps: [who: string, step: string, filled: Filled, on?: string][] = [
      [lars, 'Ontvangst bevestigen', byHand],
      [
        lars,
        'Antwoord versturen',
        {
          Standpunt: 'Wij zien het anders.',
          Oordeel: 'Ongegrond',
          'Waarom zijn niet beide kanten gehoord?': 'Het gesprek is opgenomen.',
          ...byHand,
        },
        '2026-11-25T10:00',
      ],
      [lars, 'Klager is het niet eens', { Inhoud: 'Niet waar.' }, '2026-12-01T10:00'],
      [lars, 'Klager ziet af van gesprek', {}, '2026-12-02T10:00'],
      [lars, 'Notitie toevoegen', { Notitie: 'De directie is gebeld.' }],
      [
        willem,
        'Definitieve beslissing',
        { Beslissing: 'Ongegrond.', Motivering: 'De opname.', Oordeel: 'Ongegrond', ...byHand },
        '2026-12-03T10:00',
      ],
    ];
    for (const [who, step, filled, on] of steps) {
      if (on) await bot.clock(on);
      if (step === 'Definitieve beslissing') await bot.press(ingrid, step);
      await takes(who, step, filled);
      await quiet();
      for (const person of everybody) {
        const [shown, ...more] = await wholeIn(person);
        assert.deepEqual(more, [], `${person} after ${step}`);
        if (!shown?.card) continue;
        const asked = await bot.say(person, `zaak ${K1}`);
        const folded = shortenedIn([shown.card, asked]);
        assert.deepEqual(
          withoutNotice(shown.card, folded),
          withoutNotice(asked, folded),
          `${person} after ${step}`,
        );
      }
    }
    const form = (await bot.said(ingrid)).findLast(({ card }) => /Motivering/.test(textOf(card)));
    const { text } = await bot.press(
      ingrid,
      'Definitieve beslissing',
      { Beslissing: 'Gegrond.', Motivering: 'Toch wel.', Oordeel: 'Gegrond', ...byHand },
      form,
    );
    assert.match(text, /Willem Jansen nam op donderdag 3 december 2026 de definitieve beslissing/);
    assert.match(text, /Toch wel\./);
  });

  it('tells Ingrid that Willem decided, in the place of the card that asked her', async () => {
    bot = await aBot();
    await bot.register(sanne, reachable);
    await bot.arrives(lars, /is nu bij jou/);
    await takes(lars, 'Antwoord versturen', {
      Standpunt: 'Wij zien het anders.',
      Oordeel: 'Ongegrond',
      'Waarom zijn niet beide kanten gehoord?': 'Het gesprek is opgenomen.',
      ...byHand,
    });
    await bot.clock('2026-12-01T10:00');
    await takes(lars, 'Klager is het niet eens', { Inhoud: 'Niet waar.' });
    await takes(lars, 'Klager ziet af van gesprek');
    await bot.arrives(ingrid, /definitieve beslissing/);
    await bot.arrives(willem, /definitieve beslissing/);
    const before = (await wholeIn(ingrid)).at(-1);
    await takes(willem, 'Definitieve beslissing', {
      Beslissing: 'Ongegrond.',
      Motivering: 'De opname.',
      Oordeel: 'Ongegrond',
      ...byHand,
    });
    await until('Ingrid keeps the card', async () => (await wholeIn(ingrid)).length === 0);
    const line = (await bot.said(ingrid)).find(({ id }) => id === before?.id)?.card;
    assert.match(textOf(line), /Willem Jansen nam op dinsdag 1 december 2026 de definitieve beslissing/);
    const { text } = await bot.press(ingrid, 'Definitieve beslissing', {}, before);
    assert.match(text, /Willem Jansen nam op dinsdag 1 december 2026 de definitieve beslissing/);
  });
});
