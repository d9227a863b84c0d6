import type { LocalDate } from '../../time/local-date.ts';
import { isGuid, type PersonId } from './person-id.ts';

/** The kinds of document that are kept, as its content says; each is also the extension of the name that it has outside. */
export const documentKinds = [
  ...(['pdf', 'docx', 'xlsx', 'odt', 'txt', 'eml', 'msg'] as const),
  ...(['jpg', 'png', 'heic', 'mp3', 'm4a'] as const),
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** From whose side a document comes. */
export const documentSources = ['complainant', 'respondent', 'colleague'] as const;
export type DocumentSource = (typeof documentSources)[number];

declare const brand: unique symbol;

/** The id of a document, a random GUID: neither a number nor a name stands in it, so where it is kept tells nothing. */
export type DocumentId = string & { readonly [brand]: 'DocumentId' };

/** Tells whether a text can be the id of a document, as it stands in the place where its content is kept. */
export const isDocumentId = (text: unknown): text is DocumentId =>
  isGuid(text) && text === text.toLowerCase();

/** A document of a dossier (bijlage): what is known of it. Its content is kept apart, under the id. */
export type KeptDocument = {
  id: DocumentId;
  /** What it was called where it came from, made readable; outside it has a neutral name. */
  name: string;
  kind: DocumentKind;
  /** In bytes. */
  size: number;
  /** The hash of its content (SHA-256, hexadecimal). */
  sha256: string;
  addedOn: LocalDate;
  from: DocumentSource;
  /** Who added it; a document of a respondent is read by the one who added it. */
  by?: PersonId;
  /** The respondents who may read it: the handler chose it for them. */
  sharedWith?: PersonId[];
  /** When its content was removed, because it did not belong there; its place, hash and day stay. */
  removedOn?: LocalDate;
};

/** A document with its number in its dossier, which everybody reads alike: it stays where another is removed. */
export type NumberedDocument = KeptDocument & { place: number };

/** A document that a respondent may read. `own`: they sent it themselves. */
export type ReadableDocument = NumberedDocument & { own: boolean };

/** A document that came in and is kept, before a dossier names it. `by`: who sent it, where that is known. */
export type ReceivedDocument = Omit<KeptDocument, 'addedOn' | 'from' | 'sharedWith' | 'removedOn'>;

/** The events of documents. */
export type DocumentEvent =
  /** A document was kept under a dossier: its content was stored before. */
  | {
      type: 'document-added';
      on: LocalDate;
      from: DocumentSource;
      personal: { document: ReceivedDocument };
    }
  /** It did not belong there, and its content is gone. `entries`: where its name stood, which was typed outside, and the hash since. */
  | {
      type: 'document-removed';
      on: LocalDate;
      from: DocumentSource;
      entries: { seq: number; hash: string }[];
      personal: { id: DocumentId; sha256: string; reason: string };
    }
  /** Art. 10: its handler asked for the whole dossier as a file, with so many documents. */
  | { type: 'dossier-exported'; on: LocalDate; documents: number };

const megabyte = 1024 * 1024;

/** The most bytes of one document, and of all those of a dossier; and how many a dossier can have. */
export const largestDocument = 25 * megabyte;
export const mostBytes = 200 * megabyte;
export const mostDocuments = 200;
