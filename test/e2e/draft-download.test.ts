import assert from 'node:assert/strict';
import { asInWord, wordText } from '../letters/word-text.ts';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, idOf, lars, sanne, willem } from './a-bot.ts';
import { fieldsOf, textOf } from './a-card.ts';

type WithFile = { id: string; offer?: { name: string }; file?: { name: string; url: string } };

describe('a letter is downloaded from its form, before it is recorded as sent', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne, aComplaint);
    await bot.arrives(lars, /K-2026-0001/);
    await bot.press(lars, 'Ontvangst bevestigen');
  });
  after(() => bot?.end());

  const files = async () => (await bot.said(lars)) as WithFile[];
  const offered = async () => (await files()).findLast(({ offer }) => offer);
  const consent = async (person: string, activityId: string | undefined, accept: boolean) => {
    const conversationId = (await bot.state()).conversations.find(({ title }) => title === lars)?.id;
    return bot.post('/tryout/api/consent', { personId: idOf(person), conversationId, activityId, accept });
  };

  const step = story('as it was edited, or as it follows from what is typed');

  step('is the text as Lars has edited it; nothing is sent, and his form stays', async () => {
    const { card, text } = await bot.press(lars, 'Brief downloaden', { Brief: 'Geachte mevrouw, dank u.' });
    assert.match(text, /Er is nog niets verstuurd of vastgelegd/);
    assert.equal(fieldsOf(card).Brief, 'Geachte mevrouw, dank u.');
    const offer = await offered();
    assert.equal(offer?.offer?.name, 'K-2026-0001-ontvangstbevestiging-concept.docx');
    await consent(lars, offer?.id, true);
    const { url = '' } = (await files()).at(-1)?.file ?? {};
    const word = Buffer.from(await (await fetch(url)).arrayBuffer());
    assert.equal(wordText(word), asInWord('Geachte mevrouw, dank u.'));
    const { letters, stage } = (await bot.dossier('K-2026-0001')).complaint;
    assert.deepEqual([letters, stage], [[], 'registered']);
  });

  step('is taken back when Lars does not want it', async () => {
    await bot.press(lars, 'Brief downloaden');
    const offer = await offered();
    await consent(lars, offer?.id, false);
    const answer = (await bot.said(lars)).find(({ id }) => id === offer?.id);
    assert.match(textOf(answer?.card), /Je hebt de brief niet gedownload/);
  });

  step('goes to nobody who may not see the dossier', async () => {
    await bot.press(lars, 'Brief downloaden');
    await consent(willem, (await offered())?.id, true);
    assert.equal((await files()).filter(({ file }) => file).length, 1);
    assert.match(textOf((await bot.cards(lars)).at(-1)), /alleen de klachtverantwoordelijke/);
  });

  step('is the letter that follows from what is typed, where none was made yet', async () => {
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.press(lars, 'Antwoord versturen');
    const typed = { Standpunt: 'Wij hadden moeten bellen.', Oordeel: 'Gegrond' };
    const { card } = await bot.press(lars, 'Brief downloaden', typed);
    assert.match(fieldsOf(card).Brief ?? '', /Wij hadden moeten bellen\./);
    assert.equal((await offered())?.offer?.name, 'K-2026-0001-antwoord-concept.docx');
  });

  step('is asked to be shorter when it is too long for a letter', async () => {
    const { text } = await bot.press(lars, 'Brief downloaden', { Brief: 'a'.repeat(12_001) });
    assert.match(text, /Maak dit korter: hoogstens 12000 tekens\. Nu zijn het er 12001\./);
  });

  step(
    'is asked to have fewer lines, and is not offered, when it has more than a letter may have',
    async () => {
      const before = (await bot.said(lars)).length;
      const { text } = await bot.press(lars, 'Brief downloaden', { Brief: 'Regel\n'.repeat(450) });
      assert.match(text, /Gebruik minder regels: hoogstens 400\./);
      assert.equal((await bot.said(lars)).length, before);
    },
  );
});
