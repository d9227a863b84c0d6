import type { Person } from '../../procedure/model/complaint.ts';
import type { DocumentSource, KeptDocument, NumberedDocument } from '../../procedure/model/document.ts';
import type { EventOf } from '../../procedure/model/events.ts';
import { longDate } from '../../time/dutch-date.ts';
import { shortened } from '../form/text.ts';
import type { EventWords } from './event-details.ts';

/** Who a document comes from. */
export const sourceWords: Record<DocumentSource, string> = {
  complainant: 'van de klager',
  respondent: 'van een beklaagde',
  colleague: 'van Ballance',
};

/** Words the size of a document: “3 kB”, “1,4 MB”. */
export function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return `${kilobytes} kB`;
  return `${(bytes / 1024 / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`;
}

/** Names a document by its number: “Document 3”. */
export const documentName = ({ place }: Pick<NumberedDocument, 'place'>): string => `Document ${place}`;

/** Words a document in a line: what it is called, its kind and its size. */
export const documentLine = ({ name, kind, size }: Pick<KeptDocument, 'name' | 'kind' | 'size'>): string =>
  `${name} (${kind}, ${sizeWords(size)})`;

/** Says behind a document with which respondents it is, or was, shared; empty for none. */
export function sharedWords(
  { sharedWith = [], removedOn }: KeptDocument,
  respondents: readonly Person[],
): string {
  const readers = respondents.filter(({ id }) => sharedWith.includes(id)).map(({ name }) => name);
  return readers.length > 0 ? `; ${removedOn ? 'was ' : ''}gedeeld met ${readers.join(', ')}` : '';
}

/** The words of documents in the journal. */
export const documentWords = {
  'document-added': {
    sentence: ({ from }) => `Document toegevoegd, ${sourceWords[from]}.`,
    texts: ({ personal: { document } }) => [documentLine(document)],
    toldToComplainant: ({ from }) => from === 'complainant',
  },
  'document-removed': {
    sentence: ({ from }) => `Document verwijderd, ${sourceWords[from]}.`,
    texts: ({ personal }) => [`Reden: ${personal.reason}`],
    toldToComplainant: ({ from }) => from === 'complainant',
  },
  'dossier-exported': {
    sentence: ({ documents }) =>
      `Het hele dossier als bestand gevraagd${documents > 0 ? `, met ${documents === 1 ? 'één document' : `${documents} documenten`}` : ''}.`,
    toldToComplainant: false,
  },
} satisfies { [T in 'document-added' | 'document-removed' | 'dossier-exported']: EventWords<EventOf<T>> };

/** Words a document in a choice or a list: its number, name, size, day, and from whom it is. */
export function datedDocument(document: NumberedDocument): string {
  const { name, size, addedOn, from, removedOn } = document;
  const called = removedOn ? 'verwijderd' : shortened(name, mostOfName);
  return `${documentName(document)}: ${called} (${sizeWords(size)}), ${longDate(addedOn)}, ${sourceWords[from]}`;
}

const mostOfName = 60;
