import { mkdir, readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import type { Filled } from './a-card.ts';

const pictures = 'out/screenshots';

/** Somebody's chat in the page, and what they do there. */
export type Seat = ReturnType<typeof seatAt>;

export type APage = Awaited<ReturnType<typeof aPage>>;

/** The try-out in a headless browser of 1600 by 1000. Close it after use. */
export async function aPage(url: string) {
  await mkdir(pictures, { recursive: true });
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, locale: 'nl-NL' });
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(url);
  await page.getByRole('region').first().waitFor();

  return {
    page,
    /** The errors of the page itself. */
    faults,
    seat: (title: string) => seatAt(page, title),
    /** Shows the chats of those people side by side, and no others. */
    async shows(...titles: string[]): Promise<void> {
      for (const tab of await page
        .getByRole('navigation', { name: 'Gesprekken' })
        .getByRole('button')
        .all()) {
        const words = (await tab.textContent()) ?? '';
        const wanted = titles.some((one) => words.includes(one));
        if (wanted !== ((await tab.getAttribute('aria-pressed')) === 'true')) await tab.click();
      }
    },
    /** Lets time pass until nine in the morning of that day; `words` is how the page writes it. */
    async goTo(day: string, words: string): Promise<void> {
      await page.getByLabel('Dag', { exact: true }).fill(day);
      await page.getByRole('button', { name: 'Ga naar dag' }).click();
      await page.getByText(`${words}, 09:0`).waitFor();
    },
    /** A picture of it all, once that part of it is in sight. */
    async picture(name: string, part?: Locator): Promise<void> {
      await part?.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${pictures}/${name}.png` });
    },
    /** The file behind a link. */
    async downloads(link: Locator): Promise<Buffer> {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      return readFile(await download.path());
    },
    close: () => browser.close(),
  };
}

function seatAt(page: Page, title: string) {
  const chat = page.getByRole('region', { name: title });
  const goBack = page.getByRole('button', { name: 'Terug', exact: true });
  const form = chat.locator('.bubble').filter({ has: goBack }).last();

  const reads = (words: string | RegExp) => chat.getByText(words).filter({ visible: true }).last().waitFor();

  /** Presses the latest button with that title, out of the menu behind the six if it is not among them. */
  async function press(button: string, within: Locator = chat): Promise<void> {
    const found = within.getByRole('button', { name: button, exact: true }).last();
    if ((await found.count()) > 0) return found.click();
    await within.locator('.card').last().getByRole('button', { name: 'Meer knoppen' }).click();
    await page.getByRole('menuitem', { name: button, exact: true }).click();
  }

  /** Fills in a form by the labels of its fields; a choice by its words. */
  async function fillIn(filled: Filled, within: Locator = form): Promise<void> {
    for (const [label, value] of Object.entries(filled)) {
      const field = fieldIn(within, label);
      const kind = await field.evaluate((element: HTMLInputElement) => element.type);
      if (kind === 'select-one') await field.selectOption({ label: value });
      else if (kind === 'radio' || kind === 'checkbox') {
        await within
          .getByRole(kind, { name: endingWith(value) })
          .first()
          .check();
      } else await field.fill(value);
    }
  }

  /** Chooses a mailbox of one's own for a letter, where the form proposes no way to send it. */
  async function mailedByHand(): Promise<void> {
    const own = form.getByRole('radio', { name: endingWith('E-mail, uit mijn eigen mailbox') });
    if ((await own.count()) === 0) return;
    const isChosen = await own.evaluate(
      ({ name }: HTMLInputElement) => document.querySelector(`input[name="${name}"]:checked`) !== null,
    );
    if (!isChosen) await own.check();
  }

  return {
    chat,
    form,
    /** A field of the form that is open. */
    field: (label: string) => fieldIn(form, label),
    reads,
    press,
    fillIn,
    async types(text: string): Promise<void> {
      const box = chat.getByRole('textbox', { name: /^Bericht van/ });
      await box.fill(text);
      await box.press('Enter');
    },
    /** Opens the form of a step and fills it in. */
    async opens(step: string, filled: Filled = {}): Promise<void> {
      await press(step);
      await form.waitFor();
      await mailedByHand();
      await fillIn(filled);
    },
    /** Sends the form that is open, and waits until the dossier stands in its place. */
    async sends(step: string): Promise<void> {
      await press(step, form);
      await form.waitFor({ state: 'detached' });
    },
  };
}

const fieldIn = (within: Locator, label: string): Locator => within.getByLabel(startingWith(label)).first();

/** A label may be followed by the mark of what must be filled in; the first of some choices has the label before it. */
const startingWith = (label: string): RegExp => new RegExp(`^${escaped(label)}`);
const endingWith = (choice: string): RegExp => new RegExp(`${escaped(choice)}$`);

const escaped = (text: string): string => text.replace(/[?()]/g, '\\$&');
