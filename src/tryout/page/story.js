import { castOf } from './cast.js';
import { element } from './element.js';
import { hands, Stuck } from './hands.js';
import { storyPanel } from './story-panel.js';
import { steps } from './story-steps.js';
import { Ended, pacing } from './tempo.js';

const taken = 'Je doet zelf iets, dus het verhaal is gestopt.';
const kept = 'Alles wat gebeurd is staat in het register; je kunt van hier af zelf verder.';

/** Plays the story: a whole course in the page, by itself. `button` opens it, `panel` is the bar that tells it. */
export function story(state) {
  const panel = storyPanel({ begin, pause, next, stop: () => pace?.end('Het verhaal is gestopt.'), close });
  const button = element('button', { type: 'button', className: 'plain main' }, 'Laat zien');
  let pace;
  let held = false;
  let oneStep = false;
  button.addEventListener('click', () => (pace ? panel.focus() : panel.open()));
  for (const event of ['click', 'beforeinput']) document.addEventListener(event, notice, true);

  /** Notices what a person does, as opposed to the story. */
  function notice({ isTrusted, target }) {
    if (isTrusted && target.closest?.('.chats, .clock, .who, dialog')) pace?.end(taken);
  }

  async function begin() {
    pace = pacing(panel.tempo);
    hold(false);
    panel.focus();
    const cast = castOf(state);
    try {
      await play(cast, hands(pace.touch));
      panel.show('ended');
      panel.say('Het dossier is gesloten', cast.filled(`Klacht {number} is opgelost (artikel 9). ${kept}`));
    } catch (reason) {
      if (!(reason instanceof Stuck) && !(reason instanceof Ended)) console.error(reason);
      panel.show('ended');
      panel.say('Gestopt', `${wordsFor(reason)} ${kept}`);
    } finally {
      pace = undefined;
    }
    if ([document.body, ...panel.section.querySelectorAll('*')].includes(document.activeElement))
      panel.focus();
  }

  async function play(cast, hand) {
    for (const chat of bystanders(cast)) await hand.toggle(chat);
    for (const [index, { article = 'Vooraf', text, acts }] of steps.entries()) {
      panel.step(index, steps.length);
      panel.say(`${index + 1} van ${steps.length} · ${article}`, cast.filled(text));
      for (const act of acts) await perform(act, cast, hand);
      panel.say(`${index + 1} van ${steps.length} · ${article}`, cast.filled(text));
      if (oneStep) hold(true);
      else await pace.read(text);
    }
  }

  function hold(on) {
    held = on;
    oneStep = false;
    pace.hold(on);
    panel.show(on ? 'held' : 'playing');
  }

  function pause() {
    hold(!held);
  }

  /** Goes one step on while the story is held; otherwise starts the next step now. */
  function next() {
    const wasHeld = held;
    hold(false);
    oneStep = wasHeld;
    pace.hurry();
  }

  function close() {
    panel.section.hidden = true;
    button.focus();
  }

  return { button, panel: panel.section };
}

const nobody =
  'In het verhaal spelen twee collega’s en een klachtenfunctionaris mee. Hier is er een te weinig.';

async function perform(act, cast, hand) {
  const { who, types, opens, form, fills, presses, written, sends, reads, meets, workdays = 0, day } = act;
  const chat = who && cast.chatOf(who);
  if (who && !chat) throw new Stuck(nobody);
  if (types || sends || workdays || day) hand.remember();
  if (chat?.hidden) await hand.toggle(chat);
  if (types) await hand.say(chat, cast.filled(types));
  if (opens) await hand.press(chat, opens);
  if (form) await hand.field(chat, form);
  if (fills) await hand.fill(chat, filledIn(fills, cast));
  if (presses) await hand.press(chat, presses);
  if (written) await hand.written(chat, written);
  if (sends) await hand.send(chat, sends);
  if (reads) cast.learn((await hand.arrives([chat], cast.filled(reads))).textContent);
  if (meets) cast.plays(meets, (await hand.arrives(cast.others(), cast.filled('{number}'))).closest('.chat'));
  for (let passed = 0; passed < workdays; passed++) await hand.passTime();
  if (day) await hand.passTime(cast.filled(day));
}

/** Hides the chats of who plays no part; not where one chat shows at a time. */
function bystanders(cast) {
  const shown = [...document.querySelectorAll('.chat:not([hidden])')];
  const parts = ['receiver', 'officer', 'respondent', 'channel', 'mailbox'].map(cast.chatOf);
  return shown.length > 1 ? shown.filter((chat) => !parts.includes(chat)) : [];
}

const filledIn = (values, cast) =>
  Object.fromEntries(Object.entries(values).map(([label, value]) => [label, cast.filled(value)]));

const wordsFor = (reason) =>
  reason instanceof Ended ? reason.message : `Het verhaal kan niet verder: ${reason.message}`;
