import { avatar } from './avatar.js';
import { chat } from './chat.js';
import { element } from './element.js';

const roles = {
  colleague: 'Collega',
  officer: 'Klachtenfunctionaris',
  substitute: 'Vervanger',
  board: 'Directie',
};
const narrow = matchMedia('(max-width: 760px)');

/** All chats side by side. The buttons above choose which ones show; on a narrow screen they are tabs. */
export function chats(room, who, state) {
  const all = new Map(state.conversations.map((conversation) => [conversation.id, open(conversation)]));
  let chosen = all.values().next().value;
  arrange();
  narrow.addEventListener('change', arrange);
  show(state);

  function open(conversation) {
    const { person, title } = conversation;
    const role = person ? roles[person.role] : 'Kanaal';
    const badge = element('span', { className: 'badge', hidden: true });
    const tab = element(
      'button',
      { type: 'button', className: 'tab', title: 'Gesprek tonen of verbergen' },
      avatar(title, conversation.kind),
    );
    tab.append(element('span', {}, title, element('small', {}, role)), badge);
    const column = chat(conversation, role, state.people, (unread) => {
      badge.hidden = unread === 0;
      badge.textContent = unread;
      tab.setAttribute('aria-label', `${title}, ${role}${unread ? `, ${unread} nieuw` : ''}`);
    });
    const entry = { column, tab, wanted: isFirstOfRole(person) };
    tab.addEventListener('click', () => choose(entry));
    who.append(tab);
    room.append(column.section);
    return entry;
  }

  /** One of each role is enough to begin with; the channel has none. */
  function isFirstOfRole(person) {
    return !person || state.people.find(({ role }) => role === person.role)?.id === person.id;
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

  function show(fresh) {
    for (const conversation of fresh.conversations) all.get(conversation.id)?.column.show(conversation);
  }

  return { show, typing: (id) => all.get(id)?.column.typing() };
}
