import { randomBytes } from 'node:crypto';
import type { Document } from '../register/model/dossier.ts';
import { wordsOf } from '../register/model/search-words.ts';
import { placeOf } from './order.ts';

/**
 * A document as Cosmos DB keeps it: the same fields under an id that it accepts, and the names of the last writes, newest
 * first; a dossier with the words by which it is found, and its place in the order of numbers. Fields that begin with _ are ours or
 * Cosmos DB's own, and no part of the document.
 */
export type Item = Omit<Document, 'id'> & { id: string; _writes: string[]; _etag?: string } & Indexed;

type Indexed = { _words?: string[]; _place?: number | undefined };

/** A version of an item: Cosmos DB's etag, and the names of the writes that led to it. */
export type Version = { etag: string; writes: string[] };

/** How many write names an item keeps: one of ours is looked for within seconds. */
const rememberedWrites = 20;

/** The most characters that an item id may have. */
const longestId = 1023;

/**
 * Encodes an id: every character but letters, digits and - becomes . and four hexadecimal digits, which keeps the order of
 * ids: K-2026-0001, digest.002f2026-04-01.
 */
export const itemId = (id: string): string =>
  id.replace(/[^A-Za-z0-9-]/g, (unit) => `.${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Decodes the id of an item. */
export const documentId = (itemId: string): string =>
  itemId.replace(/\.([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Tells whether an item can have that id. */
export const canBeId = (itemId: string): boolean => itemId !== '' && itemId.length <= longestId;

export const itemOf = (document: Document, writes: string[]): Item => ({
  ...document,
  id: itemId(document.id),
  _writes: writes,
  ...indexOf(document),
});

/** Computes the fields by which a dossier is found. */
const indexOf = (document: Document): Indexed =>
  document.kind === 'dossier' ? { _words: wordsOf(document), _place: placeOf(document.id) } : {};

/** Adds the words to an item of an earlier version; none where it cannot be read. */
export const withWords = (item: Item, [document]: readonly Document[]): Item => ({
  ...item,
  _words: [],
  ...(document && indexOf(document)),
});

/** Splits an item, readable or not, into our id, its fields, its raw text, and its etag. */
export function contentOf(item: Item): [id: string, value: unknown, remains: () => string, etag: string] {
  const id = documentId(item.id);
  const fields = Object.entries(item).filter(([name]) => !name.startsWith('_'));
  return [id, { ...Object.fromEntries(fields), id }, () => JSON.stringify(item), etagOf(versionIn(item))];
}

/** Reads the version of an item; one that was put there by other means has no writes. */
export const versionIn = ({ _etag = '', _writes }: Item): Version => ({
  etag: _etag,
  writes: Array.isArray(_writes) ? _writes : [],
});

/** Adds a write under a random name of its own, and drops the oldest. */
export const oneMore = (writes: readonly string[]): string[] =>
  [randomBytes(9).toString('base64url'), ...writes].slice(0, rememberedWrites);

/** Writes a version as the etag that the register carries between reading and replacing. */
export const etagOf = ({ etag, writes }: Version): string => [etag, ...writes].join(' ');

export function versionOf(etag: string): Version {
  const [own = '', ...writes] = etag.split(' ');
  return { etag: own, writes };
}
