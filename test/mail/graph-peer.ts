import { createServer, type Server } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { closed, listening } from '../store/cosmos-peer.ts';
import { certificate, privateKey } from '../store/loopback-certificate.ts';

/** What Graph answers instead of what is asked; 'nothing': it breaks the connection off; 'hangs': it never answers. */
type Refusal =
  | { status: number; code?: string; headers?: Record<string, string>; once?: boolean }
  | 'nothing'
  | 'hangs';

type Draft = {
  mail: ParsedMail;
  files: { name: string; content: Buffer; by: 'one request' | 'a session' }[];
};

/**
 * The mail side of Microsoft Graph over TLS on loopback, with one mailbox: it takes what Graph takes (base64 of MIME as text/plain,
 * of at most 4 MB), refuses what it refuses, and keeps what was sent.
 */
export function graphPeer(mailbox: string) {
  const drafts = new Map<string, Draft>();
  const sessions = new Map<string, { draft: Draft; name: string; size: number; parts: Buffer[] }>();
  const peer = {
    url: '',
    isTaken: (_token: string): boolean => true,
    /** Refuses requests of which the path ends so (a pattern), while it is set. */
    refusals: {} as Record<string, Refusal | undefined>,
    /** Method, path behind the mailbox, and type of each request. */
    asked: [] as string[],
    /** What was sent: by one request, or by a draft with these files. */
    sent: [] as { mail: ParsedMail; mime?: string; files?: Draft['files'] }[],
    drafts,
    async up(): Promise<void> {
      server = make();
      peer.url = (await listening(server, port)).replace('http:', 'https:');
      port = Number(new URL(peer.url).port);
    },
    async down(): Promise<void> {
      if (server) await closed(server);
      server = undefined;
    },
  };
  let server: Server | undefined;
  let port = 0;
  let made = 0;

  const make = (): Server =>
    createServer({ cert: certificate, key: privateKey }, async (request, response) => {
      const { method = '', url = '' } = request;
      const body = await buffer(request);
      const answer = (status: number, value?: unknown, headers: Record<string, string> = {}): void => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(value === undefined ? '' : JSON.stringify(value));
      };
      const refuse = (status: number, code: string): void =>
        answer(status, { error: { code, message: `${code} ${mailbox}`, innerError: { code: 'inner' } } });
      const base = `/v1.0/users/${encodeURIComponent(mailbox)}`;
      const path = url.startsWith(base) ? url.slice(base.length) : url;
      peer.asked.push(`${method} ${path.replaceAll(/draft-\d+|session-\d+|\?.*/g, '*')}`);
      const [end = '', refusal] =
        Object.entries(peer.refusals).find(([end, one]) => one && new RegExp(`${end}$`).test(url)) ?? [];
      if (refusal === 'nothing') return void request.socket.destroy();
      if (refusal === 'hangs') return;
      if (refusal) {
        if (refusal.once) delete peer.refusals[end];
        const { status, code = 'x', headers = {} } = refusal;
        return answer(status, code ? { error: { code } } : undefined, headers);
      }
      const session = sessions.get(url.slice(1));
      if (session) {
        if (request.headers.authorization) return refuse(401, 'InvalidAuthenticationToken');
        session.parts.push(body);
        const content = Buffer.concat(session.parts);
        if (content.length < session.size) return answer(200, {});
        session.draft.files.push({ name: session.name, content, by: 'a session' });
        return answer(201, {});
      }
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
      if (!token || !peer.isTaken(token)) return refuse(401, 'InvalidAuthenticationToken');
      if (path === url) return refuse(404, 'ErrorInvalidUser');
      if (body.length > 4 * 1024 * 1024) return refuse(413, 'RequestEntityTooLarge');
      const [, id = ''] = /^\/messages\/([^/]+)/.exec(path) ?? [];
      const draft = drafts.get(id);
      if (path === '/sendMail' || path === '/messages') {
        if (request.headers['content-type'] !== 'text/plain') return refuse(415, 'UnsupportedMediaType');
        const mime = Buffer.from(body.toString(), 'base64');
        const mail = await simpleParser(mime);
        if (!mail.to) return refuse(400, 'ErrorInvalidRecipients');
        if (path === '/sendMail') {
          peer.sent.push({ mail, mime: mime.toString() });
          return answer(202);
        }
        const name = `draft-${++made}`;
        drafts.set(name, { mail, files: [] });
        return answer(201, { id: name });
      }
      if (method === 'GET') {
        const messageId = /internetMessageId eq '(.*)'/.exec(decodeURIComponent(path))?.[1];
        const found = [...drafts].filter(([, { mail }]) => mail.messageId === messageId);
        return answer(200, { value: found.map(([id]) => ({ id })) });
      }
      if (!draft) return refuse(404, 'ErrorItemNotFound');
      if (method === 'DELETE') {
        drafts.delete(id);
        return answer(204);
      }
      if (path.endsWith('/send')) {
        drafts.delete(id);
        peer.sent.push(draft);
        return answer(202);
      }
      const said = JSON.parse(body.toString());
      if (path.endsWith('/attachments')) {
        const content = Buffer.from(said.contentBytes, 'base64');
        draft.files.push({ name: said.name, content, by: 'one request' });
        return answer(201, {});
      }
      const { name, size } = said.AttachmentItem;
      sessions.set(`session-${sessions.size + 1}`, { draft, name, size, parts: [] });
      answer(201, { uploadUrl: `${peer.url}/session-${sessions.size}` });
    });

  return peer;
}
