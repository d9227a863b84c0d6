import { distance } from 'fastest-levenshtein';

/** The fewest letters of a word in which one, and in which two may be wrong. */
const fewest = { one: 4, two: 6 };

/** Makes the texts in which two letters beside each other have changed places. */
const swapped = (text: string): string[] =>
  [...text.slice(1)].map(
    (_, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  );

/** Counts how far what was typed is from a word, as a part of what may be wrong in it; two letters that changed places are one. */
export function offBy(said: string, word: string): number {
  const most = word.length >= fewest.two ? 2 : word.length >= fewest.one ? 1 : 0;
  if (Math.abs(said.length - word.length) > most) return Number.POSITIVE_INFINITY;
  return (swapped(said).includes(word) ? 1 : distance(said, word)) / most;
}

/** Tells whether what was typed resembles a word. */
export const isNear = (said: string, word: string): boolean => offBy(said, word) <= 1;
