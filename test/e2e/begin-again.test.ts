import assert from 'node:assert/strict';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { aFolder } from '../a-folder.ts';
import { aBot, aComplaint, lars, sanne } from './a-bot.ts';
import { aPage } from './a-page.ts';
import { type BotProcess, startProcess } from './a-process.ts';

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

  it('says what to look at where the try-out does not come back', async () => {
    const bot = await aBot();
    const room = await aPage(bot.url());
    const { page } = room;
    try {
      await page.clock.install();
      await page.route('**/begin-again', (route) => route.fulfill({ status: 202, json: {} }));
      await page.reload();
      await page.getByRole('button', { name: 'Register', exact: true }).click();
      await page.getByRole('button', { name: 'Opnieuw beginnen', exact: true }).click();
      await page.getByRole('button', { name: yes }).click();
      await page.getByRole('button', { name: 'Een ogenblik' }).waitFor();
      assert(await page.getByRole('alert').isHidden());
      await page.clock.fastForward(60_000);
      await page
        .getByText('Dit duurt te lang. Kijk in het venster waarin je de proefopstelling startte')
        .waitFor();
      await page.getByRole('button', { name: 'Nee, terug' }).click();
    } finally {
      await room.close();
      await bot.end();
    }
  });

  describe('leaves a register alone that this try-out did not make, and says why', () => {
    let folder: ReturnType<typeof aFolder>;
    beforeEach(() => {
      folder = aFolder();
    });
    afterEach(() => folder.remove());

    const begun = async (bot: BotProcess) => {
      const answer = await fetch(`${bot.url}/tryout/api/begin-again`, {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': 'application/json' },
      });
      return { status: answer.status, said: JSON.stringify(await answer.json()) };
    };
    const isLeft = async (bot: BotProcess) => {
      const { status, said } = await begun(bot);
      await pause(100);
      await bot.stop();
      assert.equal(status, 409);
      assert.match(said, /niet door de proefopstelling gemaakt/);
      assert(existsSync(`${folder.path}/klachten.db`));
    };
    const putInPlace = (other: string) => {
      for (const end of ['-wal', '-shm', '.heads'])
        rmSync(`${folder.path}/klachten.db${end}`, { force: true });
      renameSync(`${folder.path}/${other}`, `${folder.path}/klachten.db`);
    };
    const made = async (store = 'klachten.db') => {
      await (await startProcess(folder.path, { STORE: `sqlite:${store}` })).stop();
    };

    it('whose chats are of no try-out', async () => {
      await made();
      for (const end of ['', '-wal', '-shm']) rmSync(`${folder.path}/tryout.db${end}`, { force: true });
      await isLeft(await startProcess(folder.path));
    });

    it('that was put in the place of its own', async () => {
      await made();
      await made('other.db');
      putInPlace('other.db');
      await isLeft(await startProcess(folder.path));
    });

    it('that is put in the place of its own while it runs', async () => {
      await made('other.db');
      const bot = await startProcess(folder.path);
      putInPlace('other.db');
      await isLeft(bot);
    });
  });

  it('ends with a message where it cannot go on, and the next start begins anew', async () => {
    const folder = aFolder();
    const bot = await startProcess(folder.path);
    mkdirSync(`${folder.path}/tryout.db.heads`);
    await fetch(`${bot.url}/tryout/api/begin-again`, {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    assert.equal(await bot.ended(), 1);
    assert.match(bot.printed(), /Klachtenbot does not start:\n- .*tryout\.db\.heads/);
    rmSync(`${folder.path}/tryout.db.heads`, { recursive: true });
    assert.equal(await (await startProcess(folder.path)).stop(), 0);
    folder.remove();
  });
});
