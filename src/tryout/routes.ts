import type { IncomingMessage, ServerResponse } from 'node:http';
import type restify from 'restify';

export type Json = Record<string, unknown>;

/** A request as the try-out sees it: the body is an object, whatever was sent. */
export type Asked = {
  params: Record<string, string>;
  body: Json;
  /** In bytes, as the client says. */
  size: number;
  /** Its body is there to read only when it is sent as 'application/octet-stream'. */
  request: IncomingMessage;
  response: ServerResponse;
};

/** An answer; 'taken' when the handler answers by itself. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'taken';

type Method = 'get' | 'post' | 'put' | 'del';
type Handler = (asked: Asked) => Answer | Promise<Answer>;

export type Routes = (method: Method, path: string, handler: Handler) => void;

/** Routes on this server that only this machine's own programs and pages can use. */
export function routes(server: restify.Server): Routes {
  return (method, path, handler) => {
    server[method](path, async (req: restify.Request, res: restify.Response) => {
      const answer = allowed(req) ? await handler(asked(req, res)) : stranger;
      if (answer === 'taken') return;
      for (const [name, value] of Object.entries(answer.headers ?? {})) res.setHeader(name, value);
      res.setHeader('Cache-Control', 'no-store');
      res.setHeader('X-Content-Type-Options', 'nosniff');
      res.contentType = 'application/json';
      res.send(answer.status, answer.body ?? {});
    });
  };
}

export function refused(status: number, message: string): Answer {
  return { status, body: { message } };
}

const stranger = refused(403, 'De try-out is alleen bereikbaar vanaf deze computer.');
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A loopback Host keeps out rebound names; an own Origin keeps out other sites' pages. */
function allowed(req: restify.Request): boolean {
  const host = req.headers.host ?? '';
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  if (!loopback.has(name)) return false;
  const origin = req.headers.origin;
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

/** The text in a field, or undefined when there is none. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
