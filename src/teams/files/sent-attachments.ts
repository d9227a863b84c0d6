import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { oneLine } from '../../letters/readable.ts';
import { type SentFile, tooMany } from '../../register/model/sent-files.ts';
import { shortened } from '../form/text.ts';

/** A file that was sent in a personal chat: Teams put it in the OneDrive of its sender. */
const downloadInfo = 'application/vnd.microsoft.teams.file.download.info';
const picture = /^image\/[\w.*+-]+$/;

/** The most files of one message that are taken, that are named, and the most characters of a place and of a name. */
const mostFiles = 10;
const mostNamed = 40;
const longest = { url: 4000, name: 200 };

/** The beginning of the ids of what was sent, which tells them from those of other forms. */
const begin = 'sent-';
export const newSentId = (): string => `${begin}${randomUUID()}`;
export const isSentId = (form: string): boolean => form.startsWith(begin);

/** Lists the files of a message, in the fields that the client gives; the rest of its attachments are no files. What is too many has only a name. */
export function filesIn({ attachments }: Partial<Activity>): SentFile[] {
  if (!Array.isArray(attachments)) return [];
  const files = attachments.flatMap((one) => fileOf(one) ?? []);
  const others = files.slice(mostFiles, mostNamed).map(({ name }): SentFile => ({ name, fault: tooMany }));
  return [...files.slice(0, mostFiles), ...others];
}

/** Tells whether a message that others read along holds a file: there Teams names where it is, and no place to fetch it. */
export const holdsFile = (activity: Partial<Activity>): boolean =>
  filesIn(activity).length > 0 ||
  (Array.isArray(activity.attachments) &&
    activity.attachments.some((one) => one?.contentType === 'reference'));

function fileOf(attachment: unknown): SentFile | undefined {
  if (typeof attachment !== 'object' || attachment === null) return undefined;
  const { contentType, content, contentUrl, name }: Record<string, unknown> = { ...attachment };
  if (typeof contentType !== 'string') return undefined;
  if (contentType === downloadInfo) {
    const { downloadUrl }: Record<string, unknown> = typeof content === 'object' ? { ...content } : {};
    return isPlace(downloadUrl) ? { name: nameIn(name, 'Bestand'), url: downloadUrl } : undefined;
  }
  if (!picture.test(contentType) || !isPlace(contentUrl)) return undefined;
  return { name: nameIn(name, 'Afbeelding'), url: contentUrl, isPicture: true };
}

const isPlace = (url: unknown): url is string =>
  typeof url === 'string' && url.length <= longest.url && /^https?:/.test(url);

const nameIn = (name: unknown, instead: string): string =>
  (typeof name === 'string' && shortened(oneLine(name.slice(0, longest.url)), longest.name)) || instead;
