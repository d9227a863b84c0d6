import assert from 'node:assert/strict';
import { ofEachKind } from '../register/some-documents.ts';
import { story } from '../story.ts';
import { type ABot, aBot } from './a-bot.ts';
import { type APage, aPage } from './a-page.ts';

const png = ofEachKind.png ?? Buffer.alloc(0);

describe('a picture that is pasted in the page', () => {
  let bot: ABot;
  let open: APage;
  before(async () => {
    bot = await aBot();
    open = await aPage(bot.url());
    await bot.register('Sanne de Vries');
    await bot.arrives('Lars Brouwer', /K-2026-0001/);
  });
  after(async () => {
    await open?.close();
    await bot?.end();
  });

  const step = story('from the clipboard to the computer of the handler');
  const chat = (name: string) => open.page.getByRole('region', { name });

  step('is seen in the chat, and asked about', async () => {
    const box = chat('Sanne').getByRole('textbox', { name: /^Bericht van/ });
    await box.fill('Deze foto stuurde de klager.');
    await box.evaluate(
      (input, bytes) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
        input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [...png],
    );
    await chat('Sanne')
      .getByRole('img', { name: /Geplakte afbeelding/ })
      .waitFor();
    await chat('Sanne').getByText('Bij welke zaak?').waitFor();
    await chat('Sanne').getByText('Deze foto stuurde de klager.').last().waitFor();
  });

  step('is kept under the dossier that is chosen', async () => {
    await chat('Sanne')
      .getByRole('radio', { name: /K-2026-0001/ })
      .check();
    await chat('Sanne').getByRole('button', { name: 'Bij deze zaak bewaren', exact: true }).click();
    await chat('Sanne')
      .getByText(/Bewaard bij klacht K-2026-0001/)
      .waitFor();
    await open.picture('sent-file');
  });

  step('stands on the card of Lars, and comes to his computer byte for byte', async () => {
    const lars = open.seat('Lars');
    await bot.say('Lars Brouwer', 'zaak 1');
    await chat('Lars').getByRole('button', { name: 'Wat is vastgelegd' }).last().click();
    await lars.reads(/Afbeelding \(png/);
    await lars.press('Document downloaden');
    await chat('Lars').getByLabel('Welk document?').waitFor();
    await chat('Lars').getByRole('button', { name: 'Document downloaden', exact: true }).last().click();
    await chat('Lars').getByRole('button', { name: 'Toestaan' }).click();
    const link = chat('Lars').getByRole('link', { name: 'K-2026-0001-document-1.png' });
    assert.deepEqual(await open.downloads(link), png);
  });

  step('can be sent by the button too, also at the width of a phone', async () => {
    await open.page.setViewportSize({ width: 375, height: 740 });
    const attach = open.page
      .getByRole('button', { name: 'Bestand sturen' })
      .filter({ visible: true })
      .first();
    await attach.scrollIntoViewIfNeeded();
    const [chooser] = await Promise.all([open.page.waitForEvent('filechooser'), attach.click()]);
    await chooser.setFiles({ name: 'brief.pdf', mimeType: 'application/pdf', buffer: ofEachKind.pdf ?? png });
    await open.page.getByRole('link', { name: 'brief.pdf' }).waitFor();
    const wide = await open.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 375, `the page is ${wide} px wide`);
    await open.picture('sent-file-narrow');
  });

  step('leaves no fault in the page', () => assert.deepEqual(open.faults, []));
});
