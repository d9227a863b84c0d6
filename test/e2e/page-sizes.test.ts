import assert from 'node:assert/strict';
import { type ABot, aBot, aComplaint, idOf, joris, lars, sanne } from './a-bot.ts';
import { type APage, aPage } from './a-page.ts';

const sizes = [
  { width: 375, height: 812 },
  { width: 1024, height: 768 },
  { width: 1600, height: 1000 },
];

/** What a finger needs on a telephone, in pixels; a part of a pixel may be lost in rounding. */
const finger = 43.5;

describe('the page on a telephone, a tablet and a desk', () => {
  let bot: ABot;
  let room: APage;

  before(async () => {
    bot = await aBot({ SMTP_URL: '' });
    await bot.register(sanne, {
      ...aComplaint,
      'E-mailadres': 'a.pietersen@voorbeeld.nl',
      'Over wie gaat de klacht?': idOf(joris),
    });
    await bot.arrives(lars, /K-2026-0001/);
    for (const _ of ['opens', 'sends']) await bot.press(lars, 'Ontvangst bevestigen');
    await bot.delivered('K-2026-0001', 'letter');
    await bot.say(sanne, 'klacht');
    await bot.say(lars, 'zaken');
    await bot.say(lars, 'zaak 1');
    room = await aPage(bot.url());
  });
  after(async () => {
    await room?.close();
    await bot?.end();
  });

  for (const size of sizes)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`fits ${size.width} pixels, ${colorScheme}: nothing scrolls sideways, overlaps, or is too small to press`, async () => {
        const { page } = room;
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await page.reload();
        await page.getByRole('region').first().waitFor();
        const seen: string[] = [];
        for (const [name, open] of Object.entries(scenes)) {
          const close = await open(size.width < 760);
          await room.picture(`size-${size.width}-${colorScheme}-${name}`);
          seen.push(...(await flaws(size.width < 760)).map((flaw) => `${name}: ${flaw}`));
          await close?.();
        }
        assert.deepEqual(seen, []);
        assert.deepEqual(room.faults, []);
      });

  for (const [width, columns] of [
    [1024, 2],
    [1600, 3],
    [1920, 4],
  ] as const)
    it(`shows ${columns} chats of some width on ${width} pixels, and any other by its tab`, async () => {
      const { page } = room;
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await page.getByRole('region').first().waitFor();
      const chats = page.locator('.chats > .chat:not([hidden])');
      assert.equal(await chats.count(), columns);
      const widths = await chats.evaluateAll((all) => all.map(({ clientWidth }) => clientWidth));
      assert.ok(
        widths.every((one) => one >= 460),
        String(widths),
      );
      assert.deepEqual(
        await chats.evaluateAll((all) =>
          all.slice(0, 2).map((one) => (one as HTMLElement).ariaLabel?.split(' (')[0]),
        ),
        [sanne, lars],
      );
      await tab(joris);
      await page.getByRole('region', { name: joris }).waitFor();
    });

  /** What somebody has open; each says how it is closed again. */
  const scenes: Record<string, (narrow: boolean) => Promise<(() => Promise<void>) | undefined>> = {
    'a form': async (narrow) => {
      if (narrow) await tab(sanne);
      return undefined;
    },
    'a dossier': async (narrow) => {
      if (narrow) await tab(lars);
      return undefined;
    },
    'the clock': async (narrow) => {
      if (!narrow) return undefined;
      const unfold = room.page.getByRole('button', { name: 'Klok' });
      await unfold.click();
      return () => unfold.click();
    },
    'the mailbox': async (narrow) => {
      if (!narrow) return undefined;
      await tab('Postbus');
      return () => tab(lars);
    },
    'the menu of a chat': async () => {
      const menu = room.page.getByLabel(`Meer over ${lars}`);
      await menu.click();
      return () => room.page.keyboard.press('Escape');
    },
    activities: async () => {
      await room.page.getByRole('button', { name: /^Activiteit/ }).click();
      return () => room.page.keyboard.press('Escape');
    },
    'the register': async () => {
      await room.page.getByRole('button', { name: 'Register', exact: true }).click();
      return () => room.page.keyboard.press('Escape');
    },
    'the story': async () => {
      await room.page.getByRole('button', { name: 'Laat zien' }).click();
      return () => room.page.getByRole('button', { name: 'Sluiten' }).click();
    },
    'a dialog': async (narrow) => {
      if (narrow) await tab(sanne);
      await room.seat(sanne).press('In een venster openen');
      await room.page.getByRole('dialog').waitFor();
      return async () => {
        await room.page.getByRole('button', { name: 'Sluiten' }).click();
        await room.page.getByRole('dialog').waitFor({ state: 'detached' });
      };
    },
  };

  const tab = (name: string) => room.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();

  /** Looks at every control that can be seen, and scrolls to those that are below. */
  const flaws = (narrow: boolean): Promise<string[]> =>
    room.page.evaluate(
      ({ least }) => {
        const found: string[] = [];
        const wide = [document.documentElement, ...document.querySelectorAll('.log, dialog .content')];
        for (const part of wide)
          if (part.scrollWidth > part.clientWidth + 1)
            found.push(`${part.className || part.tagName} scrolls sideways: ${part.scrollWidth}`);
        const modal = document.querySelector('dialog[open], :popover-open, details[open]');
        const controls = (modal ?? document).querySelectorAll<HTMLElement>(
          'button, input, select, textarea, summary, [role="menuitem"], [role="button"], .file-line a',
        );
        for (const control of controls) {
          if (!control.checkVisibility({ opacityProperty: true }) || control.matches(':disabled')) continue;
          control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          const { left, top, right, bottom } = areaOf(control);
          const name = `${control.tagName} ${control.ariaLabel ?? control.textContent?.trim().slice(0, 30) ?? ''}${control.id}`;
          if (least > 0 && (bottom - top < least || right - left < least))
            found.push(`${name} is ${Math.round(right - left)} by ${Math.round(bottom - top)}`);
          const middle = control.getBoundingClientRect();
          const at = document.elementFromPoint(
            middle.left + middle.width / 2,
            middle.top + middle.height / 2,
          );
          if (!at || !(control.contains(at) || at.contains(control) || at.closest('label')))
            found.push(`${name} lies under ${at?.tagName} ${at?.className}`);
        }
        return found;

        /** A box to tick is pressed on its words as well. */
        function areaOf(control: HTMLElement): DOMRect {
          const own = control.getBoundingClientRect();
          if (!control.matches('[type="checkbox"], [type="radio"]')) return own;
          return control.parentElement?.getBoundingClientRect() ?? own;
        }
      },
      { least: narrow ? finger : 0 },
    );
});
