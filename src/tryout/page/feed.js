import { avatar } from './avatar.js';
import { briefly } from './clock.js';
import { element } from './element.js';
import { icon } from './icon.js';

/** The most notifications that are shown. */
const most = 30;

/**
 * Draws the activity feed: the notifications of everybody together; other messages are not in it. Calls `follow` with the one
 * that somebody wants to see.
 */
export function feed(follow) {
  const list = element('ol');
  const none = element('p', {}, 'Nog geen meldingen. Hier staat wat iemand moet weten of doen.');
  const panel = element(
    'section',
    { className: 'feed', id: 'feed', popover: 'auto', 'aria-label': 'Activiteit' },
    element('h2', {}, 'Activiteit'),
    none,
    list,
  );
  const badge = element('span', { className: 'badge', hidden: true });
  const button = element(
    'button',
    { type: 'button', className: 'plain icon', title: 'Activiteit' },
    icon('bell'),
    badge,
  );
  button.popoverTargetElement = panel;
  const said = element('p', { className: 'unseen', role: 'status' });
  let newest;
  let shown;

  function show(items) {
    const now = items.map(({ id, fresh }) => `${id} ${fresh}`).join();
    if (now === shown) return;
    shown = now;
    const fresh = items.filter((item) => item.fresh).length;
    badge.hidden = fresh === 0;
    badge.textContent = fresh;
    button.setAttribute('aria-label', fresh ? `Activiteit, ${fresh} nieuw` : 'Activiteit');
    none.hidden = items.length > 0;
    list.replaceChildren(...items.slice(0, most).map(line));
    const [first] = items;
    if (first?.fresh && first.id !== newest) said.textContent = `Melding voor ${first.to}: ${wordsOf(first)}`;
    newest = first?.id;
  }

  function line(item) {
    const go = element(
      'button',
      { type: 'button', className: item.fresh ? 'fresh' : '' },
      avatar(item.to),
      element('span', {}, element('b', {}, item.to), element('small', {}, briefly(item.at)), wordsOf(item)),
    );
    go.addEventListener('click', () => {
      panel.hidePopover();
      follow(item);
    });
    return element('li', {}, go);
  }

  return { parts: [button, panel, said], show };
}

const wordsOf = ({ summary, text }) => summary || text || 'Klachtenbot heeft een bericht gestuurd';
