import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { story } from '../story.ts';
import { type TryoutServer, tryoutServer } from './tryout-server.ts';

describe('the page of the try-out, in a browser', () => {
  let teams: TryoutServer;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  before(async () => {
    await mkdir('out', { recursive: true });
    teams = await tryoutServer();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 2400, height: 1000 }, locale: 'nl-NL' });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(teams.url);
  });

  after(async () => {
    await browser?.close();
    await teams?.close();
  });

  const chat = (name: string) => page.getByRole('region', { name });

  const step = story('shows what is said, asked, refused and chosen, from one chat to the next');

  step('shows the time and the chats side by side', async () => {
    await page.getByText('maandag 23 november 2026, 10:00').waitFor();
    for (const name of ['Sanne de Vries', 'Lars Brouwer', 'Fatima', 'Willem', 'Klachten (Kanaal)']) {
      await chat(name).waitFor();
    }
    for (const name of ['Ingrid Smit', 'Joris Bakker']) assert.equal(await chat(name).count(), 0);
    await page.screenshot({ path: 'out/tryout-empty.png' });
  });

  step('lets Sanne type, and shows what the bot answers', async () => {
    const box = chat('Sanne').getByRole('textbox', { name: 'Bericht van Sanne de Vries' });
    await box.fill('hallo daar');
    await box.press('Enter');
    await chat('Sanne').getByText('Je zei: hallo daar').waitFor();
    assert.equal(await box.inputValue(), '');
  });

  step('keeps what Sanne typed in a card when somebody else gets a message', async () => {
    const box = chat('Sanne').getByRole('textbox', { name: 'Bericht van' });
    await box.fill('kaart');
    await box.press('Enter');
    const name = chat('Sanne').getByLabel('Naam van de klager');
    await name.fill('Mevrouw Pietersen');
    await chat('Lars').getByRole('button', { name: 'zaken' }).click();
    await chat('Lars').getByText('Je zei: zaken').waitFor();
    await chat('Sanne').getByRole('button', { name: 'help' }).click();
    await chat('Sanne').getByText('Je zei: help').waitFor();
    assert.equal(await name.inputValue(), 'Mevrouw Pietersen');
  });

  step('offers everyone in the directory in a picker of people, once', async () => {
    const picked = chat('Sanne').getByRole('checkbox', { name: /Joris Bakker|Lars Brouwer/ });
    assert.equal(await picked.count(), 2);
    await chat('Sanne').getByRole('checkbox', { name: 'Joris Bakker' }).check();
  });

  step('shows notices and refusals under the card', async () => {
    await chat('Sanne').getByRole('button', { name: 'Noteren' }).click();
    await chat('Sanne').getByText('Genoteerd.').waitFor();
    await chat('Sanne').getByRole('button', { name: 'Weigeren' }).click();
    await chat('Sanne').getByText('Dat mag alleen de klachtenfunctionaris').waitFor();
    await page.screenshot({ path: 'out/tryout-card.png' });
  });

  step('brings who says something to the answer, also when they had scrolled back', async () => {
    const log = chat('Sanne').getByRole('log');
    await log.evaluate((element) => element.scrollTo(0, 0));
    const box = chat('Sanne').getByRole('textbox', { name: 'Bericht van' });
    await box.fill('ben je er nog');
    await box.press('Enter');
    await chat('Sanne').getByText('Je zei: ben je er nog').waitFor();
    const left = await log.evaluate(({ scrollHeight, scrollTop, clientHeight }) => [
      scrollTop > 0,
      scrollHeight - scrollTop - clientHeight < 80,
    ]);
    assert.deepEqual(left, [true, true]);
  });

  step('says which field is still empty before anything is sent', async () => {
    const heard = teams.bot.heard.length;
    const name = chat('Sanne').getByLabel('Naam van de klager');
    await name.fill('');
    await chat('Sanne').getByRole('button', { name: 'Klacht registreren' }).click();
    await chat('Sanne').getByText('Vul de naam van de klager in.').waitFor();
    assert.equal(teams.bot.heard.length, heard);
    await name.fill('Mevrouw Pietersen');
  });

  step('replaces the card when its button is pressed', async () => {
    await chat('Sanne').getByRole('button', { name: 'Klacht registreren' }).click();
    await chat('Sanne').getByText('Klacht K-2026-0001 is geregistreerd').waitFor();
    await chat('Sanne').getByText('Mevrouw Pietersen').waitFor();
    assert.equal(await chat('Sanne').getByLabel('Naam van de klager').count(), 0);
    assert.equal(await page.locator(':focus').getAttribute('aria-label'), 'Gesprek Sanne de Vries');
    const { value } = teams.bot.heard.at(-1) ?? {};
    assert.equal(value.action.data.over, '1a7e5c93-8d24-4b6f-9a50-3f4e5d6c7b05');
  });

  step('shows everywhere what time it becomes', async () => {
    await page.getByRole('button', { name: 'Volgende werkdag' }).click();
    await page.getByText('dinsdag 24 november 2026').waitFor();
  });

  step('gathers what somebody must see in the activity feed, and nothing else', async () => {
    const { id } = await teams.chatWith('Fatima el Amrani');
    const send = (text: string, channelData = {}) =>
      teams.ask(`/tryout/connector/v3/conversations/${encodeURIComponent(id)}/activities`, {
        type: 'message',
        text,
        summary: `${text} in het kort`,
        channelData,
      });
    await send('Een weetje');
    await send('Een klacht voor jou', { notification: { alert: true } });
    await chat('Fatima').getByTitle('1 nieuwe melding').waitFor();
    await page.getByRole('button', { name: 'Activiteit, 1 nieuw' }).click();
    const feed = page.getByRole('region', { name: 'Activiteit' });
    assert.deepEqual(await feed.getByRole('listitem').count(), 1);
    await page.screenshot({ path: 'out/tryout-feed.png' });
    await feed.getByRole('button', { name: 'Een klacht voor jou in het kort' }).click();
    await page.getByRole('button', { name: 'Activiteit', exact: true }).waitFor();
    assert.equal(await page.locator(':focus').getAttribute('aria-label'), 'Gesprek Fatima el Amrani');
  });

  step('takes the app away from a person, who then hears nothing, until they have it again', async () => {
    await chat('Fatima').getByLabel('Meer over Fatima el Amrani').click();
    await chat('Fatima').getByRole('button', { name: 'App verwijderen' }).click();
    await chat('Fatima').getByText('De app is hier verwijderd').waitFor();
    assert.equal(await chat('Fatima').getByRole('textbox', { name: 'Bericht van' }).count(), 0);
    await chat('Fatima').getByRole('button', { name: 'App toevoegen' }).click();
    await chat('Fatima').getByRole('textbox', { name: 'Bericht van' }).waitFor();
    assert.equal(teams.bot.heard.at(-1)?.action, 'add');
  });

  step('shows the chats that are chosen, also in the dark, on a telephone, and in the channel', async () => {
    await page.getByRole('button', { name: /^Ingrid Smit/ }).click();
    await chat('Ingrid Smit').waitFor();
    await chat('Klachten').getByRole('button', { name: 'koppel' }).click();
    await chat('Klachten').getByText('Je zei: koppel').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: 'out/tryout-dark.png' });
    await page.setViewportSize({ width: 380, height: 800 });
    await page.getByRole('button', { name: /^Fatima/ }).click();
    await chat('Fatima').waitFor();
    assert.equal(await chat('Sanne').count(), 0);
    await page.screenshot({ path: 'out/tryout-narrow.png' });
  });

  step('breaks nothing on the way, and stays within its content security policy', () => {
    assert.deepEqual(faults, []);
  });
});
