import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import findMyWay from 'find-my-way';
import { limitTime } from './in-time.ts';
import { bytesOf, type JsonBody, jsonBody } from './json-body.ts';

/** A request that reached a route, with the parameters of its path. Its body is unread until the route asks for it. */
type Asked = {
  params: Readonly<Record<string, string | undefined>>;
  request: IncomingMessage;
  response: ServerResponse;
  json(): Promise<JsonBody>;
  /** Reads the body as it is; undefined when it has more bytes than `most`. */
  bytes(most: number): Promise<Buffer | undefined>;
  /** Gives the rest of the request so many milliseconds to come in, instead of what every request gets. */
  allow(ms: number): void;
};

/** A response, as JSON or with a text that `headers` gives a type; 'taken' when the route responds by itself. `isLast`: the connection closes after it, with all that is unread. */
export type Answer =
  | { status: number; body?: unknown; headers?: Readonly<Record<string, string>>; isLast?: boolean }
  | 'taken';

type Route = (asked: Asked) => Answer | Promise<Answer>;

/** Judges a request before its path is looked at and its body is read; an answer refuses it. */
type Guard = (request: IncomingMessage) => Answer | undefined;

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;

type Method = (typeof methods)[number];

export type Router = {
  server: Server;
  /** How long a request may take to come in after its headers, in milliseconds. */
  inTime: number;
  guard(guard: Guard): void;
  route(method: Method, path: string, route: Route): void;
};

/** The most characters of a parameter: ids of Teams are longer than the library expects. */
const maxParamLength = 1000;

/**
 * Makes a server that answers by route, and with 400, 404 or 405 where there is none. Gives `headers` to every response. A route
 * that fails is answered with 500, and `failed` is told why.
 */
export function router(headers: Readonly<Record<string, string>>, failed: (error: unknown) => void): Router {
  const routes = findMyWay({ maxParamLength, defaultRoute: nowhere, onBadUrl: () => badTarget });
  const guards: Guard[] = [];
  const times = new WeakMap<IncomingMessage, (ms: number) => void>();

  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<Answer> {
    for (const guard of guards) {
      const refused = guard(request);
      if (refused) return refused;
    }
    return isUrl(request) ? routes.lookup(request, response) : badTarget;
  }

  /** Refuses a path that is not there, or not by this method. */
  function nowhere({ url = '' }: IncomingMessage): Answer {
    const allowed = methods.filter((method) => routes.find(method, url));
    return allowed.length > 0
      ? { status: 405, headers: { Allow: allowed.join(', ') }, isLast: true }
      : { status: 404, isLast: true };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    times.set(request, limitTime(request, response, made.inTime));
    try {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      respond(request, response, await answerTo(request, response));
    } catch (error) {
      // Who hangs up halfway hears nothing, and it is no fault of ours.
      if (request.destroyed && !request.complete) return;
      failed(error);
      if (!response.headersSent) respond(request, response, { status: 500, isLast: true });
    }
  }

  const made: Router = {
    server: createServer((request, response) => void answer(request, response)),
    inTime: 20_000,
    guard: (guard) => void guards.push(guard),
    route: (method, path, route) =>
      routes.on(method, path, (request, response, params) =>
        route({
          ...{ params, request, response },
          json: () => jsonBody(request),
          bytes: (most) => bytesOf(request, most),
          allow: (ms) => times.get(request)?.(ms),
        }),
      ),
  };
  return made;
}

const badTarget: Answer = { status: 400, isLast: true };

/** Tells whether target and Host form a URL. */
const isUrl = ({ url = '', headers: { host = '' } }: IncomingMessage): boolean =>
  URL.canParse(url, `http://${host}`);

function respond(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (answer === 'taken' || response.headersSent) return;
  const { body } = answer;
  const bytes = Buffer.from(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body));
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (bytes.length > 0 && !response.hasHeader('Content-Type'))
    response.setHeader('Content-Type', 'application/json');
  if (answer.isLast) response.setHeader('Connection', 'close');
  response.setHeader('Content-Length', bytes.length);
  response.statusCode = answer.status;
  if (!answer.isLast || request.complete) return void response.end(bytes);
  response.write(bytes);
  response.flushHeaders();
  lingerOver(request, () => response.end());
}

/** How long a connection stays open for a client that is still sending what nobody reads, in milliseconds. */
const lingerMs = 500;

/**
 * Throws away what a client is still sending, and then closes, or after a moment in any case: a connection that closes on unread
 * data is reset, and the client never sees why it was refused.
 */
function lingerOver(request: IncomingMessage, close: () => void): void {
  const timer = setTimeout(close, lingerMs);
  const done = (): void => {
    clearTimeout(timer);
    close();
  };
  request.once('end', done).once('close', done).once('error', done).resume();
}
