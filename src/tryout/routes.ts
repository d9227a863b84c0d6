import type { IncomingMessage, ServerResponse } from 'node:http';
import type restify from 'restify';

export type Json = Record<string, unknown>;

/** A request to the try-out: its body is an object, whatever was sent. */
export type Asked = {
  params: Record<string, string>;
  body: Json;
  /** The size in bytes that the client gives. */
  size: number;
  /** The raw request; its body can be read only when it is sent as 'application/octet-stream'. */
  request: IncomingMessage;
  response: ServerResponse;
};

/** A response; 'taken' when the handler responds by itself. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'taken';

type Method = 'get' | 'post' | 'put' | 'del';
type Handler = (asked: Asked) => Answer | Promise<Answer>;

export type Routes = (method: Method, path: string, handler: Handler) => void;

/** Adds routes to a server. */
export function routes(server: restify.Server): Routes {
  return (method, path, handler) => {
    server[method](path, async (req: restify.Request, res: restify.Response) => {
      const answer = await handler(asked(req, res));
      if (answer !== 'taken') send(res, answer);
    });
  };
}

function send(res: restify.Response, { status, body = {}, headers = {} }: Exclude<Answer, 'taken'>): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.contentType = 'application/json';
  res.send(status, body);
}

/**
 * Refuses every request that does not come from this machine's own programs and pages, before its path is looked at and its
 * body is read: the try-out authenticates nobody, and the bot itself is behind this as well.
 */
export function ownMachineOnly(server: restify.Server): void {
  server.pre((req: restify.Request, res: restify.Response, next: restify.Next) => {
    if (isOwn(req)) return next();
    send(res, { ...stranger, headers: { Connection: 'close' } });
    return next(false);
  });
}

export function refused(status: number, message: string): Exclude<Answer, 'taken'> {
  return { status, body: { message } };
}

const stranger = refused(
  403,
  'De proefopstelling is alleen bereikbaar vanaf deze computer, als localhost of 127.0.0.1 en met haar eigen poort.',
);
const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::(\d{1,5}))?$/i;

/**
 * Tells whether a request names this machine and comes from no page but our own. A Host of loopback keeps out rebound names; an
 * own Origin keeps out the pages of other sites. An absolute target names a server beside its Host, and must name this one too.
 */
function isOwn({ url = '', headers: { host = '', origin }, socket }: IncomingMessage): boolean {
  const [, named] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(url) ?? [];
  const isOurs = (authority: string): boolean => {
    const [whole, , port = '80'] = loopback.exec(authority) ?? [];
    return whole !== undefined && Number(port) === socket.localPort;
  };
  if (!isOurs(host) || (named !== undefined && !isOurs(named))) return false;
  return origin === undefined || origin === `http://${host}`;
}

function asked(req: restify.Request, res: restify.Response): Asked {
  const body: unknown = req.body;
  return {
    params: (req.params ?? {}) as Record<string, string>,
    body: isJson(body) ? body : {},
    size: Number(req.headers['content-length'] ?? 0),
    request: req,
    response: res,
  };
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the text in a field; undefined when there is none. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
