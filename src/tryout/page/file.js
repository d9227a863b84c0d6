import { element } from './element.js';
import { icon } from './icon.js';
import { server } from './server.js';

/** Draws a file that the bot offers, with buttons to accept or decline it. */
export function offeredFile({ id, offer }, chat) {
  const problem = element('p', { className: 'notice bad', role: 'status', hidden: true });
  const buttons = [
    ['Toestaan', true],
    ['Weigeren', false],
  ].map(([title, accept]) => {
    const className = accept ? 'ac-pushButton primary' : 'ac-pushButton';
    const button = element('button', { type: 'button', className }, title);
    button.addEventListener('click', () => answer(accept));
    return button;
  });
  const size = `${Math.max(1, Math.round(offer.size / 1024))} kB`;
  return element(
    'div',
    { className: 'card file' },
    fileLine(offer.name, size),
    element('p', {}, offer.description),
    element('p', { className: 'choice' }, ...buttons),
    problem,
  );

  async function answer(accept) {
    for (const button of buttons) button.disabled = true;
    try {
      const acting = { personId: chat.personId(), conversationId: chat.id };
      const { status } = await server.consent({ ...acting, activityId: id, accept });
      if (status >= 400) throw new Error(`De bot gaf een fout (${status}).`);
    } catch (refusal) {
      problem.textContent = refusal.message;
      problem.hidden = false;
      for (const button of buttons) button.disabled = false;
    }
  }
}

/** Draws a file that the bot has delivered. */
export function deliveredFile({ name, url }) {
  const link = element('a', { href: url, download: name }, name);
  return element('div', { className: 'card file' }, fileLine(link, 'In je OneDrive'));
}

/** Draws the files that somebody sent with a message. */
export const sentFiles = (files) =>
  element(
    'div',
    { className: 'sent' },
    ...files.map(({ name, url, isPicture }) =>
      isPicture
        ? element('img', { src: url, alt: `Geplakte afbeelding: ${name}` })
        : fileLine(element('a', { href: url, download: name }, name), 'Verstuurd bestand'),
    ),
  );

/** Draws a line with a file: its name, or a link to it, and something about it. */
export const fileLine = (name, about) =>
  element(
    'div',
    { className: 'file-line icon' },
    icon('file'),
    element('p', {}, element('b', {}, name), element('small', {}, about)),
  );
