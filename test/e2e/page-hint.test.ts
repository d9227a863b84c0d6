import assert from 'node:assert/strict';
import { type ABot, aBot, sanne } from './a-bot.ts';
import { type APage, aPage } from './a-page.ts';

describe('who opens the page for the first time', () => {
  let bot: ABot;
  let room: APage;

  before(async () => {
    bot = await aBot();
    room = await aPage(bot.url());
  });
  after(async () => {
    await room?.close();
    await bot?.end();
  });

  it('reads in three lines what it is, and one button opens the form; after that, and after a reload, it is gone', async () => {
    const { page } = room;
    const hint = page.getByRole('region', { name: 'Begin hier' });
    assert.equal(await hint.getByRole('listitem').count(), 3);
    assert.equal(await hint.getByRole('button').count(), 1);
    await room.picture('hint');

    await hint.getByRole('button').click();
    await room.seat(sanne).chat.getByLabel('Korte inhoud').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('.card textarea'));
    await hint.waitFor({ state: 'hidden' });
    await page.reload();
    await room.seat(sanne).chat.getByLabel('Korte inhoud').waitFor();
    assert(await hint.isHidden());
    assert.deepEqual(room.faults, []);
  });

  const told = async (env: Record<string, string>) => {
    const other = await aBot(env);
    const seen = await aPage(other.url());
    try {
      return await seen.page.getByRole('region', { name: 'Begin hier' }).innerText();
    } finally {
      await seen.close();
      await other.end();
    }
  };

  it('reads that e-mail goes nowhere only where it comes to the mailbox on the page', async () => {
    const goesNowhere = /E-mail gaat nergens echt heen/;
    assert.match(await told({ SMTP_URL: '' }), goesNowhere);
    const really = await told({
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'klachten@ballance.example',
    });
    assert.doesNotMatch(really, goesNowhere);
    assert.doesNotMatch(really, /verlaat/);
  });
});
