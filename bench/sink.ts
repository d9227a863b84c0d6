import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a message may take to arrive, in ms. */
const patience = 30_000;

export type Sink = {
  url: string;
  /** The last message of a conversation, as it was sent; after that it is forgotten. */
  take(conversationId: string): string;
  /** How many messages have come in a conversation. */
  count(conversationId: string): number;
  /** Resolves when that many have come in a conversation; refuses after half a minute. */
  arrived(conversationId: string, count: number): Promise<void>;
  close(): Promise<void>;
};

/** The conversation that a bot gets when it wants to speak to somebody first. */
export const chatMadeFor = (memberId: string): string => `made:${memberId}`;

/** A connector stand-in that does nothing but answer with an id, so that it costs both bots the same. */
export async function sink(): Promise<Sink> {
  const last = new Map<string, string>();
  const counts = new Map<string, number>();
  const count = (conversationId: string): number => counts.get(conversationId) ?? 0;
  let ids = 0;

  function receive(url: string, body: string): string {
    const conversationId = decodeURIComponent(url.split('/')[3] ?? '');
    if (!conversationId) return chatMadeFor(JSON.parse(body).members[0].id);
    last.set(conversationId, body);
    counts.set(conversationId, count(conversationId) + 1);
    return `${++ids}`;
  }

  const server = createServer(async (request: IncomingMessage, response) => {
    const id = receive(request.url ?? '', await text(request));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take(conversationId) {
      const message = last.get(conversationId) ?? '';
      last.delete(conversationId);
      return message;
    },
    count,
    async arrived(conversationId, expected) {
      for (let waited = 0; count(conversationId) < expected; waited += 2) {
        if (waited > patience) throw new Error(`${count(conversationId)} of ${expected} messages arrived`);
        await sleep(2);
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
