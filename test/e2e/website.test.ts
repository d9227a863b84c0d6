import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { aFolder } from '../a-folder.ts';
import { violationsOf } from '../axe.ts';
import { openBrowser } from '../browser.ts';
import { type ABot, aBot, lars } from './a-bot.ts';
import { textOf } from './a-card.ts';

/** How long a person fills in the form at the least, in milliseconds. */
const asAPerson = 3_200;

describe('the feedback form in a browser', () => {
  let bot: ABot;
  let browser: Browser;
  let page: Page;
  const folder = aFolder();

  before(async () => {
    [bot, browser] = await Promise.all([aBot({ CLOCK: '2026-11-25T10:00' }), openBrowser()]);
    await bot.say(lars, 'hallo');
  });
  afterEach(() => page?.context().close());
  after(async () => {
    await browser?.close();
    await bot?.end();
    folder.remove();
  });

  async function opened(options: BrowserContextOptions = {}, path = '/feedback'): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 900, height: 900 },
      locale: 'nl-NL',
      ...options,
    });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(bot.url() + path);
    return page;
  }

  const heading = () => page.getByRole('heading', { level: 1 });

  it('is filled in and sent with the keyboard alone, without script, and says what happens next', async () => {
    await opened({ javaScriptEnabled: false });
    const tabTo = async (name: string) => {
      for (let tries = 0; tries < 40; tries++) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        if ((await focused.count()) > 0 && (await focused.getAttribute('id')) === name) return;
      }
      assert.fail(`no way to ${name} with Tab`);
    };
    await tabTo('inhoud');
    await page.keyboard.type('Er is drie weken niet teruggebeld.');
    await tabTo('vestiging');
    await page.keyboard.type('Utr');
    await tabTo('naam');
    await page.keyboard.type('Mevrouw Van Dam');
    await page.keyboard.press('Enter');
    await heading().filter({ hasText: 'Uw klacht is nog niet verstuurd' }).waitFor();
    assert.equal(await page.locator(':focus').getAttribute('id'), 'uitkomst');
    await page.keyboard.press('Tab');
    assert.match((await page.locator(':focus').textContent()) ?? '', /Vul ten minste uw e-mailadres/);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator(':focus, :target').last().getAttribute('id'), 'email');
    assert.equal(await page.locator('#vestiging').inputValue(), 'Utrecht');
    await tabTo('postadres');
    await page.keyboard.type('Dorpsstraat 1, 6711 AB Ede');
    await new Promise((resolve) => setTimeout(resolve, asAPerson));
    await tabTo('email');
    await page.keyboard.type('vandam@example.nl');
    await page.keyboard.press('Enter');
    await heading().filter({ hasText: 'Wij hebben uw klacht' }).waitFor();
    assert.equal(await page.locator(':focus').getAttribute('id'), 'uitkomst');
    const text = await page.locator('main').innerText();
    assert.match(text, /K-2026-0001/);
    assert.match(text, /uiterlijk woensdag 16 december 2026/);
    assert.match(textOf((await bot.arrives(lars, /K-2026-0001/)).card), /Mevrouw Van Dam/);
  });

  for (const [name, options] of Object.entries({
    light: {},
    dark: { colorScheme: 'dark' },
    'at 320 pixels': { viewport: { width: 320, height: 640 } },
    English: { locale: 'en-GB' },
  } satisfies Record<string, BrowserContextOptions>))
    it(`has no serious fault, and nothing beside the screen: ${name}`, async () => {
      await opened(options);
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      assert.deepEqual([await violationsOf(page), await fits()], [[], true]);
      await page.locator('#inhoud').fill('x'.repeat(300));
      await page.locator('#email').fill('geen adres');
      await page.locator('button').click();
      await page.locator('.errors').waitFor();
      assert.deepEqual([await violationsOf(page), await fits()], [[], true]);
      await page.locator('#naam').fill(name);
      await page.locator('#email').fill('a@example.nl');
      await new Promise((resolve) => setTimeout(resolve, asAPerson));
      await page.locator('button').click();
      await page.locator('.number').waitFor();
      assert.deepEqual([await violationsOf(page), await fits()], [[], true]);
    });

  it('is in Dutch for a browser in German, with a way to English', async () => {
    await opened({ locale: 'de-DE', extraHTTPHeaders: { 'Accept-Language': 'de-DE,de;q=0.9,en;q=0.8' } });
    assert.equal(await heading().textContent(), 'Een klacht doorgeven');
    await page.getByRole('link', { name: 'This form in English' }).click();
    assert.equal(await heading().textContent(), 'Make a complaint');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  });

  it('is one complaint when it is sent, reloaded, and sent again after going back', async () => {
    await opened();
    await page.locator('#inhoud').fill('Drie keer verstuurd.');
    await page.locator('#naam').fill('Dhr. Haast');
    await page.locator('#telefoon').fill('030 1234567');
    const brief = join(folder.path, 'brief.txt');
    writeFileSync(brief, 'Geachte heer, dit is mijn brief.');
    await page.locator('#documenten').setInputFiles(brief);
    await new Promise((resolve) => setTimeout(resolve, asAPerson));
    const send = page.getByRole('button', { name: 'Klacht versturen' });
    await send.dblclick();
    await page.locator('.number').waitFor();
    const number = await page.locator('.number strong').textContent();
    assert.match(await page.locator('main').innerText(), /brief\.txt/);
    await page.reload();
    assert.equal(await page.locator('.number strong').textContent(), number);
    await page.goBack();
    await send.click();
    await page.locator('.number').waitFor();
    assert.equal(await page.locator('.number strong').textContent(), number);
    assert.match(await page.locator('main').innerText(), /brief\.txt/);
    await page.goBack();
    await page.locator('#inhoud').fill('En nu iets anders.');
    await send.click();
    await page.getByText('Met dit formulier hebt u al een klacht verstuurd.').waitFor();
    assert.equal(await page.locator('#inhoud').inputValue(), 'En nu iets anders.');
  });

  it('stands in the try-out as the website, also before anybody has said anything', async () => {
    const fresh = await aBot();
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
    page = await context.newPage();
    await page.goto(fresh.url());
    await page.getByRole('button', { name: /^Website/ }).click();
    await fresh.arrives(lars, /Welkom|Hallo|Ik ben/);
    await fresh.end();
  });

  it('stands in the try-out as the website, from which a colleague sees a complaint arrive', async () => {
    await opened({ viewport: { width: 1600, height: 1000 } }, '/');
    await page.getByRole('button', { name: /^Website/ }).click();
    const form = page.frameLocator('iframe[title^="Feedbackformulier"]');
    await form.getByLabel('Waar gaat uw klacht over?').fill('Vanaf de website.');
    await form.getByLabel('Uw naam').fill('Mevrouw Website');
    await form.getByLabel('E-mailadres').fill('website@example.nl');
    assert.deepEqual(await violationsOf(page), []);
    await new Promise((resolve) => setTimeout(resolve, asAPerson));
    await form.getByRole('button', { name: 'Klacht versturen' }).click();
    await form.getByText('Wij hebben uw klacht').waitFor();
    const number = await form.locator('.number strong').textContent();
    const chat = page.getByRole('region', { name: lars });
    await chat
      .getByText(number ?? '')
      .last()
      .waitFor();
    await page.screenshot({ path: 'out/screenshots/website.png' });
  });
});
