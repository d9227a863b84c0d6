import type { Person } from './complaint.ts';
import { type Desk, inOrderOfHandling } from './desk.ts';

/**
 * Finds who at the desk is named in a text, by surname as a word of its own: "Lars Brouwer", "L. Brouwer" and "mevrouw el Amrani".
 * Capitals and accents make no difference.
 */
export function namedIn(text: string, desk: Desk): Person[] {
  const words = ` ${wordsOf(text).join(' ')} `;
  return inOrderOfHandling(desk)
    .map(({ person }) => person)
    .filter(({ name }) => {
      const surname = surnameOf(name);
      return surname.length > 2 && words.includes(` ${surname} `);
    });
}

/** Takes the surname with what stands before it in small letters: "el Amrani", "van den Berg"; of one word the whole name. */
function surnameOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const particle = parts.findIndex((part, at) => at > 0 && /^\p{Ll}/u.test(part));
  return wordsOf(parts.slice(particle > 0 ? particle : -1).join(' ')).join(' ');
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
