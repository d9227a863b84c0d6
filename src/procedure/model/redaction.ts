import type { Complaint } from './complaint.ts';
import { waitingLetters } from './letter.ts';

/** The one value of which a text is rid: how it is found, whatever its case, spaces and accents, and what takes its place. */

/** What takes the place of a text that was made illegible. */
export const illegible = '[onleesbaar gemaakt]';

/** What may stand between two digits of a number. */
const between = '[\\s.,/\\u2010-\\u2015\\u200b-]{0,3}';

const escapedForPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Makes the pattern of a value: digits however they are spaced, spaces however many, letters composed or not. */
function patternOf(value: string): RegExp {
  const plain = value
    .normalize('NFC')
    .trim()
    .replace(/(?<=\d)[\s.,/\u2010-\u2015\u200b-]{1,3}(?=\d)/gu, '');
  const parts = (plain.match(/\s+|./gsu) ?? []).map((part, at, all) => {
    if (/^\s/u.test(part)) return '\\s+';
    const forms = [...new Set([part, part.normalize('NFD')])].map(escapedForPattern);
    const one = forms.length > 1 ? `(?:${forms.join('|')})` : forms.join('');
    return /\d/.test(part) && /\d/.test(all[at + 1] ?? '') ? `${one}${between}` : one;
  });
  return new RegExp(parts.join(''), 'giu');
}

/** The fewest characters of a value, without spaces: fewer stand in every other word. */
export const fewestCharacters = 3;

/** Tells whether a value is too short, or stands in the mark that would take its place. */
export const isIllegible = (value: string): boolean =>
  value.replace(/[\s.-]/g, '').length < fewestCharacters || patternOf(value).test(illegible);

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
export function withoutValue<T>(value: string, node: T): T {
  const pattern = patternOf(value);
  return mapped(node, (text) => text.replace(pattern, illegible));
}

/** Counts the places in what was recorded where the value stands. */
export function placesOf(value: string, node: unknown): number {
  const pattern = patternOf(value);
  let places = 0;
  mapped(node, (text) => {
    places += text.match(pattern)?.length ?? 0;
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
  return facts.some((text) => text !== undefined && patternOf(value).test(text));
}
