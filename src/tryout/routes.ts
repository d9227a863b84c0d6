import type { IncomingMessage, ServerResponse } from 'node:http';

export type Json = Record<string, unknown>;

/** A request to the try-out: its body is an object, whatever was sent. */
export type Asked = {
  params: Readonly<Record<string, string | undefined>>;
  body: Json;
  /** The size in bytes that the client gives. */
  size: number;
  /** The raw request; its body can be read only when it is sent as 'application/octet-stream'. */
  request: IncomingMessage;
  response: ServerResponse;
};

/** A response; 'taken' when the handler responds by itself. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'taken';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Handler = (asked: Asked) => Answer | Promise<Answer>;

export type Routes = (method: Method, path: string, handler: Handler) => void;

/** The server to which the try-out adds itself; it reads JSON only, and says with which status it refuses a body. */
export type Server = {
  guard(guard: (request: IncomingMessage) => Refusal | undefined): void;
  route(method: Method, path: string, route: (request: Unread) => Promise<Answer | Refusal>): void;
};

type Refusal = { status: number; body?: unknown; isLast: true };

type Unread = Pick<Asked, 'params' | 'request' | 'response'> & {
  json(): Promise<{ body?: unknown; refused?: number | undefined }>;
};

/** Adds routes to a server. */
export function routes(server: Server): Routes {
  return (method, path, handler) =>
    server.route(method, path, async ({ params, request, response, json }) => {
      const { body, refused: status } = method === 'GET' ? {} : await json();
      if (status !== undefined) return { status, isLast: true };
      const size = Number(request.headers['content-length'] ?? 0);
      const answer = await handler({ params, body: isJson(body) ? body : {}, size, request, response });
      return answer === 'taken' ? answer : { ...answer, body: answer.body ?? {} };
    });
}

/**
 * Refuses every request that does not come from this machine's own programs and pages, before its path is looked at and its
 * body is read: the try-out authenticates nobody, and the bot itself is behind this as well.
 */
export const ownMachineOnly = (server: Server): void =>
  server.guard((request) => (isOwn(request) ? undefined : { ...stranger, isLast: true }));

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

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the text in a field; undefined when there is none. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
