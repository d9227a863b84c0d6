import assert from 'node:assert/strict';
import AxeBuilder from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { story } from '../story.ts';
import { type ABot, aBot } from './a-bot.ts';
import { type APage, aPage } from './a-page.ts';

describe('dialogs, in the page', () => {
  let bot: ABot;
  let open: APage;
  let page: Page;
  before(async () => {
    bot = await aBot();
    open = await aPage(bot.url());
    page = open.page;
  });
  after(async () => {
    await open?.close();
    await bot?.end();
  });

  const chat = (name: string): Locator => open.seat(name).chat;
  const dialog = (title: string): Locator => page.getByRole('dialog', { name: title });
  const button = (within: Locator, title: string): Locator =>
    within.getByRole('button', { name: title, exact: true }).last();
  /** Lists what axe-core calls serious or worse in the open dialog. */
  async function inaccessible(): Promise<string[]> {
    await page.evaluate(AxeBuilder.source);
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof AxeBuilder };
      const { violations } = await axe.run('dialog[open]');
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    });
  }

  const step = story('open, refuse, register, close, and give the keyboard back');

  step('opens the form in a dialog, and says there what is missing before anything is sent', async () => {
    await open.seat('Sanne').types('klacht');
    await chat('Sanne').getByLabel('Telefoonnummer').fill('06 12345678');
    await button(chat('Sanne'), 'In een venster openen').click();
    await dialog('Klacht registreren').waitFor();
    assert.equal(await dialog('Klacht registreren').getByLabel('Telefoonnummer').inputValue(), '06 12345678');
    await open.picture('dialog-form');
    for (const form of [chat('Sanne'), dialog('Klacht registreren')])
      assert.equal(await form.getByLabel('Wijze van ontvangst').inputValue(), 'oral');
    await button(dialog('Klacht registreren'), 'Klacht registreren').click();
    await dialog('Klacht registreren').getByText('Schrijf kort op waar de klacht over gaat').waitFor();
    assert.deepEqual(await inaccessible(), []);
  });

  step('shows the bot’s word on a field inside the dialog, and keeps what was typed', async () => {
    const form = dialog('Klacht registreren');
    await form.getByLabel('Naam van de klager').fill('Mevrouw Pietersen');
    await form.getByLabel('E-mailadres').fill('geen adres');
    await form.getByLabel('Korte inhoud').fill('Joris heeft drie keer niet teruggebeld.');
    await form.getByRole('checkbox', { name: /Joris Bakker/ }).check();
    await button(form, 'Klacht registreren').click();
    await form.getByText('Dit is geen e-mailadres').waitFor();
    assert.equal(await form.getByLabel('Naam van de klager').inputValue(), 'Mevrouw Pietersen');
    assert.ok(await form.getByRole('checkbox', { name: /Joris Bakker/ }).isChecked());
    await form.getByText('Dit is geen e-mailadres').scrollIntoViewIfNeeded();
    await open.picture('dialog-field-error');
  });

  step('registers, shows the number, and the card in the chat becomes the answer', async () => {
    const form = dialog('Klacht registreren');
    await form.getByLabel('E-mailadres').fill('a.pietersen@voorbeeld.nl');
    await button(form, 'Klacht registreren').click();
    await form.getByText('Klacht K-2026-0001 is geregistreerd').waitFor();
    await chat('Sanne').getByText('Klacht K-2026-0001 is geregistreerd').waitFor();
    assert.equal(await chat('Sanne').getByLabel('Korte inhoud').count(), 0);
    await chat('Lars').getByText('Klacht K-2026-0001').first().waitFor();
    assert.deepEqual(await inaccessible(), []);
    await open.picture('dialog-registered');
  });

  step('closes with Esc, and the keyboard goes on in the chat', async () => {
    await page.keyboard.press('Escape');
    await dialog('Klacht registreren').waitFor({ state: 'detached' });
    const focused = page.locator(':focus');
    assert.equal(await focused.getAttribute('aria-label'), 'Gesprek Sanne de Vries');
  });

  step('keeps the keyboard inside while it is open, and gives it back', async () => {
    await button(chat('Lars'), 'Ontvangst bevestigen').click();
    const opener = button(chat('Lars'), 'In een venster openen');
    await opener.press('Enter');
    const form = dialog('Ontvangst bevestigen');
    await form.waitFor();
    for (let tabs = 0; tabs < 12; tabs++) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement !== document.body && !activeElement?.closest('dialog');
      });
      assert.equal(outside, false);
    }
    await form.getByRole('button', { name: 'Sluiten' }).click();
    await form.waitFor({ state: 'detached' });
    assert.ok(await opener.evaluate((element) => element === document.activeElement));
  });

  step('lets Lars edit the letter in the dialog and confirm the receipt', async () => {
    await button(chat('Lars'), 'In een venster openen').click();
    const form = dialog('Ontvangst bevestigen');
    const letter = form.getByRole('textbox', { name: 'Brief' });
    assert.match(await letter.inputValue(), /Geachte mevrouw Pietersen/i);
    await letter.fill(`${await letter.inputValue()}\nPS Ik bel u morgen.`);
    await form.getByRole('radio', { name: /E-mail, uit mijn eigen mailbox/ }).check();
    await open.picture('dialog-letter');
    await button(form, 'Ontvangst bevestigen').click();
    await form.getByText(/De ontvangst is bevestigd/).waitFor();
    await open.picture('dialog-acknowledged');
    await chat('Lars')
      .getByText(/De ontvangst is bevestigd/)
      .waitFor();
    assert.match((await bot.dossier('K-2026-0001')).complaint.letters[0]?.text ?? '', /PS Ik bel u morgen/);
    await form.getByRole('button', { name: 'Sluiten' }).click();
  });

  step('registers what Sanne said, by the menu on her message and the keyboard alone', async () => {
    await open.seat('Sanne').types('De heer Bos wacht al drie weken op een telefoontje.');
    const said = chat('Sanne').locator('.bubble.own', { hasText: 'De heer Bos wacht' });
    const menu = said.getByLabel('Meer bij het bericht van Sanne de Vries');
    await menu.focus();
    await page.keyboard.press('Enter');
    await said.getByRole('button', { name: 'Klacht registreren' }).waitFor();
    await open.picture('message-menu');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const form = dialog('Klacht registreren');
    await form.waitFor();
    assert.match(
      await form.getByLabel('Korte inhoud').inputValue(),
      /^Bericht van Sanne de Vries op 23-11-2026:\nDe heer Bos wacht al drie weken/,
    );
    assert.equal(await form.getByLabel('Wijze van ontvangst').inputValue(), 'written');
    await form.getByLabel('Naam van de klager').fill('De heer Bos');
    await open.picture('message-action');
    await button(form, 'Klacht registreren').press('Enter');
    await form.getByText('Klacht K-2026-0002 is geregistreerd').waitFor();
    await chat('Sanne').getByText('Klacht K-2026-0002 is geregistreerd').waitFor();
    await page.keyboard.press('Escape');
    assert.ok(await menu.evaluate((element) => element === document.activeElement));
  });

  step('registers from a message in the channel, and says nothing of it there', async () => {
    await open.seat('Klachten (Kanaal)').types('help');
    const said = chat('Klachten (Kanaal)').locator('.bubble.own', { hasText: 'help' });
    await said.getByLabel(/^Meer bij het bericht van/).click();
    await said.getByRole('button', { name: 'Klacht registreren' }).click();
    const form = dialog('Klacht registreren');
    await form.getByLabel('Naam van de klager').fill('Mevrouw Kuiper');
    await form.getByLabel('Herkomst').selectOption({ label: 'Anders' });
    await button(form, 'Klacht registreren').click();
    // The message says who wrote it: somebody at the desk.
    await form.getByText(/^Gaat de klacht over/).waitFor();
    await form.locator('input[type=radio][value=no]').check();
    await button(form, 'Klacht registreren').click();
    await form.getByText('Klacht K-2026-0003 is geregistreerd').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await chat('Klachten (Kanaal)').getByText('K-2026-0003').count(), 0);
  });

  step('fits a telephone, and the dark', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: /^Sanne/ }).click();
    await open.seat('Sanne').types('klacht');
    await button(chat('Sanne'), 'In een venster openen').click();
    const form = dialog('Klacht registreren');
    await form.getByLabel('Naam van de klager').waitFor();
    await open.picture('dialog-telephone');
    const { width = 0 } = (await form.boundingBox()) ?? {};
    assert.ok(width > 300 && width <= 360, `${width}`);
    assert.equal(await form.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth), false);
    assert.deepEqual(await inaccessible(), []);
  });

  step('breaks nothing on the way', () => assert.deepEqual(open.faults, []));
});
