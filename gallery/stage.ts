import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Card } from '../src/teams/cards/template.ts';

/** The looks of a card: light, dark, or on a narrow telephone. Widths in CSS pixels. */
export const looks = {
  light: { colorScheme: 'light', width: 560 },
  dark: { colorScheme: 'dark', width: 560 },
  narrow: { colorScheme: 'light', width: 320 },
} as const;

export type Look = keyof typeof looks;

/** A page on which cards stand below each other, drawn as the try-out draws them. */
export type Stage = {
  page: Page;
  /** The frame of the card with that name. */
  frame(name: string): Locator;
  /** Opens the menu of that card, as a press on its "..." does, and returns it. */
  openMenu(name: string): Promise<Locator>;
};

const origin = 'http://gallery.invalid';

const html = `<!doctype html>
<html lang="nl">
  <head>
    <title>Kaarten van Klachtenbot</title>
    <link rel="stylesheet" href="/theme.css" />
    <link rel="stylesheet" href="/style.css" />
    <link rel="stylesheet" href="/card.css" />
    <link rel="stylesheet" href="/gallery.css" />
    <script src="/adaptivecards.js"></script>
  </head>
  <body><main></main></body>
</html>`;

const css = `
html, body { height: auto; }
body { display: block; padding: 0; }
main { padding: 0; }
section { width: 100%; padding: 8px; }`;

/** Files that come from elsewhere than the folder of the try-out's page. */
const elsewhere: Record<string, string> = {
  '/adaptivecards.js': import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'),
  '/markdown-it.js': import.meta.resolve('markdown-it/browser'),
};

/** Draws every card on a new page of that browser. Fetches nothing from anywhere but this checkout. */
export async function stageOf(browser: Browser, cards: Record<string, Card>, look: Look): Promise<Stage> {
  const { width, colorScheme } = looks[look];
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, locale: 'nl-NL' });
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname === '/gallery.css') return route.fulfill({ contentType: 'text/css', body: css });
    const file = elsewhere[pathname] ?? new URL(`../src/tryout/page${pathname}`, import.meta.url).href;
    const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
    return route.fulfill({ contentType, body: await readFile(fileURLToPath(file)) });
  });
  await page.goto(`${origin}/`);
  await page.evaluate(draw, cards);
  const frame = (name: string): Locator =>
    page.locator('section').and(page.getByLabel(name, { exact: true }));
  return {
    page,
    frame,
    async openMenu(name) {
      await frame(name).getByRole('button', { name: 'Meer knoppen' }).click();
      return page.locator('.ac-ctrl-popup-container');
    },
  };
}

/** Runs in the page. */
async function draw(cards: Record<string, unknown>): Promise<void> {
  const file = '/card.js';
  const { card } = await import(file);
  const nobody = { id: '', personId: () => '' };
  for (const [name, content] of Object.entries(cards)) {
    const section = document.createElement('section');
    section.setAttribute('aria-label', name);
    section.append(card({ id: name, card: content }, [], nobody));
    document.querySelector('main')?.append(section);
  }
}
