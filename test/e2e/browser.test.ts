import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { story } from '../story.ts';
import { type ABot, aBot } from './a-bot.ts';
import { type APage, aPage } from './a-page.ts';

describe('the main job, played in the page', () => {
  let bot: ABot;
  let room: APage;

  before(async () => {
    bot = await aBot();
    room = await aPage(bot.url());
    for (const name of [/^Fatima/, /^Willem/]) await room.page.getByRole('button', { name }).click();
  });

  after(async () => {
    await room?.close();
    await bot?.end();
  });

  const chat = (name: string): Locator => room.page.getByRole('region', { name });
  const shows = (name: string, words: string | RegExp) => chat(name).getByText(words).last().waitFor();
  const button = (name: string, title: string) =>
    chat(name).getByRole('button', { name: title, exact: true }).last();

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
    await room.page.waitForFunction(() => document.activeElement?.matches('textarea'));
    await room.picture('1-form');
  });

  step('tells Sanne what is missing before anything is sent', async () => {
    await button('Sanne', 'Klacht registreren').click();
    await shows('Sanne', 'Schrijf kort op waar de klacht over gaat');
    await shows('Sanne', 'Vul de naam van de klager in.');
    await room.picture('2-missing');
  });

  step('registers her complaint about Joris and brings Lars the card', async () => {
    await fillIn('Joris heeft drie keer niet teruggebeld.', 'Joris Bakker');
    await room.picture('3-filled');
    await button('Sanne', 'Klacht registreren').click();
    await shows('Sanne', 'Klacht K-2026-0001 is geregistreerd');
    await shows('Lars', 'Klacht K-2026-0001');
    await shows('Lars', 'Joris Bakker');
    await room.picture('4-registered');
  });

  step('explains Lars why that date', async () => {
    await button('Lars', 'Waarom deze datum?').click();
    await shows('Lars', /uiterlijk op de vijfde werkdag daarna/);
    await room.picture('5-why');
  });

  step('lets Lars edit the letter and confirm the receipt', async () => {
    await button('Lars', 'Ontvangst bevestigen').click();
    const letter = chat('Lars').getByRole('textbox', { name: 'Brief' });
    assert.match(await letter.inputValue(), /Geachte mevrouw Pietersen|Geachte Mevrouw Pietersen/);
    await letter.fill(`${await letter.inputValue()}\nPS Ik bel u morgen.`);
    await room.picture('6-letter');
    await button('Lars', 'Ontvangst bevestigen').click();
    await shows('Lars', /De ontvangst is bevestigd/);
    assert.match((await bot.dossier('K-2026-0001')).complaint.letters[0]?.text ?? '', /PS Ik bel u morgen/);
    await room.picture('7-acknowledged');
  });

  step('brings a complaint about Lars to Fatima, and nothing of it to Lars', async () => {
    await type('Sanne', 'klacht');
    await chat('Sanne').getByLabel('Korte inhoud').waitFor();
    await fillIn('Lars luisterde niet.', 'Lars Brouwer');
    await button('Sanne', 'Klacht registreren').click();
    await shows('Sanne', 'Klacht K-2026-0002 is geregistreerd');
    await shows('Fatima', 'Klacht K-2026-0002');
    assert.equal(await chat('Lars').getByText('K-2026-0002').count(), 0);
    await room.picture('8-about-lars');
  });

  step('links the channel and puts the digest there the next morning', async () => {
    await chat('Klachten').getByRole('button', { name: 'koppel' }).click();
    await shows('Klachten', 'Dit kanaal is gekoppeld');
    await room.page.getByRole('button', { name: 'Volgende werkdag' }).click();
    await shows('Klachten', /1 open klacht,/);
    await room.page.getByText('dinsdag 24 november 2026').first().waitFor();
    await room.picture('9-digest');
    if (process.env.UPDATE_SCREENSHOT) await room.page.screenshot({ path: 'docs/tryout.png' });
  });

  step('reminds Fatima when the days go by, and the board when it is late', async () => {
    await room.goTo('2026-12-01', 'dinsdag 1 december 2026');
    await shows('Fatima', 'Dit is een herinnering.');
    await shows('Willem', /te laat/);
    assert.equal(await chat('Klachten').getByText('K-2026-0002').count(), 0);
    await room.picture('10-late');
    await room.page.emulateMedia({ colorScheme: 'dark' });
    await room.picture('11-dark');
    await room.page.emulateMedia({ colorScheme: 'light' });
  });

  step('shows the same on a telephone, one chat at a time', async () => {
    await room.page.setViewportSize({ width: 400, height: 860 });
    await room.page.getByRole('button', { name: /^Fatima/ }).click();
    await shows('Fatima', 'Dit is een herinnering.');
    await room.picture('12-telephone');
  });

  step('breaks nothing on the way', () => {
    assert.deepEqual(room.faults, []);
  });
});
