import { mkdir, writeFile } from 'node:fs/promises';
import { openBrowser } from '../test/browser.ts';
import { cards, withMenu } from './cards.ts';
import { makeSheet } from './sheet.ts';
import { type Look, looks, stageOf } from './stage.ts';
import { fileName, structureFile, structuresOf } from './structure.ts';

/** Draws every card in every state and every look to `out/gallery`, the sheet for the README, and their structures. */
async function main(): Promise<void> {
  const all = cards();
  const names = Object.keys(all);
  const browser = await openBrowser();
  try {
    for (const look of Object.keys(looks) as Look[]) {
      const stage = await stageOf(browser, all, look);
      const folder = `out/gallery/${look}`;
      await mkdir(folder, { recursive: true });
      for (const name of names) {
        await stage.frame(name).screenshot({ path: `${folder}/${fileName(name)}.png` });
      }
      await stage.openMenu(withMenu);
      await stage.page.screenshot({ path: `${folder}/${fileName(withMenu)}-with-its-menu.png` });
      if (look === 'light') {
        for (const [name, structure] of Object.entries(await structuresOf(stage, names))) {
          await writeFile(structureFile(name), structure);
        }
      }
      await stage.page.close();
      console.log(`${folder}: ${names.length} cards`);
    }
    console.log(await makeSheet(browser, all));
  } finally {
    await browser.close();
  }
}

await main();
