import { connect } from 'node:net';

/** The response over a connection: status line, headers and body; `ended` when the other side closed it. */
export type RawAnswer = { status: number; head: string; body: string; ended: boolean };

export type RawRequest = {
  method?: string;
  /** Sent to the letter: nothing is normalised or encoded. */
  target: string;
  /** Sent in this order, the same name twice when it stands here twice. */
  headers?: readonly (readonly [name: string, value: string])[];
  /** The part of the body that is sent; more that Content-Length may promise never comes. */
  body?: string;
  version?: string;
};

/** Milliseconds without an answer that count as none: the bot is waiting for a body that never comes. */
const answerTimeoutMs = 3_000;

/** Sends one request as it stands, over a connection of its own, and waits for the first answer to be whole. */
export function rawRequest(url: string, request: RawRequest): Promise<RawAnswer | undefined> {
  const { method = 'POST', target, headers = [], body = '', version = '1.1' } = request;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const { port, hostname } = new URL(url);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(port), hostname);
    const done = (ended: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answerIn(said, ended));
    };
    const timer = setTimeout(() => done(false), answerTimeoutMs);
    socket.on('connect', () =>
      socket.write(Buffer.from(`${method} ${target} HTTP/${version}\r\n${lines}\r\n${body}`, 'latin1')),
    );
    socket.setEncoding('latin1').on('data', (text) => {
      said += text;
      if (isWhole(said)) done(false);
    });
    socket.on('end', () => done(true));
    socket.on('error', (error) => {
      clearTimeout(timer);
      // What came before the connection was reset still counts.
      if (said) done(true);
      else reject(error);
    });
  });
}

/** Undefined when no status line came. */
function answerIn(said: string, ended: boolean): RawAnswer | undefined {
  const [head = '', ...rest] = said.split('\r\n\r\n');
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(head) ?? [];
  return status === undefined
    ? undefined
    : { status: Number(status), head, body: rest.join('\r\n\r\n'), ended };
}

function isWhole(said: string): boolean {
  const end = said.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(said.slice(0, end)) ?? [];
  return length !== undefined && said.length - end - 4 >= Number(length);
}
