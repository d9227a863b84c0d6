import { element } from './element.js';
import { fileLine } from './file.js';

/** Draws a letter that went by e-mail: for whom, about what, its text, and its files. */
export function letter({ text, mail: { to, subject, files } }) {
  return element(
    'div',
    { className: 'card letter' },
    element('h3', {}, subject),
    element('p', { className: 'to' }, 'Aan: ', element('b', {}, to)),
    element('div', { className: 'words' }, text),
    ...files.map(({ name, url }) =>
      fileLine(element('a', { href: url, download: name }, name), 'Bijlage, te downloaden'),
    ),
  );
}
