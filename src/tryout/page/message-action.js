import { draw } from './card.js';
import { openDialog } from './dialog.js';
import { element } from './element.js';
import { server } from './server.js';

/** Draws the menu on a message: what can be done with it. */
export function messageMenu(activity, people, chat) {
  const register = element('button', { type: 'button' }, 'Klacht registreren');
  const summary = element('summary', { 'aria-label': `Meer bij het bericht van ${activity.name}` }, '⋯');
  const problem = element('p', { className: 'problem', role: 'alert' });
  const menu = element(
    'details',
    { className: 'message-menu' },
    summary,
    element('div', {}, register, problem),
  );
  register.addEventListener('click', use);
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!menu.contains(relatedTarget)) menu.open = false;
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    summary.focus();
  });

  async function use() {
    problem.textContent = '';
    const asked = { personId: chat.personId(), conversationId: chat.id, activityId: activity.id };
    const ask = (more) => server.messageAction({ ...asked, ...more });
    try {
      summary.focus();
      menu.open = false;
      await openDialog(ask, {}, (json, act) => draw(json, people, act));
    } catch (refusal) {
      menu.open = true;
      problem.textContent = refusal.message;
    }
  }

  return menu;
}
