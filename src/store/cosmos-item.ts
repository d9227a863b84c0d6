import { randomBytes } from 'node:crypto';
import type { Document } from '../register/model/dossier.ts';

/**
 * A document as Cosmos DB keeps it: the same fields under an id that it accepts, and the names of the last writes, the
 * newest first. What begins with _ is ours or Cosmos DB's own, and no part of the document.
 */
export type Item = Document & { _writes: string[]; _etag?: string };

/** One version of an item, by Cosmos DB's etag, and the writes that led to it. */
export type Version = { etag: string; writes: string[] };

/** Write names kept in an item: one of ours is looked for within seconds. */
const rememberedWrites = 20;

/** The most characters of an id. */
const longestId = 1023;

/**
 * Our id with every character but letters, digits and - as . and its four hexadecimal digits, so that ours keep
 * their order: K-2026-0001, digest.002f2026-04-01.
 */
export const itemId = (id: string): string =>
  id.replace(/[^A-Za-z0-9-]/g, (unit) => `.${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Our id of an item id. */
export const documentId = (itemId: string): string =>
  itemId.replace(/\.([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Whether there can be an item with that id at all. */
export const canBeId = (itemId: string): boolean => itemId !== '' && itemId.length <= longestId;

export const itemOf = (document: Document, writes: string[]): Item => ({
  ...document,
  id: itemId(document.id),
  _writes: writes,
});

/** What an item holds, whether that is a document or not: our id, the fields under it, all of it as a text, and its etag. */
export function contentOf(item: Item): [id: string, value: unknown, remains: () => string, etag: string] {
  const id = documentId(item.id);
  const fields = Object.entries(item).filter(([name]) => !name.startsWith('_'));
  return [id, { ...Object.fromEntries(fields), id }, () => JSON.stringify(item), etagOf(versionIn(item))];
}

/** The version of an item that was read; one that somebody put there by other means tells of no writes. */
export const versionIn = ({ _etag = '', _writes }: Item): Version => ({
  etag: _etag,
  writes: Array.isArray(_writes) ? _writes : [],
});

/** The writes after one more, under a name that no other write has. */
export const oneMore = (writes: readonly string[]): string[] =>
  [randomBytes(9).toString('base64url'), ...writes].slice(0, rememberedWrites);

/** A version as the register carries it between reading and replacing. */
export const etagOf = ({ etag, writes }: Version): string => [etag, ...writes].join(' ');

export function versionOf(etag: string): Version {
  const [own = '', ...writes] = etag.split(' ');
  return { etag: own, writes };
}
