import { chats } from './chats.js';
import { clock } from './clock.js';
import { feed } from './feed.js';
import { hint } from './hint.js';
import { registerMenu } from './register-menu.js';
import { sample } from './sample.js';
import { server } from './server.js';
import { story } from './story.js';
import { themeSwitch } from './theme.js';

const state = await server.state();
const time = clock(document.querySelector('.clock'));
const activity = feed((item) => room.reveal(item));
const room = chats(document.querySelector('.chats'), document.querySelector('.who'), state, activity.show);
const told = story(state);
const filled = sample(state, (conversation) => room.asks(conversation.id, 'zaken'));
const isEmpty = () => !room.holdsMessages();
document
  .querySelector('.tools')
  .append(told.button, ...activity.parts, themeSwitch(), ...registerMenu(isEmpty, filled.begin));
const start = hint(state, (conversation) => room.asks(conversation.id, 'klacht'));
document.querySelector('.chats').before(start.panel, filled.panel, told.panel);
time.show(state);
start.show(state);
filled.show(state.sample);

let asking = false;
let askAgain = false;

/** Fetches the state, one request at a time; a change meanwhile is fetched right after it. */
async function refresh() {
  askAgain = asking;
  if (asking) return;
  asking = true;
  try {
    const fresh = await server.state();
    if (fresh.register !== state.register) return location.reload();
    time.show(fresh);
    room.show(fresh);
    start.show(fresh);
  } finally {
    asking = false;
    if (askAgain) await refresh();
  }
}

server.listen({
  open: refresh,
  changed: refresh,
  clock: time.show,
  sample: (now) => {
    filled.show(now);
    if (now.done === now.of) refresh();
  },
  typing: ({ conversationId }) => room.typing(conversationId),
});
