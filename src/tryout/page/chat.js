import { avatar } from './avatar.js';
import { bubbleOf } from './bubble.js';
import { composer } from './composer.js';
import { element } from './element.js';
import { installation } from './installation.js';
import { website } from './website.js';

/**
 * Draws one chat: its messages, and a box to type in. Calls `unseenChanged` with what nobody has seen yet. Leaves alone what
 * did not change, so that nobody loses what they typed in a card.
 */
export function chat(conversation, role, people, unseenChanged) {
  const { id, kind, title, person } = conversation;
  const shown = new Map();
  const unseen = new Map();
  let known = false;
  let touched;
  let typingTimer;

  const log = element('div', {
    className: 'log',
    role: 'log',
    tabIndex: 0,
    'aria-label': `Gesprek ${title}`,
  });
  const typing = element('p', { className: 'typing', hidden: true }, 'Klachtenbot is aan het typen …');
  const alerts = element('span', { className: 'badge', hidden: true });
  const speaker = speakerOf(conversation, people);
  const { form: box, asks } = composer(conversation, speaker.id);
  const app = installation(conversation, speaker.id, box);
  const section = element(
    'section',
    { className: 'chat', 'aria-label': `${title} (${role})`, 'data-conversation': id },
    element(
      'header',
      {},
      avatar(title, kind),
      element('h2', {}, title, element('small', {}, role)),
      ...speaker.parts,
      alerts,
      app.menu,
    ),
    log,
    typing,
    box,
    app.absent,
  );
  section.dataset.kind = kind;
  const site = kind === 'website' ? website(log) : undefined;
  if (!isTalk(kind)) for (const part of [box, app.menu]) part.hidden = true;
  if (person) section.dataset.person = person.id;
  section.addEventListener('pointerdown', read);
  section.addEventListener('focusin', read);
  log.addEventListener('pointerdown', ({ target }) => {
    touched = target.closest('.bubble');
  });

  function show(fresh) {
    app.show(fresh.installed);
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const present = new Set(fresh.activities.map((activity) => activity.id));
    for (const [key, { bubble }] of shown) {
      if (present.has(key)) continue;
      bubble.remove();
      shown.delete(key);
      unseen.delete(key);
    }
    let latest;
    let spoke = false;
    for (const activity of fresh.activities) {
      const before = shown.get(activity.id);
      if (before?.edited === activity.edited) continue;
      const bubble = bubbleOf(activity, people, { id, personId: speaker.id });
      if (before) replace(before.bubble, bubble);
      else log.append(bubble);
      shown.set(activity.id, { bubble, edited: activity.edited });
      if (activity.from === 'bot' && known && !before && !attended()) unseen.set(activity.id, activity);
      if (!before) latest = bubble;
      if (!before && activity.from !== 'bot') spoke = true;
    }
    if (latest) typing.hidden = true;
    if (latest && (atEnd || spoke || !known || !attended()) && !typingInCard()) toEnd(latest);
    if (known && latest) beginForm(latest);
    known = true;
    marked();
  }

  /** Puts the cursor in the first field of a form that was asked for by typing here; not while something else is typed. */
  function beginForm(bubble) {
    const asked = bubble.previousElementSibling?.classList.contains('own');
    if (!asked || !box.contains(document.activeElement) || box.querySelector('input').value) return;
    bubble.querySelector('.card :is(textarea, input, select)')?.focus({ preventScroll: true });
  }

  /** Replaces a card; who pressed a button in it goes on from the new one. */
  function replace(before, bubble) {
    const focused = before.contains(document.activeElement);
    before.replaceWith(bubble);
    if (focused) log.focus({ preventScroll: true });
    if (focused || touched === before) toEnd(bubble);
    if (touched === before) touched = bubble;
  }

  function typingInCard() {
    return log.contains(document.activeElement) && document.activeElement.matches('input, textarea, select');
  }

  /** Scrolls to the last message; of a tall card to its beginning, where the reader starts. */
  function toEnd(bubble) {
    const tall = bubble.offsetHeight > log.clientHeight;
    log.scrollTop = tall ? bubble.offsetTop - log.offsetTop - 8 : log.scrollHeight;
  }

  /** Tells whether somebody types or clicks here, and so sees what comes. */
  function attended() {
    return section.contains(document.activeElement);
  }

  function read() {
    unseen.clear();
    marked();
  }

  function marked() {
    const count = [...unseen.values()].filter(({ notify }) => notify).length;
    alerts.hidden = count === 0;
    alerts.textContent = count;
    alerts.title = count === 1 ? '1 nieuwe melding' : `${count} nieuwe meldingen`;
    section.classList.toggle('new', unseen.size > 0);
    unseenChanged(unseen);
  }

  /** Shows the message that a notification is about. */
  function reveal(activityId) {
    const bubble = shown.get(activityId)?.bubble;
    section.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    log.focus({ preventScroll: true });
    if (bubble) log.scrollTop = bubble.offsetTop - log.offsetTop - 8;
  }

  return {
    section,
    show,
    reveal,
    asks,
    visible: (on) => {
      const appears = section.hidden && on;
      section.hidden = !on;
      if (on) site?.open();
      if (appears && log.lastElementChild) toEnd(log.lastElementChild);
    },
    typing: () => {
      typing.hidden = false;
      clearTimeout(typingTimer);
      typingTimer = setTimeout(() => {
        typing.hidden = true;
      }, 3000);
    },
  };
}

/** Tells whether somebody can say something there. */
const isTalk = (kind) => !['mailbox', 'website'].includes(kind);

/** Finds who speaks here: the person whose chat it is; in the channel the one who is chosen. */
function speakerOf({ person, kind }, people) {
  if (!isTalk(kind)) return { parts: [], id: () => undefined };
  if (person) return { parts: [], id: () => person.id };
  const choice = element('select', { 'aria-label': 'Wie spreekt' });
  for (const { id, name, role } of people) {
    choice.append(element('option', { value: id, selected: role === 'officer' }, `als ${name}`));
  }
  return { parts: [choice], id: () => choice.value };
}
