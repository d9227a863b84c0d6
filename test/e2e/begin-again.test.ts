import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { aFolder } from '../a-folder.ts';
import { aBot, aComplaint, lars, sanne } from './a-bot.ts';
import { aPage } from './a-page.ts';
import { startProcess } from './a-process.ts';

const yes = 'Ja, begin opnieuw';

describe('beginning again in the try-out', () => {
  it('asks first, empties register and chats, goes on at the same address, and every open page shows it', async () => {
    const bot = await aBot();
    const [room, other] = await Promise.all([aPage(bot.url()), aPage(bot.url())]);
    try {
      await bot.register(sanne);
      await bot.arrives(lars, /K-2026-0001/);
      await bot.clock('2026-12-24T09:00');
      const { page } = room;
      const choose = async (answer: string) => {
        await page.getByRole('button', { name: 'Register', exact: true }).click();
        await page.getByRole('button', { name: 'Opnieuw beginnen', exact: true }).click();
        await page.getByRole('dialog').getByText('gaan verloren').waitFor();
        await page.getByRole('dialog').getByRole('button', { name: answer }).click();
      };
      await page.getByRole('button', { name: 'Register', exact: true }).click();
      await page.getByRole('button', { name: 'Opnieuw beginnen', exact: true }).click();
      await page.waitForFunction(() => document.activeElement?.textContent === 'Nee, terug');
      await room.picture('begin-again');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      assert((await bot.said(lars)).length > 0);

      await choose(yes);
      for (const one of [room, other])
        await one.page.getByRole('region', { name: 'Begin hier' }).waitFor({ timeout: 30_000 });
      const { today, conversations } = await bot.state();
      assert.equal(today, '2026-11-23');
      assert.deepEqual(
        conversations.flatMap(({ activities }) => activities),
        [],
      );
      assert.match((await bot.register(sanne, aComplaint)).text, /Klacht K-2026-0001 is geregistreerd/);
      assert.equal((await bot.dossier('K-2026-0001')).complaint.number, 'K-2026-0001');
    } finally {
      await Promise.all([room.close(), other.close()]);
      await bot.end();
    }
  });

  it('leaves a register alone that no try-out made, and says why', async () => {
    const folder = aFolder();
    const first = await startProcess(folder.path);
    await first.stop();
    for (const end of ['', '-wal', '-shm']) rmSync(`${folder.path}/tryout.db${end}`, { force: true });
    const bot = await startProcess(folder.path);
    const answer = await fetch(`${bot.url}/tryout/api/begin-again`, {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    assert.equal(answer.status, 409);
    assert.match(JSON.stringify(await answer.json()), /niet door de proefopstelling gemaakt/);
    await pause(100);
    assert(existsSync(`${folder.path}/klachten.db`));
    await bot.stop();
    folder.remove();
  });
});
