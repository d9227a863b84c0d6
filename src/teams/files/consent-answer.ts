import { readable } from '../../letters/readable.ts';
import { isDialogStep } from '../dialogs.ts';
import { limits } from '../forms/limits.ts';
import { type Draft, type FileContext, isYear, type StoredFile } from './file-messages.ts';

/** A letter holds so many code points, each of one or two UTF-16 units. */
const mostCharacters = 2 * limits.letter;

/** What somebody answered to the offer of a file; `upload` says where it must go, when it is wanted. */
export type ConsentAnswer = {
  context: FileContext;
  upload?: StoredFile & { uploadUrl: string };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether somebody wants a file, whatever it is. */
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

function contextOf({ number, letter, year, draft }: Record<string, unknown>): FileContext | undefined {
  if (typeof year === 'string') return isYear(year) ? { year } : undefined;
  if (typeof number !== 'string') return undefined;
  if (typeof letter === 'number' || letter === 'disclosure') return { number, letter };
  const typed = letter === 'draft' ? draftOf(draft) : undefined;
  return typed && { number, letter: 'draft', draft: typed };
}

function draftOf(draft: unknown): Draft | undefined {
  if (!isObject(draft)) return undefined;
  const { step, text } = draft;
  if (typeof step !== 'string' || !isDialogStep(step)) return undefined;
  if (typeof text !== 'string' || text.length > mostCharacters) return undefined;
  const letter = readable(text);
  return letter.split('\n').length > limits.lines ? undefined : { step, text: letter };
}
