import assert from 'node:assert/strict';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, idOf, joris, lars, sanne } from './a-bot.ts';
import { type APage, aPage } from './a-page.ts';

describe('a letter and a statement, in the page', () => {
  let bot: ABot;
  let room: APage;

  before(async () => {
    bot = await aBot();
    await bot.register(sanne, { ...aComplaint, 'Over wie gaat de klacht?': idOf(joris) });
    await bot.arrives(lars, /K-2026-0001/);
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.press(lars, 'Ontvangst bevestigen');
    room = await aPage(bot.url());
  });

  after(async () => {
    await room?.close();
    await bot?.end();
  });

  const chat = (name: string) => room.page.getByRole('region', { name });

  const step = story('are written, offered, declined and downloaded');

  step('Joris writes his statement on the card that Lars had sent', async () => {
    await room.page.getByRole('button', { name: /^Joris Bakker/ }).click();
    await bot.press(lars, 'Wederhoor vragen');
    await bot.press(lars, 'Wederhoor vragen');
    await chat('Joris').getByLabel('Mijn verklaring').fill('Ik was die week ziek.');
    await room.picture('statement-request');
    await chat('Joris').getByRole('button', { name: 'Verklaring versturen' }).click();
    await chat('Joris').getByText('Je verklaring is ontvangen').waitFor();
    await chat('Lars').getByText('Joris Bakker heeft een verklaring gegeven').last().waitFor();
  });

  step('Lars is offered the letter, and declines', async () => {
    await bot.press(lars, 'Brief downloaden');
    await chat('Lars').getByText('K-2026-0001-ontvangstbevestiging.docx').waitFor();
    await chat('Lars').getByRole('button', { name: 'Toestaan' }).scrollIntoViewIfNeeded();
    await room.picture('file-offered');
    await chat('Lars').getByRole('button', { name: 'Weigeren' }).click();
    await chat('Lars').getByText('Je hebt de brief niet gedownload').waitFor();
  });

  step('Lars accepts the next time, and has the file', async () => {
    await bot.press(lars, 'Brief downloaden');
    await chat('Lars').getByRole('button', { name: 'Toestaan' }).click();
    const link = chat('Lars').getByRole('link', { name: 'K-2026-0001-ontvangstbevestiging.docx' });
    await link.waitFor();
    await room.picture('file-delivered');
    const [download] = await Promise.all([room.page.waitForEvent('download'), link.click()]);
    assert.equal(download.suggestedFilename(), 'K-2026-0001-ontvangstbevestiging.docx');
    assert.equal(await chat('Lars').getByRole('button', { name: 'Toestaan' }).count(), 0);
  });

  step('breaks nothing on the way', () => assert.deepEqual(room.faults, []));
});
