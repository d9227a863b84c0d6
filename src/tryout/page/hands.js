import { buttonIn, choiceIn, fieldIn, moreIn, placesIn, problemIn, wordsOf } from './finding.js';

/** A step of the story that cannot be done; its message is for who watches. */
export class Stuck extends Error {}

/** How long an answer may take, how long moving time may take, and how often to look. In milliseconds. */
const answerTimeoutMs = 15_000;
const walkMs = 120_000;
const lookEveryMs = 40;

/** In how many pieces a text is typed. */
const keystrokes = 12;

/**
 * Makes hands that use the page as a person would: they fill in fields and press buttons that can be seen, and the page does
 * the rest. Awaits `rest(touches)` in between; it rejects when the hands must stop.
 */
export function hands(rest) {
  let known = new Set();
  let lastUsed;

  async function until(look, sought, chat, forMs = answerTimeoutMs) {
    for (const end = performance.now() + forMs; performance.now() < end; ) {
      const found = look();
      if (found) return found;
      await new Promise((later) => setTimeout(later, lookEveryMs));
      await rest(0);
    }
    const places = chat ? [placesIn(chat, lastUsed)[0] ?? chat, chat] : [];
    throw new Stuck(places.map(problemIn).find(Boolean) ?? `${sought} kwam niet.`);
  }

  async function touch(target) {
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    target.classList.add('touched');
    target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    try {
      await rest(1);
    } finally {
      target.classList.remove('touched');
    }
  }

  async function press(target) {
    await touch(target);
    target.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
    target.click();
  }

  const inPlaces = (chat, look) => {
    for (const place of placesIn(chat, lastUsed)) {
      const found = look(place);
      if (found) return found;
    }
  };

  async function pressTitle(chat, title) {
    const look = (place) => buttonIn(place, title) ?? moreIn(place);
    let button = await until(() => inPlaces(chat, look), `De knop “${title}”`, chat);
    lastUsed = button.closest('.bubble')?.dataset.activity ?? lastUsed;
    if (wordsOf(button) !== title) {
      await press(button);
      button = await until(
        () => buttonIn(document.body, title, '[role="menuitem"]'),
        `De knop “${title}”`,
        chat,
      );
    }
    await press(button);
  }

  /** The field, once it is there; the card that it is on is the one in use. */
  async function field(chat, label) {
    const found = await until(
      () => inPlaces(chat, (place) => fieldIn(place, label)),
      `Het veld “${label}”`,
      chat,
    );
    lastUsed = found.closest('.bubble')?.dataset.activity ?? lastUsed;
    return found;
  }

  async function enter(chat, label, value) {
    const control = await field(chat, label);
    if (control.matches('select')) {
      const option = [...control.options].find((one) => wordsOf(one) === value);
      if (!option) throw new Stuck(`Bij “${label}” kan ik “${value}” niet kiezen.`);
      await touch(control);
      return set(control, option.value);
    }
    if (control.matches('input, textarea')) {
      await touch(control);
      return write(control, value);
    }
    const choice = choiceIn(control, value);
    if (!choice) throw new Stuck(`Bij “${label}” kan ik “${value}” niet kiezen.`);
    if (!choice.checked) await press(choice);
  }

  async function write(control, value) {
    const pieces = control.matches('textarea, [type="text"]') ? keystrokes : 1;
    for (let piece = 1; piece <= pieces; piece++) {
      set(control, value.slice(0, Math.ceil((value.length * piece) / pieces)));
      await rest(1 / pieces);
    }
  }

  function set(control, value) {
    control.value = value;
    for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
  }

  return {
    /** What comes from now on is new. */
    remember() {
      known = new Set(document.querySelectorAll('.bubble'));
    },

    /** The new bubble in one of those chats that holds those words, once it is there; it is the one in use. */
    async arrives(chats, words) {
      const look = (chat) =>
        [...chat.querySelectorAll('.bubble.bot')].find(
          (bubble) => !known.has(bubble) && wordsOf(bubble).includes(words),
        );
      const found = await until(() => chats.map(look).find(Boolean), `Bericht met “${words}”`, chats[0]);
      lastUsed = found.dataset.activity;
      return found;
    },

    /** Shows or hides a chat, with its button above. */
    toggle: (chat) =>
      press(document.querySelector(`.tab[data-conversation="${CSS.escape(chat.dataset.conversation)}"]`)),

    async say(chat, text) {
      const box = chat.querySelector('.composer input');
      if (!box.checkVisibility()) throw new Stuck('De app is verwijderd uit een gesprek dat meedoet.');
      await touch(box);
      await write(box, text);
      await press(chat.querySelector('.composer [type="submit"]'));
    },

    press: pressTitle,
    field,

    /** Waits until something stands in that field. */
    written: (chat, label) =>
      until(() => inPlaces(chat, (place) => fieldIn(place, label)?.value), `Tekst in “${label}”`, chat),

    async fill(chat, values) {
      for (const [label, value] of Object.entries(values)) await enter(chat, label, value);
    },

    /** Presses, and waits until the form with that button has made place for something else. */
    async send(chat, title) {
      await pressTitle(chat, title);
      const [form] = placesIn(chat, lastUsed);
      await until(() => !isThere(form) || problemIn(form), `Antwoord op “${title}”`, chat);
      const [card] = placesIn(chat, lastUsed);
      if (isThere(form) || card.querySelector('input, textarea, select'))
        throw new Stuck(problemIn(card) ?? `“${title}” werd niet aangenomen. Op de kaart staat waarom.`);
    },

    /** Presses on the clock, and waits until that time has come. */
    async passTime(day) {
      const clock = document.querySelector('.clock');
      if (day) set(clock.querySelector('input'), day);
      await press(clock.querySelector(day ? '[type="submit"]' : '[data-step="workday"]'));
      await until(() => clock.ariaBusy !== 'true', 'De volgende dag', undefined, walkMs);
      const said = wordsOf(clock.querySelector('.said'));
      if (said) throw new Stuck(said);
    },
  };
}

const isThere = (part) => part.isConnected && (!part.matches('dialog') || part.open);
