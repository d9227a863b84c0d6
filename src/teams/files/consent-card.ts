import type { Activity, Attachment } from 'botbuilder';
import { readable } from '../../letters/readable.ts';
import { type DocumentId, isDocumentId } from '../../procedure/model/document.ts';
import { limits } from '../form/text.ts';
import { type FormStep, isFormStep } from '../steps/all-steps.ts';

/** The most characters of a letter: its code points, each of one or two UTF-16 units. */
const mostCharacters = 2 * limits.letter;

/** The answer to the offer of a file; `upload` is the place for it, when it is accepted. */
export type ConsentAnswer = {
  context: FileContext;
  upload?: StoredFile & { uploadUrl: string };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Tells whether a file is accepted, whichever it is. */
export const isAccepted = (value: unknown): boolean => isObject(value) && value.action === 'accept';

/** Reads the value of a 'fileConsent/invoke'; undefined when it is none. */
export function consentAnswerOf(value: unknown): ConsentAnswer | undefined {
  if (!isObject(value) || value.type !== 'fileUpload' || !isObject(value.context)) return undefined;
  const context = contextOf(value.context);
  if (!context) return undefined;
  if (value.action === 'decline') return { context };
  if (value.action !== 'accept' || !isObject(value.uploadInfo)) return undefined;
  const { uploadUrl, contentUrl, name, uniqueId, fileType } = value.uploadInfo;
  const texts = [uploadUrl, contentUrl, name, uniqueId, fileType];
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  const [to = '', where = '', called = '', id = '', type = ''] = texts;
  return {
    context,
    upload: { uploadUrl: to, contentUrl: where, name: called, uniqueId: id, fileType: type },
  };
}

function contextOf({
  number,
  letter,
  document,
  year,
  report,
  rows,
  draft,
}: Record<string, unknown>): FileContext | undefined {
  if (typeof report === 'string') return isPeriod(report) ? { report } : undefined;
  if (typeof rows === 'string') return isYear(rows) ? { rows } : undefined;
  if (typeof year === 'string') return isYear(year) ? { year } : undefined;
  if (typeof number !== 'string') return undefined;
  if (document !== undefined) return isDocumentId(document) ? { number, document } : undefined;
  if (typeof letter === 'number' || letter === 'disclosure' || letter === 'dossier' || isOfHearing(letter))
    return { number, letter };
  const typed = letter === 'draft' ? draftOf(draft) : undefined;
  return typed && { number, letter: 'draft', draft: typed };
}

function draftOf(draft: unknown): Draft | undefined {
  if (!isObject(draft)) return undefined;
  const { step, text } = draft;
  if (typeof step !== 'string' || !isFormStep(step)) return undefined;
  if (typeof text !== 'string' || text.length > mostCharacters) return undefined;
  const letter = readable(text);
  return letter.split('\n').length > limits.lines ? undefined : { step, text: letter };
}

/** A file to download; its name holds nothing of a person. */
export type BotFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** A file as Teams offers it to somebody. `size` is in bytes. */
export type OfferedFile = { name: string; description: string; size: number };

/** The hearing for a calendar: what was offered is to put it in, or to take it out. */
type OfHearing = 'hearing' | 'hearing-off';

/** Tells whether it is the hearing for a calendar. */
export const isOfHearing = (letter: unknown): letter is OfHearing =>
  letter === 'hearing' || letter === 'hearing-off';

/** A draft that is not in the dossier yet: the step of its form, and its text. */
export type Draft = { step: FormStep; text: string };

/**
 * The file that is offered: a letter, a draft or a document of a dossier, its access report ("Inzage"), the whole of it, its hearing for a
 * calendar, the report of a year, the list of it for an auditor, or for the board the report of a period. The client
 * controls it when it comes back, so it grants nothing.
 */
export type FileContext =
  | { number: string; letter: number | 'disclosure' | 'dossier' | OfHearing }
  | { number: string; letter: 'draft'; draft: Draft }
  | { number: string; document: DocumentId }
  | { year: string }
  | { rows: string }
  | { report: string };

/** Tells whether a text is a year that a complaint can be of. */
export const isYear = (text: string): boolean => /^20\d\d$/.test(text);

/** Tells whether a text is a period as an offer names it: '2026', '2026 kwartaal 3'. */
const isPeriod = (text: string): boolean => /^20\d\d(?: kwartaal [1-4])?$/.test(text);

/** The place where Teams keeps a file that was accepted. */
export type StoredFile = { name: string; contentUrl: string; uniqueId: string; fileType: string };

/** Makes the offer: asks whether a file may be put in their OneDrive. */
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

/** Removes the text of a draft, which an answer that declines does not need. */
const withoutText = (context: FileContext): FileContext =>
  'draft' in context ? { ...context, draft: { ...context.draft, text: '' } } : context;

/** Makes the message with the file, once it is in OneDrive. */
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
