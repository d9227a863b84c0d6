import { createHash } from 'node:crypto';
import type { KeptDocument } from '../../procedure/model/document.ts';
import type { Documents } from '../model/documents.ts';
import type { Document } from '../model/dossier.ts';
import type { Flaw } from './verify.ts';

/** Lists what a dossier names of documents, as far as it can be read, with the place of each; not what was removed from it. */
const namedIn = (document: Document): { one: KeptDocument; seq: number }[] =>
  ((document.kind === 'dossier' && document.complaint?.documents) || [])
    .map((one, index) => ({ one, seq: index + 1 }))
    .filter(({ one }) => !one.removedOn);

export const hasDocuments = (document: Document): boolean => namedIn(document).length > 0;

/** Reads a content, and tells whether it is what the dossier says that it is. */
async function isAsNamed({ sha256 }: KeptDocument, content: AsyncIterable<Uint8Array>): Promise<boolean> {
  const hash = createHash('sha256');
  for await (const piece of content) hash.update(piece);
  return hash.digest('hex') === sha256;
}

/** Finds the documents of a dossier that are missing where they are kept, or that hold something else. */
export async function documentFlawsOf(document: Document, kept: Documents | undefined): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  for (const { one, seq } of namedIn(document)) {
    const found = { number: document.id, seq };
    const content = await kept?.read(one.id);
    if (!content) flaws.push({ ...found, kind: 'document-missing' });
    else if (!(await isAsNamed(one, content))) flaws.push({ ...found, kind: 'document-other' });
  }
  return flaws;
}

/** Passes documents on, and calls `found` with what is wrong with the documents (bijlagen) of each dossier. */
export async function* withDocuments(
  walk: AsyncIterable<Document>,
  kept: Documents | undefined,
  found: (flaw: Flaw) => void,
): AsyncGenerator<Document> {
  for await (const document of walk) {
    yield document;
    for (const flaw of await documentFlawsOf(document, kept)) found(flaw);
  }
}

/** Copies the content of what a dossier names to another place, unless that has it. What is missing is left to who verifies. */
export async function copyDocumentsOf(document: Document, from: Documents, to: Documents): Promise<void> {
  for (const { one } of namedIn(document)) {
    const there = await to.read(one.id);
    if (there && (await isAsNamed(one, there))) continue;
    const content = await from.read(one.id);
    if (!content) continue;
    if (there) await to.remove(one.id);
    await to.put(one.id, content);
  }
}
