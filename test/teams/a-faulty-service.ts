import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the service answers instead of taking a message. 'drop': it takes it and breaks the connection. */
export type FaultyAnswer = { status: number; code: string; retryAfter?: number } | 'drop';

/** The connector service of Teams, with faults on request. Close it after use. */
export async function aFaultyService() {
  const faults: (FaultyAnswer | undefined)[] = [];
  const requests: string[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const [, , , conversation = 'new'] = (request.url ?? '').split('/');
    requests.push(decodeURIComponent(conversation));
    const fault = faults.shift();
    if (fault === 'drop') return request.socket.destroy();
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (fault?.retryAfter) headers['Retry-After'] = String(fault.retryAfter);
    response.writeHead(fault?.status ?? 201, headers);
    if (fault) return response.end(JSON.stringify({ error: { code: fault.code, message: 'refused' } }));
    bodies.push(body);
    response.end(JSON.stringify({ id: conversation === 'new' ? `chat-${requests.length}` : 'activity' }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What it answers to the next requests; undefined takes one. */
    faults,
    /** The conversation of each request; 'new' where one was asked for. */
    requests,
    /** What it took. */
    bodies,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
