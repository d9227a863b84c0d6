import assert from 'node:assert/strict';
import { wordText } from '../letters/word-text.ts';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, fatima, idOf, lars, sanne } from './a-bot.ts';
import { textOf } from './a-card.ts';

describe('a closed complaint is given to the complainant, and then erased', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne, aComplaint);
    await bot.arrives(lars, /K-2026-0001/);
    await bot.press(lars, 'Klacht ingetrokken');
    await bot.press(lars, 'Klacht ingetrokken', { Reden: 'Het is opgelost.' });
  });
  after(() => bot?.end());

  const step = story('by Lars, with the consent of Fatima');

  step('is a Word file for Lars to download', async () => {
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Inzage');
    type WithFile = { id: string; offer?: { name: string }; file?: { url: string } };
    const said = async () => (await bot.said(lars)) as WithFile[];
    const offer = (await said()).findLast((one) => one.offer);
    assert.equal(offer?.offer?.name, 'K-2026-0001-inzage.docx');
    const conversationId = (await bot.state()).conversations.find(({ title }) => title === lars)?.id;
    const answer = { personId: idOf(lars), conversationId, activityId: offer?.id, accept: true };
    await bot.post('/tryout/api/consent', answer);
    const { url = '' } = (await said()).findLast(({ file }) => file)?.file ?? {};
    const word = Buffer.from(await (await fetch(url)).arrayBuffer());
    assert.match(wordText(word), /Inzage in klacht K-2026-0001/);
    assert.doesNotMatch(wordText(word), /Het is opgelost/);
  });

  step('asks Fatima when Lars wants it erased, and tells her nothing of the complaint', async () => {
    await bot.say(lars, 'zaak K-2026-0001');
    await bot.press(lars, 'Persoonsgegevens wissen');
    await bot.press(lars, 'Persoonsgegevens wissen', { Reden: 'De klager vraagt erom.' });
    const { card } = await bot.arrives(fatima, /Wissen beoordelen/);
    assert.match(textOf(card), /De klager vraagt erom/);
    assert.doesNotMatch(textOf(card), /Pietersen/);
  });

  step('is gone when she agrees', async () => {
    const { text } = await bot.press(fatima, 'Wissen beoordelen', { Akkoord: 'Ja, wissen' });
    assert.match(text, /Klacht K-2026-0001 is gewist/);
    await bot.say(lars, 'zaak K-2026-0001');
    assert.match(textOf((await bot.cards(lars)).at(-1)), /het nummer bestaat niet/);
    assert.doesNotMatch(JSON.stringify(await bot.dossier('K-2026-0001')), /Pietersen/);
  });
});
