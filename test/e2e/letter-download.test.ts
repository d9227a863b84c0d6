import assert from 'node:assert/strict';
import { asInWord, wordText } from '../letters/word-text.ts';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, idOf, lars, sanne, willem } from './a-bot.ts';
import { buttonsOf, fieldsOf, textOf } from './a-card.ts';

type WithFile = {
  offer?: { name: string; description: string; size: number };
  file?: { name: string; url: string };
};

describe('a letter is downloaded as a Word file', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne, aComplaint);
    await bot.arrives(lars, /K-2026-0001/);
  });
  after(() => bot?.end());

  const files = async () => (await bot.said(lars)) as (WithFile & { id: string })[];
  const offered = async () => (await files()).findLast(({ offer }) => offer);
  const consent = async (person: string, activityId: string | undefined, accept: boolean) => {
    const conversationId = (await bot.state()).conversations.find(({ title }) => title === lars)?.id;
    return bot.post('/tryout/api/consent', { personId: idOf(person), conversationId, activityId, accept });
  };

  const step = story('from the first that is sent to a list of more');

  step('has no button as long as there is no letter', async () => {
    const { card } = await bot.arrives(lars, /K-2026-0001/);
    assert.ok(!buttonsOf(card).includes('Brief downloaden'));
  });

  step('is offered when Lars presses the button, under a name that says nothing of a person', async () => {
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.press(lars, 'Ontvangst bevestigen');
    const { text } = await bot.press(lars, 'Brief downloaden');
    assert.match(text, /De brief staat klaar om te downloaden/);
    const { offer } = (await offered()) ?? {};
    assert.equal(offer?.name, 'K-2026-0001-ontvangstbevestiging.docx');
    assert.ok(offer.size > 1000);
    assert.doesNotMatch(JSON.stringify(offer), /Pietersen/);
  });

  step('says so when Lars does not want it, and can be asked for again', async () => {
    const before = await offered();
    await consent(lars, before?.id, false);
    const after = (await bot.said(lars)).find(({ id }) => id === before?.id);
    assert.match(textOf(after?.card), /Je hebt de brief niet gedownload/);
    await bot.press(lars, 'Klacht openen');
    await bot.press(lars, 'Brief downloaden');
    assert.ok((await offered())?.offer);
  });

  step('goes to nobody who may not see the dossier, even with the offer in their hands', async () => {
    const offer = await offered();
    const { body } = await consent(willem, offer?.id, true);
    assert.deepEqual((body as { status: number }).status, 200);
    assert.ok(!(await files()).some(({ file }) => file));
    assert.match(textOf((await bot.cards(lars)).at(-1)), /alleen de klachtverantwoordelijke/);
  });

  step('is there when Lars accepts: to the letter what is in the dossier; the offer is gone', async () => {
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Brief downloaden');
    const offer = await offered();
    await consent(lars, offer?.id, true);
    const all = await files();
    assert.ok(!all.some(({ id }) => id === offer?.id));
    const { name, url = '' } = all.at(-1)?.file ?? {};
    assert.equal(name, 'K-2026-0001-ontvangstbevestiging.docx');
    const word = Buffer.from(await (await fetch(url)).arrayBuffer());
    const [letter] = (await bot.dossier('K-2026-0001')).complaint.letters;
    assert.equal(wordText(word), asInWord(letter?.text ?? ''));
  });

  step('is chosen from a list when there are more', async () => {
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Klacht ingetrokken');
    await bot.press(lars, 'Klacht ingetrokken', { Reden: 'Het is opgelost.' });
    await bot.say(lars, 'zaak K-2026-0001');
    const { card } = await bot.press(lars, 'Brief downloaden');
    assert.deepEqual(Object.keys(fieldsOf(card)), ['Welke brief?']);
    assert.match(JSON.stringify(card), /Ontvangstbevestiging \(maandag 23 november 2026\)/);
    await bot.press(lars, 'Brief downloaden');
    assert.equal((await offered())?.offer?.name, 'K-2026-0001-bevestiging-van-intrekking.docx');
  });

  step('is none of a number that is made up', async () => {
    const action = { type: 'Action.Execute', verb: 'download', data: { number: 'K-2026-0099' } };
    const { text } = await bot.pressAs(lars, 'x', action, { letter: '1' });
    assert.match(text, /het nummer bestaat niet/);
  });
});
