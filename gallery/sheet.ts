import type { Browser } from 'playwright-core';
import type { Card } from '../src/teams/cards/template.ts';
import { stageOf } from './stage.ts';

const path = 'docs/gallery.png';

/** The cards on the sheet of the README, from registration to closing. */
const shown = [
  'registration form, blank',
  'case, registered, with little in it',
  'acknowledge form',
  'registered',
  'what if',
  'channel reminder, late',
  'help for a colleague',
  'erasure request',
];

const css = `
body { width: 1640px; background: var(--page); }
main { display: block; columns: 4; column-gap: 16px; padding: 16px; }
section { break-inside: avoid; padding: 0 0 16px; }`;

/** Makes the contact sheet: some cards side by side in one picture. Returns its path. */
export async function makeSheet(browser: Browser, all: Record<string, Card>): Promise<string> {
  const chosen = Object.fromEntries(
    shown.map((name) => {
      const card = all[name];
      if (!card) throw new Error(`No card is called '${name}'.`);
      return [name, card];
    }),
  );
  const { page } = await stageOf(browser, chosen, 'light');
  await page.setViewportSize({ width: 1640, height: 900 });
  await page.addStyleTag({ content: css });
  await page.screenshot({ path, fullPage: true });
  await page.close();
  return path;
}
