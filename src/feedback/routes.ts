import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request to this room. Its body is unread until a route asks for it. */
export type Asked = {
  request: IncomingMessage;
  response: ServerResponse;
  /** Reads the body; undefined when it has more bytes than `most`. */
  bytes(most: number): Promise<Buffer | undefined>;
  /** Gives the rest of the request so many milliseconds to come in. */
  allow(ms: number): void;
};

/** A response, of JSON or of a text that `headers` gives a type. `isLast`: the connection closes after it, with all that is unread. */
export type Answer = {
  status: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  isLast?: boolean;
};

/** The server to which this room adds itself. */
export type Server = {
  route(method: 'GET' | 'POST', path: string, route: (asked: Asked) => Answer | Promise<Answer>): void;
};
