import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { story } from '../story.ts';
import { type ABot, aBot } from './a-bot.ts';

describe('the main job, played in the page', () => {
  let bot: ABot;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  before(async () => {
    await mkdir('out/screenshots', { recursive: true });
    [bot, browser] = await Promise.all([aBot(), openBrowser()]);
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, locale: 'nl-NL' });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(bot.url());
    for (const name of [/^Fatima/, /^Willem/]) await page.getByRole('button', { name }).click();
  });

  after(async () => {
    await browser?.close();
    await bot?.end();
  });

  const chat = (name: string): Locator => page.getByRole('region', { name });
  const shows = (name: string, words: string | RegExp) => chat(name).getByText(words).last().waitFor();
  const button = (name: string, title: string) =>
    chat(name).getByRole('button', { name: title, exact: true }).last();
  const picture = (name: string) => page.screenshot({ path: `out/screenshots/${name}.png` });

  async function type(name: string, text: string): Promise<void> {
    const box = chat(name).getByRole('textbox', { name: /^Bericht van/ });
    await box.fill(text);
    await box.press('Enter');
  }

  async function fillIn(summary: string, respondent: string): Promise<void> {
    const form = chat('Sanne');
    await form.getByLabel('Naam van de klager').fill('Mevrouw Pietersen');
    await form.getByLabel('Postadres').fill('Dorpsstraat 1, 1234 AB Ede');
    await button('Sanne', 'Meer').click();
    await form.getByLabel('Vestiging').selectOption('Arnhem');
    await form.getByLabel('Korte inhoud').fill(summary);
    await form.getByRole('checkbox', { name: new RegExp(respondent) }).check();
  }

  const step = story('goes from the form to a late reminder');

  step('gives Sanne the form when she types klacht', async () => {
    await type('Sanne', 'klacht');
    await chat('Sanne').getByLabel('Korte inhoud').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('textarea'));
    await picture('1-form');
  });

  step('tells Sanne what is missing before anything is sent', async () => {
    await button('Sanne', 'Klacht registreren').click();
    await shows('Sanne', 'Schrijf kort op waar de klacht over gaat');
    await shows('Sanne', 'Vul de naam van de klager in.');
    await picture('2-missing');
  });

  step('registers her complaint about Joris and brings Lars the card', async () => {
    await fillIn('Joris heeft drie keer niet teruggebeld.', 'Joris Bakker');
    await picture('3-filled');
    await button('Sanne', 'Klacht registreren').click();
    await shows('Sanne', 'Klacht K-2026-0001 is geregistreerd');
    await shows('Lars', 'Klacht K-2026-0001');
    await shows('Lars', 'Joris Bakker');
    await picture('4-registered');
  });

  step('explains Lars why that date', async () => {
    await button('Lars', 'Waarom deze datum?').click();
    await shows('Lars', /uiterlijk op de vijfde werkdag daarna/);
    await picture('5-why');
  });

  step('lets Lars edit the letter and confirm the receipt', async () => {
    await button('Lars', 'Ontvangst bevestigen').click();
    const letter = chat('Lars').getByRole('textbox', { name: 'Brief' });
    assert.match(await letter.inputValue(), /Geachte mevrouw Pietersen|Geachte Mevrouw Pietersen/);
    await letter.fill(`${await letter.inputValue()}\nPS Ik bel u morgen.`);
    await picture('6-letter');
    await button('Lars', 'Ontvangst bevestigen').click();
    await shows('Lars', /De ontvangst is bevestigd/);
    assert.match((await bot.dossier('K-2026-0001')).complaint.letters[0]?.text ?? '', /PS Ik bel u morgen/);
    await picture('7-acknowledged');
  });

  step('brings a complaint about Lars to Fatima, and nothing of it to Lars', async () => {
    await type('Sanne', 'klacht');
    await chat('Sanne').getByLabel('Korte inhoud').waitFor();
    await fillIn('Lars luisterde niet.', 'Lars Brouwer');
    await button('Sanne', 'Klacht registreren').click();
    await shows('Sanne', 'Klacht K-2026-0002 is geregistreerd');
    await shows('Fatima', 'Klacht K-2026-0002');
    assert.equal(await chat('Lars').getByText('K-2026-0002').count(), 0);
    await picture('8-about-lars');
  });

  step('links the channel and puts the digest there the next morning', async () => {
    await chat('Klachten').getByRole('button', { name: 'koppel' }).click();
    await shows('Klachten', 'Dit kanaal is gekoppeld');
    await page.getByRole('button', { name: 'Volgende werkdag' }).click();
    await shows('Klachten', /1 open klacht,/);
    await page.getByText('dinsdag 24 november 2026').first().waitFor();
    await picture('9-digest');
    if (process.env.UPDATE_SCREENSHOT) await page.screenshot({ path: 'docs/tryout.png' });
  });

  step('reminds Fatima when the days go by, and the board when it is late', async () => {
    const day = page.getByLabel('Dag', { exact: true });
    await day.fill('2026-12-01');
    await page.getByRole('button', { name: 'Ga naar dag' }).click();
    await shows('Fatima', 'Dit is een herinnering.');
    await shows('Willem', /te laat/);
    assert.equal(await chat('Klachten').getByText('K-2026-0002').count(), 0);
    await picture('10-late');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture('11-dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  step('shows the same on a telephone, one chat at a time', async () => {
    await page.setViewportSize({ width: 400, height: 860 });
    await page.getByRole('button', { name: /^Fatima/ }).click();
    await shows('Fatima', 'Dit is een herinnering.');
    await picture('12-telephone');
  });

  step('breaks nothing on the way', () => {
    assert.deepEqual(faults, []);
  });
});
