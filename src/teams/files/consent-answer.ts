import type { FileContext, StoredFile } from './file-messages.ts';

/** What somebody answered to the offer of a file; `upload` says where it must go, when it is wanted. */
export type ConsentAnswer = {
  context: FileContext;
  upload?: StoredFile & { uploadUrl: string };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the value of a 'fileConsent/invoke'; undefined when it is none. */
export function consentAnswerOf(value: unknown): ConsentAnswer | undefined {
  if (!isObject(value) || value.type !== 'fileUpload' || !isObject(value.context)) return undefined;
  const { number } = value.context;
  const letter = letterOf(value.context);
  if (typeof number !== 'string' || letter === undefined) return undefined;
  const context = { number, letter };
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

const letterOf = ({ letter }: Record<string, unknown>): FileContext['letter'] | undefined =>
  typeof letter === 'number' || letter === 'disclosure' ? letter : undefined;
