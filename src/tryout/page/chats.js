import { avatar } from './avatar.js';
import { chat } from './chat.js';
import { element } from './element.js';

const roles = {
  colleague: 'Collega',
  officer: 'Klachtenfunctionaris',
  substitute: 'Vervanger',
  board: 'Directie',
  channel: 'Kanaal',
  mailbox: 'E-mail aan klagers',
  website: 'Feedbackformulier',
};
const narrow = matchMedia('(max-width: 760px)');

/** The least width of a column, with the space beside it, in pixels. */
const columnWidth = 480;

/**
 * Draws all chats side by side. The buttons above choose which ones show; on a narrow screen they are tabs. Calls `news` with
 * the notifications, the latest first, and with which of them nobody has seen.
 */
export function chats(room, who, state, news) {
  let latest = state;
  const all = new Map(state.conversations.map((conversation) => [conversation.id, open(conversation)]));
  let chosen = all.values().next().value;
  for (const id of firstShown(state)) all.get(id).wanted = true;
  arrange();
  narrow.addEventListener('change', arrange);
  show(state);

  function open(conversation) {
    const { person, kind, title } = conversation;
    const role = roles[person?.role ?? kind];
    const count = element('span');
    const badge = element(
      'span',
      { className: 'badge', hidden: true },
      count,
      element('span', { className: 'unseen' }, ' nieuw'),
    );
    const tab = element(
      'button',
      {
        type: 'button',
        className: 'tab',
        title: 'Gesprek tonen of verbergen',
        'data-conversation': conversation.id,
      },
      avatar(title, conversation.kind),
    );
    tab.append(element('span', {}, title, element('small', {}, role)), badge);
    const entry = { tab, wanted: false, unseen: new Map() };
    entry.column = chat(conversation, role, state.people, (unseen) => {
      entry.unseen = unseen;
      badge.hidden = unseen.size === 0;
      count.textContent = unseen.size;
      tellNews();
    });
    tab.addEventListener('click', () => choose(entry));
    who.append(tab);
    room.append(entry.column.section);
    return entry;
  }

  function choose(entry) {
    if (narrow.matches) chosen = entry;
    else entry.wanted = !entry.wanted;
    arrange();
  }

  function arrange() {
    for (const entry of all.values()) {
      const visible = narrow.matches ? entry === chosen : entry.wanted;
      entry.tab.setAttribute('aria-pressed', String(visible));
      entry.column.visible(visible);
    }
  }

  function appear(chatId) {
    const entry = all.get(chatId);
    if (!entry) return;
    entry.wanted = true;
    chosen = entry;
    arrange();
    return entry;
  }

  function show(fresh) {
    latest = fresh;
    for (const conversation of fresh.conversations) all.get(conversation.id)?.column.show(conversation);
  }

  function tellNews() {
    const items = latest.conversations.flatMap(({ id, title, activities }) =>
      activities
        .filter(({ notify }) => notify)
        .map((activity) => ({
          ...activity,
          to: title,
          chatId: id,
          fresh: all.get(id)?.unseen.has(activity.id),
        })),
    );
    news(items.sort((one, other) => other.at.localeCompare(one.at)));
  }

  return {
    show,
    /** Tells whether anything was said. */
    holdsMessages: () => latest.conversations.some(({ activities }) => activities.length > 0),
    typing: (id) => all.get(id)?.column.typing(),
    reveal({ chatId, id }) {
      appear(chatId)?.column.reveal(id);
    },
    /** Says that in the chat, as its person would. */
    asks: (chatId, text) => appear(chatId)?.column.asks(text),
  };
}

/** Chooses one of each role to begin with, and no more than fit: who complains and who handles go before the rest. */
function firstShown({ conversations }) {
  const room = Math.max(1, Math.floor(window.innerWidth / columnWidth));
  const roleOf = ({ person, kind }) => person?.role ?? kind;
  return ['colleague', 'officer', 'mailbox', 'channel', 'substitute', 'board']
    .flatMap((role) => conversations.find((one) => roleOf(one) === role) ?? [])
    .slice(0, room)
    .map(({ id }) => id);
}
