import assert from 'node:assert/strict';
import { offeredFile } from '../../src/teams/files/file-consent.ts';
import { outgoing } from '../../src/teams/notifications/outgoing.ts';
import { buttonsOf, textOf } from '../e2e/a-card.ts';
import { wordText } from '../letters/word-text.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, type Chat } from './a-chat.ts';

const secrets = /Pietersen|teruggebeld|Joris/;

async function aClosedCase(): Promise<Chat> {
  const chat = await aChat();
  await chat.take('Klacht ingetrokken', { Reden: 'Het is opgelost.' });
  return chat;
}

/** Lars has asked to erase the dossier. */
async function anErasureAsked(): Promise<Chat> {
  const chat = await aClosedCase();
  await chat.take('Persoonsgegevens wissen', { Reden: 'De bewaartermijn is niet nodig.' });
  return chat;
}

/** The message of that kind as it reaches somebody. */
async function arrives(chat: Chat, kind: string, id: string) {
  const dossier = await chat.dossier();
  const message = dossier.outbox.findLast(
    ({ content, to }) => content.kind === kind && to.kind === 'person' && to.id === id,
  );
  return message && outgoing(message, dossier, chat.office);
}

const press = (chat: Chat, verb: string, by: typeof lars, version?: number, agrees?: string) =>
  chat.pressAs(
    by,
    { verb, data: { number: chat.number, version, form: `${verb} ${by.id} ${version}` } },
    agrees ? { agrees } : {},
  );

describe('asking to erase', () => {
  afterEach(closeOffices);

  it('says what goes, what stays and that a second person must agree, and shows in the dossier', async () => {
    const chat = await aClosedCase();
    await chat.open();
    await chat.press('Persoonsgegevens wissen');
    assert.match(chat.text(), /Weg gaan namen[\s\S]*Er blijven nummer[\s\S]*Iemand anders moet akkoord gaan/);
    await chat.press('Persoonsgegevens wissen', { Reden: 'De klager vraagt erom.' });
    assert.match(chat.text(), /Lars Brouwer vroeg op woensdag 1 april 2026 om de persoonsgegevens te wissen/);
    assert.match(chat.text(), /Gevraagd om de persoonsgegevens te wissen/);
  });

  it('reaches a second person with the number, who asks and why, and nothing of the complaint', async () => {
    const chat = await anErasureAsked();
    for (const { id } of [fatima, willem, ingrid]) {
      const { card, summary } = (await arrives(chat, 'erasure-request', id)) ?? assert.fail();
      assert.match(textOf(card), /K-2026-0001[\s\S]*Lars Brouwer vroeg[\s\S]*De bewaartermijn is niet nodig/);
      assert.doesNotMatch(JSON.stringify(card) + summary, secrets);
      assert.deepEqual(buttonsOf(card), ['Wissen beoordelen']);
    }
  });
});

describe('the second person', () => {
  afterEach(closeOffices);

  it('agrees, without having seen the dossier, and it is gone for everybody', async () => {
    const chat = await anErasureAsked();
    const version = await chat.version();
    assert.match(textOf(await press(chat, 'ask-answer-erasure', fatima)), /Ja, wissen/);
    assert.match(textOf(await press(chat, 'answer-erasure', fatima, version, 'yes')), /is gewist/);
    for (const by of [lars, fatima, willem, joris, sanne]) {
      for (const verb of [
        'case',
        'ask-set-hold',
        'set-hold',
        'ask-answer-erasure',
        'answer-erasure',
        'disclose',
        'ask-download',
      ]) {
        const said = textOf(await press(chat, verb, by, version + 1, 'yes'));
        assert.match(said, /het nummer bestaat niet/, verb);
      }
    }
  });

  it('declines, and it stays; who may not see it sees nothing of it', async () => {
    const chat = await anErasureAsked();
    const card = await press(chat, 'answer-erasure', willem, await chat.version(), 'no');
    assert.match(textOf(card), /blijven bewaard/);
    assert.doesNotMatch(JSON.stringify(card), secrets);
    assert.match(textOf(await chat.open()), /Niet gewist/);
  });

  it('must choose', async () => {
    const chat = await anErasureAsked();
    const card = await press(chat, 'answer-erasure', fatima, await chat.version(), 'misschien');
    assert.match(textOf(card), /Kies of de gegevens gewist mogen worden/);
  });

  it('sees the request as it is now when their card is of an older one', async () => {
    const chat = await anErasureAsked();
    const old = await chat.version();
    await press(chat, 'answer-erasure', lars, old, 'no');
    await chat.take('Persoonsgegevens wissen', { Reden: 'Een andere reden.' });
    const said = textOf(await press(chat, 'answer-erasure', fatima, old, 'yes'));
    assert.match(said, /Deze kaart is verouderd[\s\S]*Een andere reden/);
    assert.equal((await chat.complaint()).erased, undefined);
  });

  it('reads why nothing is erased while it is on hold', async () => {
    const chat = await anErasureAsked();
    const version = await chat.version();
    await chat.take('Bewaren voor procedure', { Reden: 'Er loopt een rechtszaak.' });
    const card = await press(chat, 'answer-erasure', fatima, version, 'yes');
    assert.match(textOf(card), /bewaard voor een juridische procedure/);
    assert.doesNotMatch(JSON.stringify(card), secrets);
  });

  it('is never somebody it was not put to', async () => {
    const chat = await anErasureAsked();
    for (const by of [joris, sanne]) {
      for (const verb of ['ask-answer-erasure', 'answer-erasure']) {
        const card = await press(chat, verb, by, await chat.version(), 'yes');
        assert.match(textOf(card), /het nummer bestaat niet/);
      }
    }
  });
});

describe('who made the request', () => {
  afterEach(closeOffices);

  it('can take it back and not agree', async () => {
    const chat = await anErasureAsked();
    await chat.open();
    await chat.press('Wissen beoordelen');
    assert.doesNotMatch(chat.text(), /Ja, wissen/);
    assert.deepEqual(buttonsOf(chat.card()), ['Wissen beoordelen', 'Terug']);
    assert.match(
      textOf(await press(chat, 'answer-erasure', lars, await chat.version(), 'yes')),
      /twee mensen/,
    );
    await chat.press('Wissen beoordelen', { Akkoord: 'Nee, bewaren' });
    assert.match(chat.text(), /Er is niets gewist/);
    assert((await chat.complaint()).erasureRequest === undefined);
  });
});

describe('keeping a dossier for a procedure', () => {
  afterEach(closeOffices);

  it('shows since when and why, and until when it is kept otherwise', async () => {
    const chat = await aClosedCase();
    assert.match(textOf(await chat.open()), /Op dinsdag 1 april 2031 worden de persoonsgegevens gewist/);
    await chat.take('Bewaren voor procedure', { Reden: 'Er loopt een rechtszaak.' });
    assert.match(chat.text(), /bewaard voor een procedure: er wordt niets gewist. Er loopt een rechtszaak/);
    assert.doesNotMatch(chat.text(), /worden de persoonsgegevens gewist/);
    await chat.take('Bewaren opheffen');
    assert.match(chat.text(), /De bewaartermijn geldt weer/);
  });
});

describe('the warning two weeks ahead', () => {
  afterEach(closeOffices);

  it('is the dossier with the day and the button to stop it', async () => {
    const chat = await aClosedCase();
    await chat.ours.sweepAt('2031-03-18T09:00');
    const { card, summary } = (await arrives(chat, 'erasure-warning', lars.id)) ?? assert.fail();
    assert.match(
      textOf(card),
      /Op dinsdag 1 april 2031 worden de persoonsgegevens in dossier K-2026-0001 gewist/,
    );
    assert(buttonsOf(card).includes('Bewaren voor procedure'));
    assert.doesNotMatch(summary, secrets);
  });

  it('tells who may not see the dossier no more than the number and whom to ask', async () => {
    const chat = await aClosedCase();
    const dossier = await chat.dossier();
    const [first] = dossier.outbox;
    assert(first);
    const to = { kind: 'person', id: fatima.id } as const;
    const content = { kind: 'erasure-warning', on: '2031-04-01' } as const;
    const { card } = await outgoing({ ...first, to, content }, dossier, chat.office);
    assert.match(textOf(card), /Vraag dan de klachtenfunctionaris/);
    assert.doesNotMatch(JSON.stringify(card), secrets);
  });
});

describe('"Inzage"', () => {
  afterEach(closeOffices);

  it('is a button of Lars and the handler', async () => {
    const chat = await aClosedCase();
    assert(buttonsOf(await chat.open()).includes('Inzage'));
    assert.match(textOf(await chat.press('Inzage')), /Het overzicht voor de klager staat klaar/);
  });

  it('is refused to a board member who may see the dossier to decide', async () => {
    const chat = await aChat();
    for (const [title, filled] of [
      ['Ontvangst bevestigen', {}],
      [
        'Antwoord versturen',
        {
          Standpunt: 'S',
          Oordeel: 'Gegrond',
          'Voorgestelde oplossing': 'V',
          'Waarom zijn niet beide kanten gehoord?': 'Spoed',
        },
      ],
      ['Klager is het niet eens', { Inhoud: 'Nee' }],
      ['Klager ziet af van gesprek', {}],
    ] as const) {
      await chat.take(title, filled);
    }
    assert(!buttonsOf(await chat.open(willem)).includes('Inzage'));
    assert.match(textOf(await press(chat, 'disclose', willem)), /klachtverantwoordelijke/);
  });

  it('holds what is about the complainant, and no notes, nor what a respondent said', async () => {
    const chat = await aChat();
    await chat.take('Notitie toevoegen', { Notitie: 'INTERN' });
    await chat.take('Wederhoor vragen', { 'Wie vraag je om een verklaring?': joris.id });
    await chat.pressAs(
      joris,
      { verb: 'give-statement', data: { number: chat.number, form: 'j' } },
      { statement: 'VERWEER' },
    );
    await chat.take('Verklaring vastleggen', { 'Van wie': 'Klager', Verklaring: 'Ik heb drie keer gebeld.' });
    await chat.take('Ontvangst bevestigen', { Brief: 'Geachte mevrouw,\nDank u.' });
    const file = await offeredFile({ number: chat.number, letter: 'disclosure' }, lars, chat.office);
    assert.ok('bytes' in file);
    assert.equal(file.name, 'K-2026-0001-inzage.docx');
    const text = wordText(Buffer.from(file.bytes));
    for (const said of [
      'Inzage in klacht K-2026-0001',
      'Naam: Mevrouw Pietersen',
      'Korte inhoud: Er werd drie keer niet teruggebeld.',
      'Schriftelijk antwoord (artikel 6): uiterlijk woensdag 22 april 2026',
      '01-04-2026: Ontvangst bevestigd op woensdag 1 april 2026',
      'Op woensdag 1 april 2026: Ik heb drie keer gebeld.',
      'Geachte mevrouw,\nDank u.',
      'Niet in dit overzicht staat wat over anderen gaat',
      'Autoriteit Persoonsgegevens',
    ]) {
      assert(text.includes(said), `${said} is not in:\n${text}`);
    }
    for (const hidden of ['INTERN', 'VERWEER', 'Joris', 'Lars', 'Sanne', 'Notitie'])
      assert(!text.includes(hidden), hidden);
    await assert.rejects(offeredFile({ number: chat.number, letter: 'disclosure' }, fatima, chat.office));
  });
});
