import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { closed, listening } from './cosmos-peer.ts';

/** The operation of a request; `plan` asks how to run a query, `other` is about the database or the container. */
export type Operation = 'read' | 'create' | 'replace' | 'plan' | 'query' | 'other';

/**
 * What goes wrong with one request. `before`: the server never hears of it; `after`: the server has done it, and only
 * the answer suffers. `late`: the server hears of it once the client has given up.
 */
export type Fault = { when: 'before' | 'after' | 'late'; answer: Answer };

/** A status, a connection that is dropped, an answer that breaks off or is none of Cosmos DB, or no answer at all. */
type Answer = number | 'busy for an hour' | 'dropped' | 'broken off' | 'empty' | 'no JSON' | 'nothing';

/** Transient faults: a retry helps. */
export const passing: Fault[] = [
  ...[408, 429, 449, 500, 503].flatMap((answer): Fault[] => [
    { when: 'before', answer },
    { when: 'after', answer },
  ]),
  { when: 'before', answer: 'dropped' },
  { when: 'after', answer: 'dropped' },
  { when: 'after', answer: 'broken off' },
  { when: 'before', answer: 'empty' },
  { when: 'after', answer: 'no JSON' },
  { when: 'before', answer: 'nothing' },
  { when: 'after', answer: 'nothing' },
  { when: 'late', answer: 'nothing' },
];

/** Faults that an early retry does not mend. */
export const busy: Fault = { when: 'before', answer: 'busy for an hour' };

export type FaultProxy = {
  url: string;
  /** The requests since then, in order, retries included. */
  asked: Operation[];
  /** Asked about every request for a document. */
  fault: (operation: Operation) => Fault | undefined;
  /** Called when the server has done what the client will not hear of. */
  unheard: () => Promise<unknown> | undefined;
  /** Ends a try by its one client when the proxy has left that without an answer, however long the machine takes. */
  endOfTry: () => AbortSignal;
  close(): Promise<void>;
};

/** Stands between a client and the server at that URL, and lets go wrong what it is told to. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const server = createServer((request, response) => void serve(request, response));
  let unanswered = new AbortController();
  const proxy: FaultProxy = {
    url: await listening(server),
    asked: [],
    fault: () => undefined,
    unheard: () => undefined,
    endOfTry: () => unanswered.signal,
    close: () => closed(server),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = operationOf(request);
    const body = await buffer(request);
    proxy.asked.push(operation);
    const fault = operation === 'other' ? undefined : proxy.fault(operation);
    if (fault?.when === 'before') return spoil(fault.answer, undefined, response);
    if (fault?.when === 'late') {
      const gaveUp = once(response, 'close');
      leaveUnanswered();
      await gaveUp;
    }
    const answer = await forward(request, body);
    if (!fault) return void respond(response, answer.status, answer.headers, answer.body);
    await proxy.unheard();
    if (fault.when !== 'late') spoil(fault.answer, answer.body, response);
  }

  function leaveUnanswered(): void {
    unanswered.abort();
    unanswered = new AbortController();
  }

  function spoil(answer: Answer, body: Buffer | undefined, response: ServerResponse): void {
    if (answer === 'nothing') return void leaveUnanswered();
    if (answer === 'dropped') return void response.destroy();
    if (answer === 'empty') return void respond(response, 503);
    if (answer === 'no JSON') return void respond(response, 502, {}, '<html>Bad gateway</html>');
    if (answer === 'broken off') {
      response.writeHead(200, { 'content-length': 10_000 });
      response.write(body?.subarray(0, body.length / 2) ?? '{"id":', () => response.destroy());
      return;
    }
    const [status, waitMs] = answer === 'busy for an hour' ? [429, 3_600_000] : [answer, 20];
    const headers = { 'x-ms-retry-after-ms': `${waitMs}`, 'content-type': 'application/json' };
    respond(response, status, headers, JSON.stringify({ code: `${answer}`, message: 'a fault' }));
  }

  async function forward({ url = '', method, headers }: IncomingMessage, body: Buffer) {
    const passed = Object.entries(headers).filter(([name]) => !hopByHop.includes(name)) as [string, string][];
    const answer = await fetch(new URL(url, target), {
      method,
      headers: passed,
      body: body.length > 0 ? new Uint8Array(body) : undefined,
    });
    const kept = [...answer.headers].filter(([name]) => !hopByHop.includes(name));
    return {
      status: answer.status,
      headers: Object.fromEntries(kept),
      body: Buffer.from(await answer.arrayBuffer()),
    };
  }

  return proxy;
}

const hopByHop = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'host',
  'accept-encoding',
];

function operationOf({ method, url = '', headers }: IncomingMessage): Operation {
  if (!/\/docs(\/|$)/.test(url)) return 'other';
  if (method === 'GET') return 'read';
  if (method === 'PUT') return 'replace';
  if (headers['x-ms-cosmos-is-query-plan-request']) return 'plan';
  return headers['x-ms-documentdb-isquery'] ? 'query' : 'create';
}

/** Sends a response in two steps, because `writeHead` returns nothing where restify is loaded. */
function respond(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): void {
  response.writeHead(status, headers);
  response.end(body);
}
