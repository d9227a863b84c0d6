import assert from 'node:assert/strict';
import { removeRespondent } from '../../../src/procedure/articles/art04-corrections.ts';
import type { CommandOf } from '../../../src/procedure/model/commands.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { type Message, personIn } from '../../../src/register/model/message.ts';
import { itself, withEvents } from '../../../src/register/with-events.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { buttonOf, buttonsOf, textOf } from '../../e2e/a-card.ts';
import * as asked from '../../procedure/asked.ts';
import {
  acknowledge,
  addRespondent,
  answer,
  completeMeasure,
  moveMeasure,
  registration,
} from '../../procedure/asked.ts';
import { awayAtEaster, fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat } from '../a-chat.ts';
import { partsOf } from '../card-parts.ts';

/** The last message to somebody, as they read it. */
async function readBy(chat: Chat, { id }: Person) {
  const dossier = await chat.dossier();
  const message = dossier.outbox.findLast(({ to }) => personIn(to) === id) ?? assert.fail('nothing was told');
  const { card, summary } = await outgoing(message, dossier, chat.office);
  return { card, text: textOf(card), kind: message.content.kind, summary };
}

const promise = (owner: Person, what = 'Mevrouw Pietersen elke week bellen'): CommandOf<'answer'> =>
  answer({
    measures: [{ what, owner: owner.name, ownerId: owner.id, dueOn: '2026-04-20' }],
  });

describe('a measure, for who sees to it', () => {
  afterEach(closeOffices);

  async function promised(owner: Person): Promise<Chat> {
    const chat = await aChat();
    for (const step of [acknowledge(), promise(owner)]) await chat.ours.execute(step);
    return chat;
  }

  it('says what, until when and whom to ask, and nothing of the complaint and of who complains', async () => {
    const { text, kind, card, summary } = await readBy(await promised(sanne), sanne);
    assert.equal(kind, 'measure');
    assert.match(text, /“De klager elke week bellen”/);
    assert.match(text, /maandag 20 april 2026/);
    assert.match(text, /Lars Brouwer/);
    assert.doesNotMatch(`${text} ${summary} ${JSON.stringify(card)}`, /Pietersen|teruggebeld|Joris/);
    assert.deepEqual(buttonsOf(card), ['Klaar']);
  });

  it('is done with one press, once, and the handler hears it', async () => {
    const chat = await promised(sanne);
    const button = buttonOf((await readBy(chat, sanne)).card, 'Klaar');
    const pressed = await chat.pressAs(sanne, button);
    assert.match(textOf(pressed), /staat als klaar in het dossier/);
    assert.doesNotMatch(JSON.stringify(pressed), /Pietersen|teruggebeld|Joris/);
    assert.equal((await chat.complaint()).measures[0]?.doneOn, '2026-04-01');
    const [told, version] = [await readBy(chat, lars), await chat.version()];
    assert.match(told.text, /Sanne de Vries meldt dat dit klaar is/);
    assert.match(textOf(await chat.pressAs(sanne, button)), /staat als klaar in het dossier/);
    assert.equal(await chat.version(), version, 'Teams sends it twice');
  });

  it('that the handler has ticked off is done already', async () => {
    const chat = await promised(sanne);
    const button = buttonOf((await readBy(chat, sanne)).card, 'Klaar');
    await chat.ours.execute(completeMeasure());
    assert.match((await readBy(chat, sanne)).text, /als klaar in het dossier/);
    assert.match(textOf(await chat.pressAs(sanne, button)), /Dit was al vastgelegd/);
  });

  it('is nobody else’s: a copied button says what it says of a complaint that does not exist', async () => {
    const chat = await promised(sanne);
    const button = buttonOf((await readBy(chat, sanne)).card, 'Klaar');
    const absent = await aChat();
    const nothing = { ...button, data: { ...(button as { data: object }).data, number: 'K-2025-0009' } };
    for (const by of [fatima, willem, ingrid, joris])
      assert.equal(
        textOf(await chat.pressAs(by, button)),
        textOf(await absent.pressAs(by, nothing)),
        by.name,
      );
    assert.equal((await chat.complaint()).measures[0]?.doneOn, undefined);
  });

  it('says one thing of the reminders, and once its day has passed that it should have been done', async () => {
    const chat = await promised(sanne);
    assert.match(
      (await readBy(chat, sanne)).text,
      /uiterlijk maandag 20 april 2026 klaar zijn\. Is het klaar\? Druk dan op “Klaar”: dat komt in het dossier\. Zolang het niet klaar is, herinner ik je eraan\./,
    );
    await chat.ours.sweepAt('2026-04-21T09:00');
    chat.ours.moveTo('2026-04-21T09:00');
    const dossier = await chat.dossier();
    const isHers = ({ content, to }: Message) => content.kind === 'reminder' && personIn(to) === sanne.id;
    const { card } = await outgoing(dossier.outbox.findLast(isHers) ?? assert.fail(), dossier, chat.office);
    assert.match(textOf(card), /had uiterlijk maandag 20 april 2026 klaar moeten zijn\./);
  });

  it('that gets a new day tells who sees to it, whose reminders and card follow that day', async () => {
    const chat = await promised(sanne);
    await chat.ours.execute(moveMeasure({ to: '2026-05-08', reason: 'Nog niet af.' }));
    const { text } = await readBy(chat, sanne);
    assert.match(text, /een nieuwe dag voor jouw maatregel/);
    assert.match(
      text,
      /Het moet nu uiterlijk vrijdag 8 mei 2026 klaar zijn\. Eerder was het beloofd voor maandag 20 april 2026\./,
    );
    assert.match(textOf(await chat.open()), /Eerder beloofd voor maandag 20 april 2026/);
    assert.doesNotMatch(text, /Nog niet af/);
    const reminders = async () =>
      (await chat.dossier()).outbox.filter(
        ({ content, to }) => content.kind === 'reminder' && personIn(to) === sanne.id,
      );
    await chat.ours.sweepAt('2026-04-21T09:00');
    assert.deepEqual(await reminders(), []);
    await chat.ours.sweepAt('2026-05-08T09:00');
    assert.equal((await reminders()).length, 1);
  });

  it('that gets a new day is said to be told to who sees to it, where that is somebody else', async () => {
    for (const [owner, said] of [
      [sanne, true],
      [lars, false],
    ] as const) {
      const chat = await promised(owner);
      await chat.take('Nieuwe dag voor maatregel', { 'Nieuwe dag': '2026-05-08', Reden: 'Nog niet af.' });
      assert.equal(chat.text().includes('krijgt daarvan bericht'), said, owner.name);
    }
  });

  it('is the primary button of the handler while it is due first, whatever else the stage would ask', async () => {
    const chat = await promised(sanne);
    const primary = async () =>
      partsOf(await chat.open()).find(({ style, verb }) => verb && style === 'positive')?.title;
    assert.equal(await primary(), 'Maatregel afvinken', 'before its day too: nothing else is due first');
    chat.ours.moveTo('2026-04-20T09:00');
    assert.equal(await primary(), 'Maatregel afvinken');
    await chat.ours.execute(completeMeasure({ on: '2026-04-20' }));
    assert.notEqual(await primary(), 'Maatregel afvinken');
  });

  it('leaves the recording to the handler, for a respondent', async () => {
    const { text, card } = await readBy(await promised(joris), joris);
    assert.deepEqual(buttonsOf(card), []);
    assert.match(text, /Laat het dan weten aan Lars Brouwer/);
  });

  it('leaves a respondent to who handles it today, to nobody where nobody may, and promises no button that they lost', async () => {
    const chat = await promised(joris);
    await chat.ours.setAbsence(lars, awayAtEaster(lars));
    assert.match(
      (await readBy(chat, joris)).text,
      /Laat het dan weten aan Fatima el Amrani, die het vastlegt/,
    );
    const hers = await promised(sanne);
    const button = buttonOf((await readBy(hers, sanne)).card, 'Klaar');
    await hers.ours.execute(addRespondent({ respondent: sanne }));
    assert.match(
      textOf(await hers.pressAs(sanne, button)),
      /Er is niets vastgelegd\. Vastleggen dat het klaar is, doet wie de klacht behandelt\./,
    );
    const others = [fatima, willem, ingrid, lars];
    for (const respondent of others) await chat.ours.execute(addRespondent({ respondent }));
    const { text } = await readBy(chat, joris);
    assert.match(text, /Vastleggen dat het klaar is, doet wie de klacht behandelt\./);
    assert.doesNotMatch(text, /Laat het dan weten aan|“Klaar”|niemand mag|artikel 5/);
  });
});

describe('the card of a handler', () => {
  afterEach(closeOffices);

  const why = async (chat: Chat, to: Person): Promise<string> => {
    const { text } = await readBy(chat, to);
    return /Hieronder staat wat de regeling van je vraagt\.([^\n]*)/.exec(text)?.[1] ?? '';
  };

  it('says why it is with them: nothing for the officer, of what is new', async () => {
    assert.equal(await why(await aChat(), lars), '');
  });

  it('says so where it is about the officer', async () => {
    assert.match(
      await why(await aChat({ respondents: [lars] }), fatima),
      /omdat de klacht over Lars Brouwer gaat\./,
    );
  });

  it('says once what holds for several, and of each another reason by itself', async () => {
    assert.match(
      await why(await aChat({ respondents: [lars, fatima] }), willem),
      /omdat de klacht over Lars Brouwer en Fatima el Amrani gaat\./,
    );
  });

  it('says so where the officer is away, and the substitute too', async () => {
    const chat = await aChat();
    const { from, until } = awayAtEaster(lars);
    for (const one of [lars, fatima]) await chat.ours.setAbsence(one, { from, until });
    const { id } = await chat.ours.file(registration, 'another', sanne);
    const dossier = (await chat.ours.dossier(id)) ?? assert.fail();
    const message = dossier.outbox.find(({ content }) => content.kind === 'case') ?? assert.fail();
    const { card } = await outgoing(message, dossier, chat.office);
    assert.match(textOf(card), /omdat Lars Brouwer en Fatima el Amrani afwezig zijn\./);
  });

  it('gives the reason of handing over', async () => {
    const chat = await aChat();
    await chat.ours.execute(asked.handOver({ reason: 'Ik ken de klager.' }));
    assert.match(await why(chat, fatima), /Reden van de overdracht: Ik ken de klager\./);
  });

  it('says that it is now about who had it, with the reason', async () => {
    const chat = await aChat();
    await chat.ours.execute(asked.addRespondent({ respondent: lars, reason: 'Hij belde zelf.' }));
    assert.match(
      await why(chat, fatima),
      /Lars Brouwer behandelde deze klacht, maar ze gaat nu ook over hem of haar\. Reden: Hij belde zelf\./,
    );
  });

  it('gives the reason of the correction after which somebody may handle it', async () => {
    const chat = await aChat({ respondents: [lars, fatima, willem, ingrid] });
    const { respondents } = await chat.complaint();
    assert.equal(respondents.length, 4);
    await chat.ours.amendDossier(chat.number, (dossier) => {
      const context = chat.ours.context();
      const command = asked.removeRespondent({ respondent: fatima.id, reason: 'Verkeerd gekozen.' });
      return withEvents(dossier, removeRespondent(dossier.complaint, command, context), {
        by: itself,
        context,
      });
    });
    assert.match(await why(chat, fatima), /gaat niet meer over Fatima el Amrani.*Reden: Verkeerd gekozen\./);
  });
});
