import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, idOf, joris, lars, sanne } from './a-bot.ts';
import { buttonOf, type Card, fieldsOf, filledIn, parts, textOf } from './a-card.ts';
import { fetchedWindow, openedWindow, submitsOf } from './a-window.ts';

describe('a dialog', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  /** The card that somebody's latest message has become, once it reads so. */
  async function becomes(person: string, words: RegExp): Promise<Card> {
    for (let tries = 0; tries < 250; tries++, await pause(20)) {
      const card = (await bot.cards(person)).at(-1);
      if (card && words.test(textOf(card))) return card;
    }
    throw new Error(`The last card of ${person} never reads ${words}.`);
  }

  const step = story('registers and takes steps as the form in the chat does');

  step('opens from a new form at once, though nothing that is required was filled in', async () => {
    await bot.say(sanne, 'klacht');
    const dialog = await openedWindow(bot, sanne);
    assert.equal(dialog.type(), 'continue');
    assert.equal(dialog.title(), 'Klacht registreren');
    assert.equal(dialog.fields()['Datum van ontvangst'], '2026-11-23');
    assert.deepEqual(dialog.buttons(), ['Klacht registreren']);
    assert.ok(parts(dialog.card()).every(({ type }) => type !== 'Action.Execute'));
  });

  step('opens from a form that came back with what was typed so far', async () => {
    const respondent = { 'Over wie gaat de klacht?': idOf(joris) };
    await bot.press(sanne, 'Klacht registreren', { ...aComplaint, ...respondent, Herkomst: '' });
    const dialog = await openedWindow(bot, sanne, { 'Korte inhoud': 'Niemand belt terug.' });
    assert.equal(dialog.fields()['Korte inhoud'], 'Niemand belt terug.');
    assert.equal(dialog.fields()['Naam van de klager'], 'Mevrouw Pietersen');
    assert.equal(dialog.fields()['Over wie gaat de klacht?'], idOf(joris));
    assert.ok(choicesIn(dialog.card(), 'respondents').includes(joris), 'the name of who was picked is gone');
  });

  step('shows what is wrong, and keeps what was typed', async () => {
    await bot.say(sanne, 'klacht');
    const dialog = await openedWindow(bot, sanne);
    const text = await dialog.press('Klacht registreren', {
      'Korte inhoud': 'Niemand belt terug.',
      'E-mailadres': 'geen adres',
      Vestiging: 'Arnhem',
    });
    assert.equal(dialog.type(), 'continue');
    assert.match(text, /Vul de naam van de klager in/);
    assert.match(text, /Dit is geen e-mailadres/);
    assert.match(text, /Nog niet verstuurd/);
    assert.equal(dialog.fields().Vestiging, 'Arnhem');
    assert.equal(dialog.fields()['Korte inhoud'], 'Niemand belt terug.');
  });

  step(
    'registers once it is right, shows the number, and the form in the chat makes place for it',
    async () => {
      const dialog = await openedWindow(bot, sanne);
      await dialog.press('Klacht registreren');
      const text = await dialog.press('Klacht registreren', aComplaint);
      assert.match(text, /Klacht K-2026-0001 is geregistreerd[\s\S]*Wordt doorgegeven aan Lars Brouwer/);
      assert.deepEqual(dialog.buttons(), []);
      await becomes(sanne, /Klacht K-2026-0001 is geregistreerd/);
      assert.equal((await bot.said(sanne)).length, 2);
      await bot.arrives(lars, /Klacht K-2026-0001/);
    },
  );

  step(
    'is one form with the one it was opened from: sent twice, from here and there, it is one complaint',
    async () => {
      await bot.say(sanne, 'klacht');
      const form = (await bot.said(sanne)).at(-1);
      const [first, second] = [await openedWindow(bot, sanne), await openedWindow(bot, sanne)];
      assert.match(await first.press('Klacht registreren', aComplaint), /K-2026-0002/);
      assert.match(await second.press('Klacht registreren', aComplaint), /K-2026-0002/);
      const button = buttonOf(form?.card, 'Klacht registreren');
      const { text } = await bot.pressAs(sanne, form?.id ?? '', button, filledIn(form?.card, aComplaint));
      assert.match(text, /K-2026-0002/);
      assert.match((await bot.register(sanne)).text, /K-2026-0003/);
    },
  );

  step('takes a step: the letter is made again inside it, and the dossier stands in the chat', async () => {
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Ontvangst bevestigen');
    const acknowledge = await openedWindow(bot, lars);
    assert.equal(acknowledge.title(), 'Ontvangst bevestigen');
    assert.match(acknowledge.fields().Brief ?? '', /hebben wij uw klacht ontvangen/);
    assert.ok(!acknowledge.buttons().includes('Terug'), 'who closes the dialog is back');
    const done = await acknowledge.press('Ontvangst bevestigen');
    assert.match(done, /Ontvangst bevestigen: klacht K-2026-0001[\s\S]*De ontvangst is bevestigd/);
    assert.deepEqual(acknowledge.buttons(), []);
    await becomes(lars, /De ontvangst is bevestigd[\s\S]*\(artikel 6\)/);

    await bot.press(lars, 'Antwoord versturen');
    const answer = await openedWindow(bot, lars);
    await answer.press('Brief maken', { Standpunt: 'Wij hadden moeten bellen.', Oordeel: 'Gegrond' });
    assert.match(answer.fields().Brief ?? '', /Wij hadden moeten bellen\./);
    await answer.press('Brief opnieuw maken', { Standpunt: 'Wij zien het anders.' });
    assert.match(answer.fields().Brief ?? '', /Wij zien het anders\./);
    assert.match(await answer.press('Antwoord versturen'), /Leg uit waarom niet beide kanten/);
    assert.equal(answer.fields().Standpunt, 'Wij zien het anders.');
    const why = { 'Waarom zijn niet beide kanten gehoord?': 'Spoed.', 'Voorgestelde oplossing': 'Excuses.' };
    assert.match(await answer.press('Antwoord versturen', why), /Het antwoord staat in het dossier/);
    assert.equal((await bot.dossier('K-2026-0001')).complaint.stage, 'answered');
    await becomes(lars, /Het antwoord staat in het dossier/);
  });

  step('says that it is out of date, with what was typed, and can be sent again', async () => {
    await bot.say(lars, 'zaak K-2026-0002');
    await bot.press(lars, 'Beklaagde toevoegen');
    const dialog = await openedWindow(bot, lars);
    await bot.say(lars, 'zaak K-2026-0002');
    await bot.press(lars, 'Notitie toevoegen');
    await bot.press(lars, 'Notitie toevoegen', { Notitie: 'Ondertussen.' });
    const typed = { 'Over wie gaat de klacht?': idOf(joris), Reden: 'Zij noemt hem.' };
    assert.match(await dialog.press('Beklaagde toevoegen', typed), /Deze kaart is verouderd/);
    assert.deepEqual(dialog.fields(), typed);
    assert.ok(choicesIn(dialog.card(), 'respondent').includes(joris), 'the name of who was picked is gone');
    assert.match(await dialog.press('Beklaagde toevoegen'), /Joris Bakker is nu beklaagde/);
  });

  step('shows the current dossier where the step is no longer open, and what was typed', async () => {
    await bot.say(lars, 'zaak K-2026-0003');
    await bot.press(lars, 'Ontvangst bevestigen');
    const dialog = await openedWindow(bot, lars);
    await bot.say(lars, 'zaak K-2026-0003');
    await bot.press(lars, 'Klacht ingetrokken');
    await bot.press(lars, 'Klacht ingetrokken', { Reden: 'Opgelost.' });
    const text = await dialog.press('Ontvangst bevestigen', { Brief: 'Geachte mevrouw' });
    assert.match(text, /Deze kaart is verouderd[\s\S]*Geachte mevrouw[\s\S]*Gesloten op/);
  });

  for (const [how, wrap] of [
    ['by itself', (data: object) => data],
    ['with what Teams adds', (data: object) => ({ ...data, msteams: { type: 'task/fetch' } })],
    ['in a data of its own', (data: object) => ({ data, msteams: { type: 'task/fetch' } })],
  ] as const) {
    step(`opens with the data of any button of the dossier: ${how}`, async () => {
      await bot.say(lars, 'zaak K-2026-0002');
      const button = buttonOf((await bot.cards(lars)).at(-1), 'Klacht ingetrokken');
      const dialog = await fetchedWindow(bot, lars, wrap(button?.data ?? {}));
      assert.equal(dialog.title(), 'Klacht ingetrokken');
      assert.ok('Reden' in dialog.fields());
    });
  }

  step('does nothing by being opened', async () => {
    const { version } = buttonOf((await bot.cards(lars)).at(-1), 'Klacht ingetrokken')?.data ?? {};
    const data = { verb: 'add-note', number: 'K-2026-0002', version, form: 'x', text: 'Stiekem' };
    const dialog = await fetchedWindow(bot, lars, data);
    assert.equal(dialog.type(), 'message');
    assert.match(dialog.text(), /Deze knop begrijp ik niet\. Er is niets veranderd/);
    assert.doesNotMatch(JSON.stringify(await bot.dossier('K-2026-0002')), /Stiekem/);
  });

  step('tells Sanne nothing of a dossier, whatever she sends', async () => {
    for (const verb of ['ask-acknowledge', 'ask-withdraw', 'ask-answer-erasure']) {
      const dialog = await fetchedWindow(bot, sanne, { verb, number: 'K-2026-0002', version: 3 });
      assert.match(dialog.text(), /Dit kan alleen de klachtverantwoordelijke/);
      assert.doesNotMatch(dialog.text(), /Pietersen|teruggebeld/);
    }
    const dialog = await fetchedWindow(bot, sanne, { verb: 'ask-register' });
    for (const verb of ['withdraw', 'case', 'download', 'add-note'])
      assert.match(
        await dialog.send({ verb, number: 'K-2026-0002', version: 3, form: 'x', text: 'x', reason: 'x' }),
        /Dit kan alleen de klachtverantwoordelijke/,
      );
  });

  step('answers data that is none with a word, and always in a body of its own', async () => {
    for (const data of [undefined, null, 7, [], {}, { verb: 7 }, { data: 'x' }, { verb: '' }]) {
      const dialog = await fetchedWindow(bot, sanne, data);
      assert.deepEqual(
        [dialog.type(), dialog.text()],
        ['message', 'Deze knop begrijp ik niet. Er is niets veranderd. Typ "help".'],
      );
    }
  });

  step('opens in nobody’s sight but that of who pressed: in the channel it does not', async () => {
    const { conversations } = await bot.state();
    const channelId = conversations.find(({ kind }) => kind === 'channel')?.id;
    const asked = { personId: idOf(lars), conversationId: channelId, data: { verb: 'ask-register' } };
    const { body } = (await bot.post('/tryout/api/task', asked)).body as { body: unknown };
    assert.deepEqual(body, {
      task: { type: 'message', value: 'Doe dit in de persoonlijke chat met mij: hier leest iedereen mee.' },
    });
  });

  step('is not needed: a client without dialogs gets the form back with what was typed', async () => {
    await bot.say(sanne, 'klacht');
    await bot.press(sanne, 'Klacht registreren', { ...aComplaint, Herkomst: '' });
    const form = (await bot.said(sanne)).at(-1);
    const value = { ...windowData(form?.card), ...filledIn(form?.card, { Vestiging: 'Utrecht' }) };
    await bot.post('/tryout/api/say', { personId: idOf(sanne), value, replyToId: form?.id });
    const card = (await bot.cards(sanne)).at(-1);
    assert.equal((await bot.said(sanne)).at(-1)?.id, form?.id);
    assert.equal(fieldsOf(card).Vestiging, 'Utrecht');
    assert.match(textOf(card), /Deze versie van Teams opent geen vensters/);
    await bot.press(sanne, 'Klacht registreren', { Herkomst: 'Cliënt' });
    await becomes(sanne, /is geregistreerd/);
  });

  step('is not needed: where nothing came along, the form in the chat is left as it is', async () => {
    const form = await bot.say(sanne, 'klacht');
    await bot.post('/tryout/api/say', { personId: idOf(sanne), value: windowData(form), replyToId: 'x' });
    const [before, after] = (await bot.cards(sanne)).slice(-2);
    assert.deepEqual(before, form);
    assert.match(textOf(after), /Vul het formulier in de chat in; wat je typte staat er nog/);
  });
});

const windowData = (card: Card | undefined) =>
  submitsOf(card).find(({ title }) => title === 'In een venster openen')?.data;

function choicesIn(card: Card | undefined, id: string): string[] {
  const { choices = [] } = parts(card).find((part) => part.id === id) ?? {};
  return (choices as { title: string }[]).map(({ title }) => title);
}
