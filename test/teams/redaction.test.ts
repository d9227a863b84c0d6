import assert from 'node:assert/strict';
import { outgoing } from '../../src/teams/notifications/outgoing.ts';
import { buttonsOf, textOf } from '../e2e/a-card.ts';
import { fatima, ingrid, joris, type lars, sanne, willem } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, type Chat } from './a-chat.ts';

const bsn = '111222333';
const says = { 'Hoort het nummer in het dossier?': 'true' };

/** A complaint with a number in its summary and in a note, there in groups. */
async function aCase(): Promise<Chat> {
  const chat = await aChat({ summary: `Haar BSN is ${bsn}.` });
  await chat.take('Notitie toevoegen', { Notitie: 'Nog eens 111.222.333' });
  await chat.press('Notitie toevoegen', says);
  return chat;
}

const asks = (chat: Chat, text = '111 222 333', Reden = 'Hoort niet in een dossier.') =>
  chat.take('Tekst onleesbaar maken', { 'Welke tekst?': text, Reden });

/** The question as it reaches somebody. */
async function arrives(chat: Chat, { id }: typeof lars) {
  const dossier = await chat.dossier();
  const message = dossier.outbox.findLast(
    ({ content, to }) => content.kind === 'redaction-request' && to.kind === 'person' && to.id === id,
  );
  return message && outgoing(message, dossier, chat.office);
}

const answers = async (chat: Chat, by: typeof lars, agrees: string) =>
  chat.pressAs(
    by,
    { verb: 'answer-redaction', data: { number: chat.number, version: await chat.version(), form: by.id } },
    { agrees },
  );

describe('“Tekst onleesbaar maken”', () => {
  afterEach(closeOffices);

  it('is pointed at where the summary holds a number that may be one, as the website keeps it', async () => {
    const chat = await aCase();
    await chat.open();
    assert.match(chat.text(), /In de korte inhoud staat een nummer dat een burgerservicenummer/);
    const other = await aChat();
    await other.open();
    assert.doesNotMatch(other.text(), /burgerservicenummer/);
  });

  it('says where the text stands before it is done, and what it does not reach', async () => {
    const chat = await aCase();
    await asks(chat);
    assert.match(chat.text(), /Ik vind die tekst op 2 plekken: registratie \(1\), notities \(1\)\./);
    assert.match(
      chat.text(),
      /Wat al is gemaild of gepost, haal ik niet terug, en in documenten kijk ik niet/,
    );
    assert.match(chat.text(), /Lars Brouwer vroeg op .* om een tekst onleesbaar te maken/);
    assert.match((await chat.complaint()).summary, /111222333/);
  });

  it('keeps what was typed, and says at the field what is wrong with it', async () => {
    for (const [text, reason, said] of [
      ['ab', 'Weg.', /te kort of te gewoon/],
      ['gemaakt', 'Weg.', /te kort of te gewoon/],
      ['Pietersen', 'Weg.', /een naam, een contactgegeven of het nummer/],
      ['K-2026-0001', 'Weg.', /een naam, een contactgegeven of het nummer/],
      ['1 april 2026', 'Weg.', /“Datum corrigeren”/],
      ['staat nergens', 'Weg.', /Ik vind deze tekst nergens/],
      [bsn, 'Want 111-222-333 hoort er niet.', /Haal de tekst die onleesbaar moet worden uit de reden/],
    ] as const) {
      const chat = await aCase();
      await asks(chat, text, reason);
      if (said.source.startsWith('Haal')) await chat.press('Tekst onleesbaar maken', says);
      assert.match(chat.text(), said, text);
      assert.equal(chat.fields()['Welke tekst?'], text);
      assert.equal((await chat.complaint()).redactionRequest, undefined);
    }
  });

  it('is asked of a second person, who reads the text only where they may see the dossier', async () => {
    const chat = await aCase();
    await asks(chat);
    for (const second of [fatima, willem, ingrid]) {
      const { card, summary } = (await arrives(chat, second)) ?? assert.fail();
      assert.match(
        textOf(card),
        /Lars Brouwer vroeg[\s\S]*Hoort niet in een dossier[\s\S]*een nummer van 9 cijfers/,
      );
      assert.match(textOf(card), /op 2 plekken/);
      assert.doesNotMatch(JSON.stringify(card) + summary, /111|Pietersen|Joris/);
      assert.deepEqual(buttonsOf(card), ['Onleesbaar maken beoordelen']);
    }
    assert.equal(await arrives(chat, joris), undefined);
    await chat.open();
    await chat.press('Onleesbaar maken beoordelen');
    assert.match(chat.text(), /jij kunt je verzoek intrekken[\s\S]*“111 222 333”/);
  });

  it('is done when they agree: everywhere, and the log says so', async () => {
    const chat = await aCase();
    await asks(chat);
    assert.match(textOf(await answers(chat, fatima, 'yes')), /de tekst is onleesbaar gemaakt/i);
    await chat.open();
    assert.match(chat.text(), /Haar BSN is \[onleesbaar gemaakt\]\./);
    assert.doesNotMatch(chat.text(), /dat een burgerservicenummer \(BSN\) kan zijn/);
    assert.match(chat.text(), /Een tekst onleesbaar gemaakt, op 2 plekken; twee mensen gingen akkoord/);
    assert.doesNotMatch(JSON.stringify(chat.card()), /111\D{0,2}222\D{0,2}333/);
    await asks(chat);
    assert.match(chat.text(), /Ik vind deze tekst nergens/);
  });

  it('is not done when they do not, and the request does not keep the text', async () => {
    const chat = await aCase();
    await asks(chat, 'Nog eens 111.222.333');
    assert.match(textOf(await answers(chat, ingrid, 'no')), /de tekst blijft staan/i);
    const { journal } = await chat.dossier();
    assert.doesNotMatch(JSON.stringify(journal.slice(-2)), /Nog eens/);
    await chat.open();
    assert.match(chat.text(), /Niet onleesbaar gemaakt: de tekst blijft staan/);
  });

  it('says who answered to the others whose card asked the same, and to nobody else', async () => {
    const chat = await aCase();
    await asks(chat);
    const version = await chat.version();
    await answers(chat, ingrid, 'no');
    for (const verb of ['ask-answer-redaction', 'answer-redaction']) {
      const press = (by: typeof lars) =>
        chat.pressAs(by, { verb, data: { number: chat.number, version, form: by.id } }, { agrees: 'yes' });
      for (const by of [fatima, willem])
        assert.match(textOf(await press(by)), /Ingrid [^.]*heeft dit al beantwoord: de tekst blijft staan/);
      for (const by of [joris, sanne]) assert.match(textOf(await press(by)), /het nummer bestaat niet/);
    }
  });

  it('asks who was asked for a statement anew, because their form may show the text', async () => {
    const chat = await aCase();
    await chat.take('Wederhoor vragen', { 'Waar gaat de klacht over?': `Over ${bsn}.` });
    await chat.press('Wederhoor vragen', says);
    const asked = async () =>
      (await chat.dossier()).outbox.filter(({ content }) => content.kind === 'statement-request');
    assert.equal((await asked()).length, 1);
    await asks(chat);
    await answers(chat, willem, 'yes');
    const again = await asked();
    assert.equal(again.length, 2);
    const { card } = await outgoing(again[1] ?? assert.fail(), await chat.dossier(), chat.office);
    assert.match(textOf(card), /Over \[onleesbaar gemaakt\]\./);
    assert.ok(again.every(({ to }) => to.kind === 'person' && to.id !== sanne.id));
  });
});
