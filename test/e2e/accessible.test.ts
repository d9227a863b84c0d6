import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from '../axe.ts';
import { openBrowser } from '../browser.ts';
import { type ABot, aBot, aComplaint, channel, fatima, idOf, joris, lars, sanne } from './a-bot.ts';

describe('the page, for who cannot see it well or has no mouse', () => {
  let bot: ABot;
  let browser: Browser;
  let page: Page;

  before(async () => {
    [bot, browser] = await Promise.all([aBot(), openBrowser()]);
    await bot.say(lars, 'koppel', channel);
    await bot.register(sanne, { ...aComplaint, 'Over wie gaat de klacht?': idOf(joris) });
    await bot.arrives(lars, /K-2026-0001/);
    await bot.say(sanne, 'klacht');
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.press(lars, 'Ontvangst bevestigen');
    await bot.press(lars, 'Brief downloaden');
    await bot.post('/tryout/api/install', { personId: idOf(fatima), installed: false });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' });
    page.setDefaultTimeout(10_000);
    await page.goto(bot.url());
    await page.getByLabel('Korte inhoud').waitFor();
  });

  after(async () => {
    await browser?.close();
    await bot?.end();
  });

  it('has no serious fault: light, with forms, cards, a file and a person without the app', async () => {
    assert.deepEqual(await violationsOf(page), []);
  });

  it('has no serious fault in the dark, with the activities and the story open', async () => {
    await page.getByRole('button', { name: 'Donkere weergave' }).click();
    await page.getByRole('button', { name: 'Laat zien' }).click();
    await page.getByRole('button', { name: /^Activiteit/ }).click();
    await page.getByRole('heading', { name: 'Activiteit' }).waitFor();
    assert.deepEqual(await violationsOf(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sluiten' }).click();
    assert.equal(await page.locator(':focus').textContent(), 'Laat zien');
  });

  it('has no serious fault on a telephone', async () => {
    await page.setViewportSize({ width: 400, height: 860 });
    await page.getByRole('button', { name: /^Lars Brouwer/ }).click();
    assert.deepEqual(await violationsOf(page), []);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('is one jump from the chats, and from a chat one key from saying something', async () => {
    await page.reload();
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').textContent(), 'Naar de gesprekken');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('main :focus').getAttribute('aria-label'), 'Meer over Sanne de Vries');
    await page.getByRole('textbox', { name: 'Bericht van Lars Brouwer' }).focus();
    await page.keyboard.type('help');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /^Lars/ }).getByText('Jij bent de klachtenfunctionaris').waitFor();
  });

  it('takes the app away and puts it back with keys alone', async () => {
    const more = page.getByLabel('Meer over Lars Brouwer');
    await more.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').textContent(), 'App verwijderen');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /^Lars/ }).getByText('De app is hier verwijderd').waitFor();
    assert.equal(await page.locator(':focus').textContent(), 'App toevoegen');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Bericht van Lars Brouwer' }).waitFor();
    assert.equal(await page.locator(':focus').getAttribute('aria-label'), 'Bericht van Lars Brouwer');
  });
});
