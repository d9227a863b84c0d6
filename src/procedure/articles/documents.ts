import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import {
  type DocumentId,
  type KeptDocument,
  largestDocument,
  mostBytes,
  mostDocuments,
} from '../model/document.ts';
import type { Event } from '../model/events.ts';
import { Refusal } from '../model/refusal.ts';

/** Documents of a dossier: Art. 4 asks for the complaint in writing, and both sides may support what they state (Algemeen). */

/**
 * Keeps a document under the dossier, of which the content is stored already. What a respondent adds is theirs. Refuses it where the
 * dossier would hold more than it may.
 */
export function addDocument(
  complaint: Complaint,
  { by, document }: CommandOf<'add-document'>,
  { today }: Context,
): Event[] {
  const { documents = [], respondents } = complaint;
  const { from: said, ...rest } = document;
  const bytes = documents.reduce((sum, { size }) => sum + size, rest.size);
  if (bytes > mostBytes || rest.size > largestDocument || documents.length >= mostDocuments)
    throw new Refusal('documents-full');
  if (documents.some(({ id }) => id === rest.id)) throw new Refusal('nothing-changed');
  const from = isAmong(by, respondents) ? 'respondent' : said;
  return [{ type: 'document-added', on: today, from, personal: { document: { ...rest, by: by.id } } }];
}

/** Art. 10: records that the whole dossier was asked for as a file, for a lawyer or the court. */
export const exportDossier = (
  { documents = [] }: Complaint,
  _: CommandOf<'export-dossier'>,
  { today }: Context,
): Event[] => [{ type: 'dossier-exported', on: today, documents: documents.length }];

/** Finds a document of the dossier. Refuses one that it does not have. */
export function documentOf({ documents = [] }: Complaint, id: DocumentId): KeptDocument {
  const found = documents.find((one) => one.id === id);
  if (!found) throw new Refusal('unknown-document');
  return found;
}

/** Lists the documents that came from the complainant, which "Inzage" gives them back (art. 15 AVG). */
export const documentsOfComplainant = ({ documents = [] }: Complaint): KeptDocument[] =>
  documents.filter(({ from }) => from === 'complainant');

/** Lists the documents that a respondent may read: what was shared with them, and what they added themselves. */
export const sharedWith = ({ id }: Pick<Person, 'id'>, { documents = [] }: Complaint): KeptDocument[] =>
  documents.filter(
    ({ sharedWith = [], from, by }) => sharedWith.includes(id) || (from === 'respondent' && by === id),
  );
