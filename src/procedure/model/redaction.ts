import { dayNames, months } from '../../time/dutch-date.ts';
import type { Complaint } from './complaint.ts';
import { waitingLetters } from './letter.ts';

/** What takes the place of a text that was made illegible. */
export const illegible = '[onleesbaar gemaakt]';

/** One sign of a text as a reader sees it, and where it stands. */
type Sign = { sign: string; from: number; to: number };

const signs = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** What may stand between two digits of a number, and how many of those. */
const separator = /^[\s.,/\u2010-\u2015\u200b-]$/u;
const mostSeparators = 3;

const isDigit = (one: Sign | undefined): boolean => one !== undefined && /^\d$/.test(one.sign);

/** Counts the separators from there on that stand between two digits; 0 where they are no part of a number. */
function separatorsAt(at: number, all: readonly Sign[]): number {
  let end = at;
  while (end - at < mostSeparators && separator.test(all[end]?.sign ?? '')) end += 1;
  return isDigit(all[at - 1]) && isDigit(all[end]) ? end - at : 0;
}

/** Reads a text by how it is found: whatever its case, its accents composed or not, digits however they are spaced, spaces however many. */
function plainSigns(text: string): Sign[] {
  const all = [...signs.segment(text)].map(({ segment, index }) => ({
    sign: segment.normalize('NFC').toLowerCase(),
    ...{ from: index, to: index + segment.length },
  }));
  const plain: Sign[] = [];
  for (let at = 0; at < all.length; at += Math.max(1, separatorsAt(at, all))) {
    const one = all[at];
    if (!one || separatorsAt(at, all) > 0) continue;
    const last = plain.at(-1);
    const isSpace = one.sign.trim() === '';
    if (isSpace && last?.sign === ' ') last.to = one.to;
    else plain.push(isSpace ? { ...one, sign: ' ' } : one);
  }
  return plain;
}

/** Finds where the value stands in a text: from which character, and up to which. */
function placesIn(value: string, text: string): { from: number; to: number }[] {
  const sought = plainSigns(value.trim()).map(({ sign }) => sign);
  const plain = plainSigns(text);
  const found: { from: number; to: number }[] = [];
  for (let at = 0; sought.length > 0 && at + sought.length <= plain.length; at += 1) {
    const [first, last] = [plain[at], plain[at + sought.length - 1]];
    if (!first || !last || !sought.every((sign, more) => plain[at + more]?.sign === sign)) continue;
    found.push({ from: first.from, to: last.to });
    at += sought.length - 1;
  }
  return found;
}

const holds = (value: string, text: string): boolean => placesIn(value, text).length > 0;

/** The fewest characters of a value, without spaces: fewer stand in every other word. */
export const fewestCharacters = 3;

/** Tells whether a value is too short, or stands in the mark that would take its place. */
export const isIllegible = (value: string): boolean =>
  value.replace(/[\s.-]/g, '').length < fewestCharacters || holds(value, illegible);

const dateWords: ReadonlySet<string> = new Set([...months, ...dayNames]);

/** Tells whether a value is a date as letters write it, or a part of one by which nobody could read the date any more. */
export function isOfADate(value: string): boolean {
  const words = value
    .toLowerCase()
    .split(/[\s.,/-]+/)
    .filter(Boolean);
  const isNamed = (word: string): boolean => dateWords.has(word) || /^(?:19|20)\d\d$/.test(word);
  return words.some(isNamed) && words.every((word) => isNamed(word) || /^\d{1,2}$/.test(word));
}

/** The fields that hold no text of somebody: ids, kinds, and what files and clocks say. */
const noTexts: ReadonlySet<string> = new Set(
  'id ownerId number into other salt sha256 kind form offer unnamed promisedIn time on dueOn doneOn movedOn firstDueOn by complainantKnows documents supposed'.split(
    ' ',
  ),
);

/** Tells whether it is somebody of the directory, whose name is no text. */
const isPerson = (node: object): boolean => 'id' in node && 'name' in node && !('sha256' in node);

/** Returns what was recorded with each of its texts changed; its people, ids, kinds and days stay as they are. */
function mapped<T>(node: T, change: (text: string) => string): T;
function mapped(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === 'string') return change(node);
  if (Array.isArray(node)) return node.map((one) => mapped(one, change));
  if (node === null || typeof node !== 'object' || isPerson(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, inner]) => [key, noTexts.has(key) ? inner : mapped(inner, change)]),
  );
}

/** Puts the mark in each place of what was recorded where the value stands. */
export const withoutValue = <T>(value: string, node: T): T =>
  mapped(node, (text) =>
    placesIn(value, text).reduceRight(
      (rest, { from, to }) => rest.slice(0, from) + illegible + rest.slice(to),
      text,
    ),
  );

/** Counts the places in what was recorded where the value stands. */
export function placesOf(value: string, node: unknown): number {
  let places = 0;
  mapped(node, (text) => {
    places += placesIn(value, text).length;
    return text;
  });
  return places;
}

/** Tells whether the value stands in what is no text but a fact, which letters and rights rest on: a name, where the complainant is reached, the number, the subject. */
export function standsInFacts(value: string, complaint: Complaint): boolean {
  const { number, subject, complainant, respondents, receiver, handler } = complaint;
  const people = [...respondents, receiver, ...(handler ? [handler.person] : [])].map(({ name }) => name);
  const { unnamed: _, ...reached } = complainant;
  const addressed = waitingLetters(complaint).map(({ to }) => to);
  const facts = [number, subject, ...people, ...Object.values(reached), ...addressed];
  return facts.some((text) => text !== undefined && holds(value, text));
}
