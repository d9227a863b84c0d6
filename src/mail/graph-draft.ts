import type { SendMailOptions } from 'nodemailer';
import { type Unanswered, Undelivered } from '../register/model/delivery.ts';

/** Asks Graph for something of the mailbox; the body is text unless its type says otherwise. */
export type AskGraph = (
  path: string,
  body: string,
  init?: { type?: string; method?: string },
) => Promise<Response>;

type Parts = {
  askingUntil(signal: AbortSignal): AskGraph;
  mimeOf(mail: SendMailOptions): Promise<{ mime: Buffer }>;
  refusalIn(answer: Response): Promise<Undelivered | Unanswered>;
  /** The limit of all. */
  signal: AbortSignal;
  /** The limit of what comes before the draft is sent: also that the bot stops. */
  beforehand: AbortSignal;
};

/** From this size a file goes up in a session of its own; the parts of one are a multiple of 320 KiB. */
const leastOfSession = 3_000_000;
const partOfFile = 10 * 320 * 1024;

/** How long removing a draft may take, in milliseconds, also where what came before took all the time there was. */
const removingMs = 3_000;

/**
 * Sends an e-mail that is too large for one request: its text as a draft, its files one by one, and then the draft. Until that last
 * request nothing has gone out. A draft that is refused or comes to nothing is removed, and so is one that was left by a process
 * that ended halfway. This needs the right to write in the mailbox besides that to send.
 */
export async function sendByDraft(mail: SendMailOptions, messageId: string, parts: Parts): Promise<void> {
  const { attachments = [], ...text } = mail;
  const ask = parts.askingUntil(parts.beforehand);
  let draft = '';
  let isBeingSent = false;
  try {
    await removeLeftovers(messageId, ask, parts);
    const { mime } = await parts.mimeOf(text);
    const { id } = await said(ask('/messages', mime.toString('base64')), parts);
    draft = draftAt(id);
    for (const one of attachments) await attach(draft, one, ask, parts);
    isBeingSent = true;
    await said(parts.askingUntil(parts.signal)(`${draft}/send`, ''), parts);
  } catch (error) {
    const mayHaveGone = isBeingSent && !(error instanceof Undelivered);
    if (mayHaveGone) throw error;
    if (draft) await removed(draft, parts);
    throw error instanceof Undelivered
      ? ofDraft(error, draft)
      : new Undelivered('no answer', true, { cause: error });
  }
}

const draftAt = (id: unknown): string => `/messages/${encodeURIComponent(String(id))}`;

/** Makes what is refused about a draft that was there no fault of set-up where the draft is gone: somebody has removed it. */
const ofDraft = (refusal: Undelivered, draft: string): Undelivered =>
  draft && refusal.facts.status === 404
    ? new Undelivered(refusal.message, true, { cause: refusal })
    : refusal;

const removed = (draft: string, { askingUntil }: Parts): Promise<unknown> =>
  askingUntil(AbortSignal.timeout(removingMs))(draft, '', { method: 'DELETE' }).catch(() => undefined);

/** Removes the drafts of this very e-mail that are in the mailbox still. What cannot be found or removed stays. */
async function removeLeftovers(messageId: string, ask: AskGraph, parts: Parts): Promise<void> {
  const filter = encodeURIComponent(`internetMessageId eq '${messageId.replaceAll("'", "''")}'`);
  const path = `/mailFolders/drafts/messages?$select=id&$filter=${filter}`;
  const answer = await ask(path, '', { method: 'GET' });
  const { value } = Object(await answer.json().catch(() => undefined));
  for (const { id } of answer.ok && Array.isArray(value) ? value : []) await removed(draftAt(id), parts);
}

type File = NonNullable<SendMailOptions['attachments']>[number];

async function attach(
  draft: string,
  { filename, content, contentType }: File,
  ask: AskGraph,
  parts: Parts,
): Promise<void> {
  if (typeof content !== 'string' && !Buffer.isBuffer(content))
    throw new TypeError('a file of a letter is a text or bytes');
  const bytes = Buffer.from(content);
  const file = { name: filename || 'bijlage', contentType };
  if (bytes.length < leastOfSession) {
    const kind = { '@odata.type': '#microsoft.graph.fileAttachment' };
    const whole = JSON.stringify({ ...kind, ...file, contentBytes: bytes.toString('base64') });
    await said(ask(`${draft}/attachments`, whole, { type }), parts);
    return;
  }
  const item = JSON.stringify({ AttachmentItem: { attachmentType: 'file', ...file, size: bytes.length } });
  const session = async () =>
    (await said(ask(`${draft}/attachments/createUploadSession`, item, { type }), parts)).uploadUrl;
  const isUp = (await wentUp(await session(), bytes, parts)) || (await wentUp(await session(), bytes, parts));
  if (!isUp) throw new Undelivered('upload refused', true);
}

const type = 'application/json';

/** What the address of a session answers once the session itself is over or not known: another is needed. */
const overAnswers = [401, 403, 404, 409, 410, 416];

/**
 * Sends a file up in a session; false where the session ends before that. Of the mailbox that says nothing: its address
 * itself is the permission, and a token beside it is refused.
 */
async function wentUp(uploadUrl: unknown, bytes: Buffer, parts: Parts): Promise<boolean> {
  for (let from = 0; from < bytes.length; from += partOfFile) {
    const part = bytes.subarray(from, from + partOfFile);
    const answer = await fetch(String(uploadUrl), {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes ${from}-${from + part.length - 1}/${bytes.length}`,
      },
      body: new Uint8Array(part),
      signal: parts.beforehand,
      redirect: 'manual',
    });
    if (overAnswers.includes(answer.status)) {
      await answer.body?.cancel();
      return false;
    }
    await said(answer, parts);
  }
  return true;
}

/** Returns what Graph says; throws its refusal. */
async function said(
  asked: Response | Promise<Response>,
  { refusalIn }: Parts,
): Promise<Record<string, unknown>> {
  const answer = await asked;
  if (!answer.ok) throw await refusalIn(answer);
  return (await answer.json().catch(() => ({}))) ?? {};
}
