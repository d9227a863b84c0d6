import type { SendMailOptions } from 'nodemailer';
import { type Unanswered, Undelivered } from '../register/model/delivery.ts';

/** Asks Graph for something of the mailbox; the body is text unless its type says otherwise. */
export type AskGraph = (
  path: string,
  body: string,
  init?: { type?: string; method?: string },
) => Promise<Response>;

type Parts = {
  ask: AskGraph;
  mimeOf(mail: SendMailOptions): Promise<{ mime: Buffer }>;
  refusalIn(answer: Response): Promise<Undelivered | Unanswered>;
  signal: AbortSignal;
};

/** From this size a file goes up in a session of its own; the parts of one are a multiple of 320 KiB. */
const leastOfSession = 3_000_000;
const partOfFile = 10 * 320 * 1024;

/**
 * Sends an e-mail that is too large for one request: its text as a draft, its files one by one, and then the draft. Returns the
 * answer to the last; until then nothing has gone out, and a draft that is of no use is removed. This needs the right to write
 * in the mailbox besides that to send.
 */
export async function sendByDraft(mail: SendMailOptions, parts: Parts): Promise<Response> {
  const { attachments = [], ...text } = mail;
  let draft = '';
  try {
    const { mime } = await parts.mimeOf(text);
    const { id } = await said(parts.ask('/messages', mime.toString('base64')), parts);
    draft = `/messages/${encodeURIComponent(String(id))}`;
    for (const one of attachments) await attach(draft, one, parts);
  } catch (error) {
    if (draft) await parts.ask(draft, '', { method: 'DELETE' }).catch(() => undefined);
    throw error instanceof Undelivered ? error : new Undelivered('no answer', true, { cause: error });
  }
  return parts.ask(`${draft}/send`, '');
}

type File = NonNullable<SendMailOptions['attachments']>[number];

async function attach(draft: string, { filename, content, contentType }: File, parts: Parts): Promise<void> {
  if (typeof content !== 'string' && !Buffer.isBuffer(content))
    throw new TypeError('a file of a letter is a text or bytes');
  const bytes = Buffer.from(content);
  const file = { name: filename || 'bijlage', contentType };
  const type = 'application/json';
  if (bytes.length < leastOfSession) {
    const kind = { '@odata.type': '#microsoft.graph.fileAttachment' };
    const whole = JSON.stringify({ ...kind, ...file, contentBytes: bytes.toString('base64') });
    await said(parts.ask(`${draft}/attachments`, whole, { type }), parts);
    return;
  }
  const item = JSON.stringify({ AttachmentItem: { attachmentType: 'file', ...file, size: bytes.length } });
  const { uploadUrl } = await said(
    parts.ask(`${draft}/attachments/createUploadSession`, item, { type }),
    parts,
  );
  for (let from = 0; from < bytes.length; from += partOfFile) {
    const part = bytes.subarray(from, from + partOfFile);
    const range = `bytes ${from}-${from + part.length - 1}/${bytes.length}`;
    // The address itself is the permission: a token beside it is refused.
    await said(
      fetch(String(uploadUrl), {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', 'content-range': range },
        body: new Uint8Array(part),
        signal: parts.signal,
        redirect: 'error',
      }),
      parts,
    );
  }
}

/** Returns what Graph says; throws its refusal. */
async function said(asked: Promise<Response>, { refusalIn }: Parts): Promise<Record<string, unknown>> {
  const answer = await asked;
  if (!answer.ok) throw await refusalIn(answer);
  return (await answer.json().catch(() => ({}))) ?? {};
}
