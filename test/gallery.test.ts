import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { cards, wideCards, withMenu } from '../gallery/cards.ts';
import { flawsOf } from '../gallery/flaws.ts';
import { type Look, looks, type Stage, stageOf } from '../gallery/stage.ts';
import { buttonsOfDossiers, structureFile, structuresOf } from '../gallery/structure.ts';
import type { Card } from '../src/teams/cards/template.ts';
import { violationsOf } from './axe.ts';
import { openBrowser } from './browser.ts';

const all = cards();
const names = Object.keys(all);

describe('the gallery of every card in every state', () => {
  let browser: Browser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());

  for (const look of Object.keys(looks) as Look[]) {
    describe(look, () => {
      let stage: Stage;

      before(async () => {
        stage = await stageOf(browser, all, look);
      });
      after(() => stage?.page.close());

      it('cuts off no text, and puts nothing over anything else', async () => {
        assert.deepEqual(await flawsOf(stage.page), []);
      });

      it('is for everybody: nothing that axe calls serious', async () => {
        assert.deepEqual(await violationsOf(stage.page), []);
      });

      it('opens a menu of which every line can be read, within the window', async () => {
        const menu = await stage.openMenu(withMenu);
        const { width } = stage.page.viewportSize() ?? { width: 0 };
        const box = await menu.boundingBox();
        assert.ok(box && box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
        const cut = await menu
          .locator('.ac-ctrl-dropdown-item')
          .evaluateAll(
            (items) => items.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
          );
        assert.equal(cut, 0);
        assert.deepEqual(await violationsOf(stage.page, '.ac-ctrl-popup-container'), []);
      });
    });
  }

  it('says what it is known to say, part by part', async () => {
    const stage = await stageOf(browser, all, 'light');
    for (const [name, structure] of Object.entries(await structuresOf(stage, names))) {
      const known = await readFile(structureFile(name), 'utf8').catch(() => 'nothing yet');
      assert.equal(
        structure,
        known,
        `${name}: look at it with \`npm run gallery\`, and commit it if it is right`,
      );
    }
    await stage.page.close();
  });

  it('cuts off nothing of a word that is wider than a telephone', async () => {
    const { page } = await stageOf(browser, wideCards(), 'narrow');
    assert.deepEqual(await flawsOf(page), []);
    await page.close();
  });

  it('sees what is wrong', async () => {
    const faulty: Card = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        {
          type: 'TextBlock',
          text: 'Dit is een regel die veel te lang is voor een kaart op een telefoon',
          wrap: false,
        },
        { type: 'Input.Text', id: 'name' },
      ],
    };
    const { page } = await stageOf(browser, { faulty }, 'narrow');
    assert.match((await flawsOf(page)).join(), /is cut off/);
    assert.match((await violationsOf(page)).join(), /label/);
    await page.addStyleTag({ content: '.ac-textInput { margin-top: -40px }' });
    assert.match((await flawsOf(page)).join(), /lies over/);
    await page.close();
  });

  it('keeps no structure of a card that is no more', async () => {
    const kept = await readdir(new URL('./', structureFile('')));
    const structures = [...names, buttonsOfDossiers];
    assert.deepEqual(
      kept.sort(),
      structures.map((name) => structureFile(name).pathname.split('/').at(-1)).sort(),
    );
  });
});
