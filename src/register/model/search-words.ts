import { partsOf } from '../../procedure/model/case-number.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Document, Dossier } from './dossier.ts';

/** The most characters of a word, and words of a search, that count; the rest is not read. */
const most = { characters: 40, asked: 8 };

/** The fewest digits that are read as one number however they are spaced, such as 06 - 123 456 78. */
const fewestDigits = 8;

/** Letters that have no accent to take off, and how people type them. */
const typedAs: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => typedAs[letter] ?? letter);

/** Cuts a long word off, between two characters. */
const cut = (word: string): string =>
  word.length <= most.characters ? word : [...word].slice(0, most.characters).join('');

const split = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu)?.map(cut) ?? [];

/** Writes a number that is spaced as one word: a telephone number with 0 for +31. */
const joined = (text: string): string =>
  text
    .replace(/(?:\+|\b00)31[\s-]*(?:\(0\)\s*)?(?=\d)/g, '0')
    .replace(/\d(?:[\s().-]{0,3}\d){7,}/g, (digits) => {
      const number = digits.replace(/\D/g, '');
      return number.length >= fewestDigits ? number : digits;
    });

/** Splits what somebody types into the words to search for, without case and accents. */
export const wordsAskedIn = (text: string): string[] =>
  [...new Set(split(joined(plain(text))))].slice(0, most.asked);

/** Lists the words by which a dossier is found, without case and accents; none of an erased one. */
export function wordsOf(document: Document): string[] {
  if (document.kind !== 'dossier' || document.complaint.erased) return [];
  const { complaint } = document;
  const texts = textsOf(complaint).map(plain);
  const others = texts.map(joined).filter((text, i) => text !== texts[i]);
  const found = [...texts, ...others].flatMap(split);
  const closed = closers(document).map(closedWord);
  return [...new Set([...found, ...wordsOfNumber(complaint.number), ...closed])].sort();
}

/** Lists whose closed dossier it is: of its handler, and of who closed it, who may have stood in for them. */
function closers({
  complaint: { closed, handler },
  journal = [],
}: Pick<Dossier, 'complaint'> & Partial<Dossier>): PersonId[] {
  if (!closed) return [];
  const closing = journal.findLast(({ type }) => type === 'closed');
  return [handler?.person.id, closing?.erasable?.by.id].filter((id) => id !== undefined);
}

/** The word by which somebody's closed dossiers are found, which nobody can type. */
export const closedWord = (person: PersonId): string => `#${person}`;

/** Reads the texts by which it is found; of a damaged dossier what is left of them. */
const textsOf = ({
  complainant,
  respondents = [],
  branch = '',
  summary = '',
  unresolvedName = '',
}: Partial<Complaint>): string[] => {
  const { name = '', representing = '', email = '', phone = '' } = complainant ?? {};
  const about = [unresolvedName, ...respondents.map((one) => one.name)];
  return [name, representing, email, phone, branch, summary, ...about];
};

/** K-2026-0001 is found as a whole, by its year, and by its count with or without zeros. */
function wordsOfNumber(number: string): string[] {
  const parts = partsOf(number);
  if (!parts) return [];
  const count = String(parts.count);
  const digits = `${parts.year}${count.padStart(4, '0')}`;
  return [`k${digits}`, digits, count.padStart(4, '0'), count];
}

/** Tells whether each of the words is the beginning of one by which the dossier is found. */
export function isFoundBy(document: Document, words: readonly string[]): boolean {
  const own = wordsOf(document);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}
