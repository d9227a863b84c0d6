import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { DocumentId } from '../../procedure/model/document.ts';
import { type Button, numberIn } from '../cards/button.ts';
import type { Office } from '../office/office.ts';
import { asKept, NotAsKept } from './as-kept.ts';
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
  if (!content) throw new NotAsKept('missing');
  return { name: fileName, size: document.size, pieces: asKept(content, document) };
}

/** Words how to ask for a document again. */
export const againDocument = (number: string): { file: string; how: string; button: Button } => ({
  file: 'het document',
  how: 'druk nog eens op de knop waarmee je het vroeg',
  button: { title: 'Klacht openen', verb: 'case', data: { number: numberIn(number) } },
});
