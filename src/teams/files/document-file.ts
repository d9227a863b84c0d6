import { createHash } from 'node:crypto';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { DocumentId, KeptDocument } from '../../procedure/model/document.ts';
import { type Button, numberIn } from '../cards/button.ts';
import type { Office } from '../office/office.ts';
import type { StreamedFile } from './dossier-file.ts';

/** A document of a dossier, as it goes to the OneDrive of who may read it. */

/** Makes a document a file, for who may have it now. Refuses everybody else. Throws where it is not where it is kept. */
export async function documentFile(
  number: CaseNumber,
  id: DocumentId,
  by: Person,
  { documents }: Office,
): Promise<StreamedFile> {
  const { document, fileName, content } = await documents.read(number, id, by);
  if (!content) throw new Error('a document is not where it is kept');
  return { name: fileName, size: document.size, pieces: asKept(content, document) };
}

/** Passes on a content, and holds its end back: throws there where it is not what was kept, so that no other comes in its place. */
async function* asKept(
  content: AsyncIterable<Uint8Array>,
  { size, sha256 }: Pick<KeptDocument, 'size' | 'sha256'>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let [passed, held]: [number, Uint8Array | undefined] = [0, undefined];
  for await (const piece of content) {
    if (held) yield held;
    hash.update(piece);
    passed += piece.length;
    held = piece;
  }
  if (passed !== size || hash.digest('hex') !== sha256) throw new Error('a document is not what was kept');
  if (held) yield held;
}

/** Words how to ask for a document again. */
export const againDocument = (number: string): { file: string; how: string; button: Button } => ({
  file: 'het document',
  how: 'druk nog eens op de knop waarmee je het vroeg',
  button: { title: 'Klacht openen', verb: 'case', data: { number: numberIn(number) } },
});
