import { element } from './element.js';
import { icon } from './icon.js';
import { server } from './server.js';

/**
 * Draws the buttons to remove the app from a chat and to put it back. `menu` belongs in the header of the chat; `absent` takes
 * the place of `box`, in which one types. `show(installed)` shows how it is now.
 */
export function installation({ kind, title }, personId, box) {
  const remove = button('App verwijderen', false, 'plain');
  const add = button('App toevoegen', true, 'plain main');
  const problem = element('p', { className: 'problem', role: 'alert' });
  const menu = element(
    'details',
    { className: 'more' },
    element('summary', { className: 'plain icon', 'aria-label': `Meer over ${title}` }, icon('more')),
    element('div', {}, remove),
  );
  const absent = element(
    'div',
    { className: 'absent', hidden: true },
    element('p', {}, 'De app is hier verwijderd. Wat Klachtenbot stuurt komt niet aan, net als in Teams.'),
    problem,
    add,
  );
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!menu.contains(relatedTarget)) menu.open = false;
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });

  function button(words, installed, className) {
    const made = element('button', { type: 'button', className }, words);
    made.addEventListener('click', () => install(installed, made));
    return made;
  }

  let pressedHere = false;

  async function install(installed, pressed) {
    problem.textContent = '';
    menu.open = false;
    pressed.disabled = true;
    pressedHere = true;
    try {
      const { status } = await server.install({
        personId: personId(),
        channel: kind === 'channel',
        installed,
      });
      if (status >= 400) problem.textContent = `De bot gaf een fout (${status}).`;
    } catch (refusal) {
      problem.textContent = refusal.message;
    } finally {
      pressed.disabled = false;
    }
  }

  return {
    menu,
    absent,
    show(installed) {
      if (absent.hidden === installed) return;
      menu.hidden = !installed;
      box.hidden = !installed;
      absent.hidden = installed;
      if (pressedHere) (installed ? box.querySelector('input') : add).focus();
      pressedHere = false;
    },
  };
}
