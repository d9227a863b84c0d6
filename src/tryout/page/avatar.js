import { element } from './element.js';

const signs = { channel: '#', mailbox: '@', website: '/' };
const hues = [262, 205, 160, 25, 340, 95, 300];

/** Draws the round picture with initials (a square with a sign for what is no person). The name is shown beside it. */
export function avatar(name, kind = 'personal') {
  const words = name.split(' ').filter((word) => /^\p{Lu}/u.test(word));
  const initials = signs[kind] ?? [words[0], words.at(-1)].map((word) => word?.[0] ?? '').join('');
  const picture = element('span', { className: `avatar ${kind}`, 'aria-hidden': 'true' }, initials);
  const sum = [...name].reduce((total, letter) => total + letter.codePointAt(0), 0);
  picture.style.setProperty('--hue', hues[sum % hues.length]);
  return picture;
}
