import type { DocumentSource } from '../../procedure/model/document.ts';
import type { EventOf } from '../../procedure/model/events.ts';
import type { EventWords } from './event-details.ts';

/** Who a document comes from. */
const sourceWords: Record<DocumentSource, string> = {
  complainant: 'van de klager',
  respondent: 'van een beklaagde',
  colleague: 'van Ballance',
};

/** Words the size of a document: “3 kB”, “1,4 MB”. */
function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return `${kilobytes} kB`;
  return `${(bytes / 1024 / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`;
}

/** The words of a document in the journal. */
export const documentWords: Required<EventWords<EventOf<'document-added'>>> = {
  sentence: ({ from }) => `Document toegevoegd, ${sourceWords[from]}.`,
  texts: ({ personal: { document } }) => [`${document.name} (${document.kind}, ${sizeWords(document.size)})`],
  toldToComplainant: ({ from }) => from === 'complainant',
};
