import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { story } from '../story.ts';
import { type ABot, aBot, idOf, lars } from './a-bot.ts';

describe('the story in the page', () => {
  let bot: ABot;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  before(async () => {
    [bot, browser] = await Promise.all([aBot({ SMTP_URL: '' }), openBrowser()]);
    page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: 'nl-NL',
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(bot.url());
    await page.getByRole('button', { name: 'Laat zien' }).click();
  });

  after(async () => {
    await browser?.close();
    await bot?.end();
  });

  const panel = () => page.getByRole('region', { name: 'Verhaal' });
  const press = (name: string) => panel().getByRole('button', { name }).click();

  const step = story('plays, begins again, and stops when somebody or something comes between');

  step('says what it will do before it does anything', async () => {
    await panel().getByText('De klok gaat alleen vooruit').waitFor();
    await panel().getByText('begint met een nieuwe klacht').waitFor();
    assert.deepEqual(await bot.said(lars), []);
  });

  step(
    'plays to the end: registered, confirmed, heard, answered, settled, and the dossier is closed',
    async () => {
      await panel().getByLabel('Tempo').selectOption('Meteen');
      await press('Begin');
      await panel().getByRole('button', { name: 'Nog een keer' }).waitFor({ timeout: 240_000 });
      // Reads how it ended: a story that cannot go on says why, and then the report of this test says it too.
      assert.match(await panel().innerText(), /Klacht K-2026-0001 is opgelost/);
      const { complaint } = await bot.dossier('K-2026-0001');
      assert.equal(complaint.closed?.outcome, 'settled');
      assert.deepEqual(
        complaint.letters.map(({ kind }) => kind),
        ['acknowledgement', 'answer', 'hearing-invitation', 'settlement'],
      );
      assert.equal(complaint.statements.length, 2);
      assert.deepEqual(faults, []);
    },
  );

  step(
    'begins again with a new complaint, waits when it is asked to, and goes on a step at a time',
    async () => {
      await panel().getByLabel('Tempo').selectOption('Rustig');
      await press('Nog een keer');
      await press('Pauze');
      await press('Volgende stap');
      await panel().getByText('2 van 13').waitFor();
      await panel().getByRole('button', { name: 'Verder' }).waitFor();
      await press('Verder');
    },
  );

  step('stops when a person does something, and leaves everything as it is', async () => {
    await page.getByRole('button', { name: 'zaken' }).first().click();
    await panel().getByText('Je doet zelf iets, dus het verhaal is gestopt.').waitFor();
    assert.equal(await page.locator(':focus').textContent(), 'zaken');
  });

  step('stops and says why when the bot does not go along', async () => {
    await bot.post('/tryout/api/install', { personId: idOf(lars), channel: true, installed: false });
    await panel().getByLabel('Tempo').selectOption('Meteen');
    await press('Nog een keer');
    await panel().getByText('Het verhaal kan niet verder: De app is verwijderd').waitFor({
      timeout: 120_000,
    });
    assert.deepEqual(faults, []);
  });
});
