import type { Activity, Attachment } from 'botbuilder';
import type { DialogStep } from '../dialogs.ts';

/** A file to download; its name holds nothing of a person. */
export type BotFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** A file as Teams offers it to somebody. `size` is in bytes. */
export type OfferedFile = { name: string; description: string; size: number };

/** A letter that is not in the dossier yet: in which form it stands, and what stands there. */
export type Draft = { step: DialogStep; text: string };

/**
 * Which letter of which dossier, a draft of one, or all that it holds about the complainant; or the report of which
 * year. Under the client's control when it comes back, so it grants nothing.
 */
export type FileContext =
  | { number: string; letter: number | 'disclosure' }
  | { number: string; letter: 'draft'; draft: Draft }
  | { year: string };

/** Years that a complaint can be of, as text. */
export const isYear = (text: string): boolean => /^20\d\d$/.test(text);

/** Where Teams keeps a file after somebody accepted it. */
export type StoredFile = { name: string; contentUrl: string; uniqueId: string; fileType: string };

/** Asks somebody whether a file may be put in their OneDrive. */
export const consentMessage = (
  { name, description, size }: OfferedFile,
  context: FileContext,
): Partial<Activity> =>
  fileMessage(`Bestand: ${name}`, {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: {
      description,
      sizeInBytes: size,
      acceptContext: context,
      declineContext: withoutText(context),
    },
  });

/** Who does not want a draft needs none of its text. */
const withoutText = (context: FileContext): FileContext =>
  'draft' in context ? { ...context, draft: { ...context.draft, text: '' } } : context;

/** The file itself, once it is there. */
export const fileInfoMessage = ({ name, contentUrl, uniqueId, fileType }: StoredFile): Partial<Activity> =>
  fileMessage(`Bestand: ${name}`, {
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    name,
    contentUrl,
    content: { uniqueId, fileType },
  });

const fileMessage = (summary: string, attachment: Attachment): Partial<Activity> => ({
  type: 'message',
  summary,
  attachments: [attachment],
});
