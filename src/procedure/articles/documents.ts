import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import {
  type DocumentId,
  largestDocument,
  mostBytes,
  mostDocuments,
  type NumberedDocument,
  type ReadableDocument,
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
  const { respondents } = complaint;
  const documents = presentDocuments(complaint);
  const { from: said, ...rest } = document;
  const bytes = documents.reduce((sum, { size }) => sum + size, rest.size);
  if (bytes > mostBytes || rest.size > largestDocument || documents.length >= mostDocuments)
    throw new Refusal('documents-full');
  if (complaint.documents?.some(({ id }) => id === rest.id)) throw new Refusal('nothing-changed');
  const from = isAmong(by, respondents) ? 'respondent' : said;
  return [{ type: 'document-added', on: today, from, personal: { document: { ...rest, by: by.id } } }];
}

/**
 * Removes a document that does not belong in the dossier (AVG, art. 5): its content and its name go, and the journal keeps its hash, who did
 * so, when and why. Who was given it as a respondent cannot open it any more. Refuses one that is not there, and an empty reason.
 */
export function removeDocument(
  complaint: Complaint,
  { document, reason }: CommandOf<'remove-document'>,
  { today }: Context,
): Event[] {
  if (!reason.trim()) throw new Refusal('text-missing');
  const { id, from, sha256 } = documentOf(complaint, document);
  return [{ type: 'document-removed', on: today, from, entries: [], personal: { id, sha256, reason } }];
}

/** Art. 10: records that the whole dossier was asked for as a file, for a lawyer or the court. */
export const exportDossier = (
  complaint: Complaint,
  _: CommandOf<'export-dossier'>,
  { today }: Context,
): Event[] => [{ type: 'dossier-exported', on: today, documents: presentDocuments(complaint).length }];

type Having = Pick<Complaint, 'documents'>;

/** Lists the documents with their numbers, the oldest first; one that was removed keeps its own. */
export const numberedDocuments = ({ documents = [] }: Having): NumberedDocument[] =>
  documents.map((one, index) => ({ ...one, place: index + 1 }));

/** Lists the documents of which the content is kept: those that were not removed. */
export const presentDocuments = (complaint: Having): NumberedDocument[] =>
  numberedDocuments(complaint).filter(({ removedOn }) => !removedOn);

/** Finds a document of the dossier. Refuses one that it does not have, or not any more. */
export function documentOf(complaint: Complaint, id: DocumentId): NumberedDocument {
  const found = presentDocuments(complaint).find((one) => one.id === id);
  if (!found) throw new Refusal('unknown-document');
  return found;
}

/** Lists the documents that came from the complainant, which "Inzage" gives them back (art. 15 AVG), those that were removed too. */
export const documentsOfComplainant = (complaint: Complaint): NumberedDocument[] =>
  numberedDocuments(complaint).filter(({ from }) => from === 'complainant');

/** Lists the documents that a respondent may read: what was shared with them, and what they added themselves. */
export const sharedWith = ({ id }: Pick<Person, 'id'>, complaint: Complaint): ReadableDocument[] =>
  presentDocuments(complaint)
    .map((one) => ({ ...one, own: one.from === 'respondent' && one.by === id }))
    .filter(({ sharedWith = [], own }) => own || sharedWith.includes(id));
