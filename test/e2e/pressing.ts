import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { APage } from './a-page.ts';

/** What stood in the page before a press. */
type Stood = {
  chats: number;
  messages: number;
  menus: number;
  dialog: Element | null;
  place: HTMLElement;
  looks: string;
};

declare global {
  var stood: Stood;
}

/** How long nothing may happen after a press, in milliseconds, and how often it is pressed: a card that is edited just then takes a press with it. */
const longest = 15_000;
const tries = 3;

const pressable = '.card button, .card [role="button"], .file-line a';
const menu = 'Meer knoppen';
const back = 'Terug';

export type Presser = ReturnType<typeof presserIn>;

/** Presses in the page with the mouse; after every press something came of it, the page stands, and `isRight` finds no fault. */
export function presserIn({ page, faults }: APage, isRight: () => Promise<void>) {
  /** The verbs that reached the bot, and what was pressed of which cards. */
  const met = new Set<string>();
  const pressed = new Set<string>();
  let asked = 0;
  let elsewhere = 0;
  page.on('popup', (popup) => {
    elsewhere += 1;
    void popup.close();
  });
  page.on('download', () => {
    elsewhere += 1;
  });
  page.on('request', (request) => {
    if (request.method() !== 'POST') return;
    asked += 1;
    const { action, data, value } = request.postDataJSON() as Record<string, { verb?: string } | undefined>;
    const verb = action?.verb ?? data?.verb ?? value?.verb;
    if (verb) met.add(verb);
  });

  const bubble = (id: string): Locator => page.locator(`[data-activity="${id}"]`);
  const dialog = page.locator('dialog[open]');
  const popup = page.locator('.ac-ctrl-popup-container');
  const buttons = (place: Locator): Locator => place.locator(pressable).filter({ visible: true });

  const namesOn = (place: Locator): Promise<string[]> =>
    buttons(place).evaluateAll((all) => all.map((one) => (one.ariaLabel || one.textContent || '').trim()));

  /** Presses a button of that message, or of the menu or dialog that it opened; tells whether something came of it. */
  async function press(id: string, button: Locator, what: string): Promise<boolean> {
    const before = { asked, elsewhere };
    await isIdle(page);
    await bubble(id).evaluate(remember);
    const isPressed = await button.click({ timeout: longest }).then(
      () => true,
      () => false,
    );
    const end = performance.now() + (isPressed ? longest : 0);
    for (let came = 'nothing'; came === 'nothing' && elsewhere === before.elsewhere; ) {
      if (performance.now() > end) return false;
      came = await page.evaluate(difference);
      assert.notEqual(came, 'wiped', `${what} put the page or its menu out of sight`);
    }
    await isIdle(page);
    assert.deepEqual(faults, [], what);
    if (asked > before.asked) await isRight();
    return true;
  }

  /** Presses the button with that name on a message, or in the menu behind its others, until something comes of it; tells whether it has one. */
  async function pressNamed(id: string, name: string): Promise<boolean> {
    const place = bubble(id);
    for (let times = 0; times < tries; times++) {
      const names = await namesOn(place);
      const isInMenu = !names.includes(name) && (await inMenu(id)).includes(name);
      if (!isInMenu) await closeMenu();
      if (!isInMenu && !names.includes(name)) return false;
      const button = isInMenu
        ? popup.getByRole('menuitem', { name, exact: true })
        : buttons(place).nth(names.indexOf(name));
      if (await press(id, button, name)) return true;
    }
    return assert.fail(`${name}: nothing came of it`);
  }

  /** Opens the menu of a message, if it has one, and lists what is in it. */
  async function inMenu(id: string): Promise<string[]> {
    const isOpen = (await popup.count()) > 0;
    if (!isOpen && (await namesOn(bubble(id))).includes(menu)) await pressNamed(id, menu);
    return popup.getByRole('menuitem').allTextContents();
  }

  async function closeMenu(): Promise<void> {
    if ((await popup.count()) === 0) return;
    await page.keyboard.press('Escape');
    await popup.waitFor({ state: 'detached' });
  }

  /** Closes the dialog that a press opened. */
  async function closeDialog(id: string): Promise<void> {
    if ((await dialog.count()) > 0) assert(await press(id, dialog.locator('.close'), 'Sluiten'));
  }

  const isNew = (card: string, name: string): boolean => {
    const key = `${card}: ${name}`.replace(/\d+/g, '#');
    return !pressed.has(key) && pressed.add(key).size > 0;
  };

  /** Presses what is on the form that a press opened, but what sends it and what is the same on others; then goes back. */
  async function leaves(id: string): Promise<void> {
    await closeDialog(id);
    const place = bubble(id);
    const names = await namesOn(place);
    if (!names.includes(back)) return;
    const sending = await place.locator('.style-positive').allTextContents();
    for (const name of names.filter((one) => one !== back && !sending.includes(one)))
      if (isNew('formulier', name) && (await pressNamed(id, name))) await closeDialog(id);
    await pressNamed(id, back);
  }

  return {
    met,
    /** Presses a button of that message once the page shows it, in the menu or not. */
    async presses(id: string, name: string): Promise<void> {
      await bubble(id).waitFor();
      const end = performance.now() + longest;
      for (; !(await pressNamed(id, name)); await page.waitForTimeout(50))
        assert(performance.now() < end, `There is no ${name} on: ${await bubble(id).innerText()}`);
    },
    /**
     * Presses once whatever is on the message of which `bring` gives the id, its menu too, and in the forms that open: what was not
     * pressed on a card of that kind before. What a press takes away is brought again.
     */
    async pressesAll(who: string, bring: () => Promise<string>): Promise<void> {
      let id = await bring();
      await bubble(id).waitFor();
      const place = bubble(id);
      const card = `${who}, ${await headingOf(place)}`;
      const sending = (await place.locator('input, textarea').filter({ visible: true }).count())
        ? await place.locator('.style-positive').allTextContents()
        : [];
      const names = [...(await namesOn(place)), ...(await inMenu(id))];
      await closeMenu();
      for (const name of names) {
        if (name === menu || sending.includes(name) || !isNew(card, name)) continue;
        if (!(await pressNamed(id, name))) {
          id = await bring();
          await bubble(id).waitFor();
          await pressNamed(id, name);
        }
        await leaves(id);
      }
    },
  };
}

const headingOf = async (place: Locator): Promise<string> =>
  (await place.locator('[role="heading"], .file-line b, .ac-textBlock').first().textContent()) ?? '';

/** Waits until no answer is awaited. */
const isIdle = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));

/** Remembers what stands in the page, before something is pressed there. */
function remember(place: HTMLElement | SVGElement): void {
  const shown = place as HTMLElement;
  globalThis.stood = {
    chats: document.querySelectorAll('.chats .chat').length,
    messages: place.closest('.chat')?.querySelectorAll('.bubble').length ?? 0,
    menus: document.querySelectorAll('.ac-ctrl-popup-container').length,
    dialog: document.querySelector('dialog[open]'),
    place: shown,
    looks: `${shown.offsetHeight} ${shown.innerText} ${document.querySelector<HTMLElement>('dialog[open]')?.innerText}`,
  };
}

/** Says what came of a press: the page or the menu is out of sight; a message, menu or dialog came, what was pressed looks another way, or a field has the cursor. */
function difference(): 'wiped' | 'something' | 'nothing' {
  const { chats, messages, menus, dialog, place, looks } = globalThis.stood;
  const half = innerHeight / 2;
  const [header, room, popup] = ['header.top', 'main.chats', '.ac-ctrl-popup-container'].map((one) =>
    document.querySelector(one)?.getBoundingClientRect(),
  );
  const isSeen = header && header.top >= 0 && room && room.top < half && room.height > half;
  const isMenuSeen = !popup || (popup.top >= 0 && popup.bottom <= innerHeight);
  if (!isSeen || !isMenuSeen || document.querySelectorAll('.chats .chat').length !== chats) return 'wiped';
  const open = document.querySelector<HTMLElement>('dialog[open]');
  const isOther =
    !place.isConnected ||
    open !== dialog ||
    document.activeElement?.matches('input, textarea, select') ||
    document.querySelectorAll('.ac-ctrl-popup-container').length > menus ||
    place.closest('.chat')?.querySelectorAll('.bubble').length !== messages ||
    `${place.offsetHeight} ${place.innerText} ${open?.innerText}` !== looks;
  return isOther ? 'something' : 'nothing';
}
