import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * What the service answers instead of taking a message. 'drop': it takes it and breaks the connection. A body is sent as it is.
 */
export type FaultyAnswer =
  | { status: number; code?: string; retryAfter?: number }
  | { status: number; body: string; type?: string }
  | 'drop';

/** Undefined: it takes the message. */
type Answer = FaultyAnswer | undefined;

/** A request to the service; 'new' asks for a conversation. */
export type Asked = { method: string; conversation: string; activity: string; body: string };

/** The connector service of Teams, with faults on request. Close it after use. */
export async function aFaultyService() {
  const faults: (FaultyAnswer | undefined)[] = [];
  const requests: string[] = [];
  const bodies: string[] = [];
  const taken: Asked[] = [];
  const refused: Asked[] = [];
  const rule: { answer: (asked: Asked) => Answer | Promise<Answer>; hung: () => void } = {
    answer: () => undefined,
    hung: () => {},
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const [, , , conversation = 'new', , activity = ''] = (request.url ?? '').split('/');
    const asked = {
      ...{ method: request.method ?? '', body },
      ...{ conversation: decodeURIComponent(conversation), activity: decodeURIComponent(activity) },
    };
    requests.push(asked.conversation);
    const fault = faults.shift() ?? (await rule.answer(asked));
    if (fault) refused.push(asked);
    if (fault === 'drop') return request.socket.destroy();
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (fault && 'retryAfter' in fault && fault.retryAfter) headers['Retry-After'] = String(fault.retryAfter);
    if (fault && 'body' in fault) {
      response.writeHead(fault.status, { ...headers, 'Content-Type': fault.type ?? 'application/json' });
      return response.end(fault.body);
    }
    response.writeHead(fault?.status ?? (request.method === 'DELETE' ? 200 : 201), headers);
    if (fault) return response.end(JSON.stringify({ error: { code: fault.code, message: 'refused' } }));
    bodies.push(body);
    taken.push(asked);
    response.end(JSON.stringify({ id: conversation === 'new' ? `chat-${requests.length}` : 'activity' }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The answers to the next requests; undefined accepts one. */
    faults,
    /** The answers to the other requests. */
    rule,
    /** The conversation of each request; 'new' where one was asked for. */
    requests,
    /** The requests that it accepted. */
    bodies,
    taken,
    /** The requests that it refused. */
    refused,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
