import { avatar } from './avatar.js';
import { bubbleOf } from './bubble.js';
import { composer } from './composer.js';
import { element } from './element.js';

/**
 * One chat: what was said, and a box to say something.
 * What did not change is left as it is, so that nobody loses what he typed in a card.
 */
export function chat(conversation, role, people, unreadChanged) {
  const { id, kind, title, person } = conversation;
  const shown = new Map();
  let unread = 0;
  let known = false;
  let typingTimer;

  const log = element('div', {
    className: 'log',
    role: 'log',
    tabIndex: 0,
    'aria-label': `Gesprek ${title}`,
  });
  const typing = element('p', { className: 'typing', hidden: true }, 'Klachtenbot is aan het typen …');
  const speaker = speakerOf(person, people);
  const section = element(
    'section',
    { className: 'chat', 'aria-label': `${title} (${role})`, 'data-conversation': id },
    element(
      'header',
      {},
      avatar(title, kind),
      element('h2', {}, title, element('small', {}, role)),
      ...speaker.parts,
    ),
    log,
    typing,
    composer(conversation, speaker.id),
  );
  if (person) section.dataset.person = person.id;
  section.addEventListener('pointerdown', read);
  section.addEventListener('focusin', read);

  function show(fresh) {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const present = new Set(fresh.activities.map((activity) => activity.id));
    for (const [key, { bubble }] of shown) {
      if (present.has(key)) continue;
      bubble.remove();
      shown.delete(key);
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
      if (activity.from === 'bot' && known && !before && !attended()) unread += 1;
      if (!before) latest = bubble;
      if (!before && activity.from !== 'bot') spoke = true;
    }
    if (latest) typing.hidden = true;
    if (latest && (atEnd || spoke || !known || !attended()) && !typingInCard()) toEnd(latest);
    known = true;
    marked();
  }

  /** Whoever pressed a button in it goes on from the card that came in its place. */
  function replace(before, bubble) {
    const focused = before.contains(document.activeElement);
    before.replaceWith(bubble);
    if (!focused) return;
    log.focus({ preventScroll: true });
    toEnd(bubble);
  }

  function typingInCard() {
    return log.contains(document.activeElement) && document.activeElement.matches('input, textarea, select');
  }

  /** The beginning of a tall card is where the reader starts. */
  function toEnd(bubble) {
    const tall = bubble.offsetHeight > log.clientHeight;
    log.scrollTop = tall ? bubble.offsetTop - log.offsetTop - 8 : log.scrollHeight;
  }

  /** Whoever types or clicks here sees what comes. */
  function attended() {
    return section.contains(document.activeElement);
  }

  function read() {
    unread = 0;
    marked();
  }

  function marked() {
    section.classList.toggle('new', unread > 0);
    unreadChanged(unread);
  }

  return {
    section,
    show,
    visible: (on) => {
      const appears = section.hidden && on;
      section.hidden = !on;
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

/** Who speaks here: the person whose chat it is; in the channel the one who is chosen. */
function speakerOf(person, people) {
  if (person) return { parts: [], id: () => person.id };
  const choice = element('select', { 'aria-label': 'Wie spreekt' });
  for (const { id, name, role } of people) {
    choice.append(element('option', { value: id, selected: role === 'officer' }, `als ${name}`));
  }
  return { parts: [choice], id: () => choice.value };
}
