import type { Person } from './complaint.ts';
import { type Desk, inOrderOfHandling, isAmong } from './desk.ts';

/**
 * Finds who at the desk is named in a text, by surname as a word of its own, "L. Brouwer" and "mevrouw el Amrani", by first name alone,
 * "Lars" and "Willems mail", or by both as one word, as an address has them. Capitals and accents make no difference, but for a first
 * name that is an everyday word: "Wil" has its capital.
 */
export function namedIn(text: string, desk: Desk): Person[] {
  return inOrderOfHandling(desk)
    .map(({ person }) => person)
    .filter(({ name }) => isNamedIn(text, name));
}

const isNamedIn = (text: string, name: string): boolean => {
  const words = wordsOf(text);
  return (
    hasSurname(words, name) ||
    addressNames(name).some((one) => words.includes(one)) ||
    hasFirstName(text, words, name)
  );
};

/** Returns somebody's name where a text names them, as `namedIn` does; undefined where it does not. */
export const nameIn = (text: string, name: string): string | undefined =>
  isNamedIn(text, name) ? name : undefined;

/** Finds who at the desk is named by surname in the name of somebody else or an address: many people share a first name. */
export const surnamedIn = (text: string, desk: Desk): Person[] =>
  inOrderOfHandling(desk)
    .map(({ person }) => person)
    .filter(
      ({ name }) =>
        hasSurname(wordsOf(text), name) || addressNames(name).some((one) => wordsOf(text).includes(one)),
    );

/** Finds who at the desk is named in a text for the first time, or by surname where it was by first name alone. */
export function newlyNamedIn(text: string, before: string, desk: Desk): Person[] {
  const known = namedIn(before, desk);
  const [words, wordsBefore] = [wordsOf(text), wordsOf(before)];
  return namedIn(text, desk).filter(
    (person) =>
      !isAmong(person, known) || (hasSurname(words, person.name) && !hasSurname(wordsBefore, person.name)),
  );
}

/** First names that a text may have as a word that names nobody. */
const everydayWords = new Set(['bas', 'jet', 'linde', 'mark', 'merel', 'roos', 'storm', 'wil']);

const hasSurname = (words: readonly string[], name: string): boolean => {
  const surname = surnameOf(name);
  return surname.length > 2 && hasPhrase(words, surname);
};

function hasFirstName(text: string, words: readonly string[], name: string): boolean {
  const first = wordsOf(name.trim().split(/\s+/)[0] ?? '').join(' ');
  if (first.length < 2) return false;
  if (everydayWords.has(first)) {
    const capital = `${first.slice(0, 1).toUpperCase()}${first.slice(1)}`;
    return text.split(/[^\p{L}]/u).some((word) => word === capital || word === `${capital}s`);
  }
  return hasPhrase(words, first) || hasPhrase(words, `${first}s`);
}

/** Lists a name as an address writes it in one word: "larsbrouwer", "lbrouwer". */
function addressNames(name: string): string[] {
  const [first = '', ...rest] = wordsOf(name);
  return rest.length > 0 ? [first, first.slice(0, 1)].map((start) => `${start}${rest.join('')}`) : [];
}

const hasPhrase = (words: readonly string[], phrase: string): boolean =>
  ` ${words.join(' ')} `.includes(` ${phrase} `);

/**
 * Finds whom of these people somebody may mean by a name that they type: their first name or surname is in it. Capitals and accents make
 * no difference; initials and "van der" tell nobody.
 */
export function meantBy(typed: string, people: readonly Person[]): Person[] {
  const words = wordsOf(typed);
  return people.filter(({ name }) =>
    wordsOf(name.trim().replace(/(?<=\s)\p{Ll}\S*(?=\s)/gu, '')).some(
      (word) => word.length > 1 && words.includes(word),
    ),
  );
}

/** Tells whether an e-mail address has the surname of somebody before its @, written together or not: "f.elamrani@". */
export function namesAccount(address: string, { name }: Person): boolean {
  const surname = surnameOf(name).replaceAll(' ', '');
  const account = wordsOf(address.split('@')[0] ?? '').join('');
  return surname.length > 2 && account.includes(surname);
}

/** Counts the names in a list, as somebody types it, that mean none of these people. */
export const othersIn = (typed: string, people: readonly Person[]): number =>
  namesIn(typed).filter((name) => meantBy(name, people).length === 0).length;

/**
 * Tells whether a list of names, as somebody types it, has that whole name: "Jan" is not in "Jan Jansen", nor that in "Jan
 * Jansen-Bakker". A name of one word tells nobody, because it may be anybody's first name.
 */
export function isListed(name: string, text: string): boolean {
  const [sought, listed] = [namesIn(name), namesIn(text)];
  return (
    wordsOf(name).length > 1 && listed.some((_, at) => sought.every((part, i) => listed[at + i] === part))
  );
}

/** Tells whether two names are written alike, but for capitals, accents and signs. */
export const isSameName = (one: string, other: string): boolean =>
  wordsOf(one).join(' ') === wordsOf(other).join(' ');

/** Splits a list of names. One that has a comma itself, "Bakker, Joris", is in parts that stand next to each other. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[,;&/+\n]|\sen\s/iu)
    .map((part) => wordsOf(part).join(' '))
    .filter(Boolean);

/** Takes the surname with what stands before it in small letters: "el Amrani", "van den Berg"; of one word the whole name. */
function surnameOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const particle = parts.findIndex((part, at) => at > 0 && /^\p{Ll}/u.test(part));
  return wordsOf(parts.slice(particle > 0 ? particle : -1).join(' ')).join(' ');
}

/** Writes a text as one word, in small letters and without signs: so a function is found that is spelled apart. */
export const asOneWord = (text: string): string => wordsOf(text).join('');

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
