import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

export type Sink = {
  url: string;
  /**
   * The last answer to an activity, as it was sent; after that it is forgotten. What a bot sends of its own accord (a
   * receipt, a card), or that it is typing, is no answer.
   */
  take(activityId: string): string;
  /** Resolves when nobody has sent anything for so long that nothing waits any more. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

/** The silence after which nothing more is on its way, in ms: Teams allows 60 messages to a chat in 30 seconds. */
const quietMs = 31_000;

/** Names the conversation that a bot creates to speak to somebody first. */
const chatMadeFor = (memberId: string): string => `made:${memberId}`;

/** Whether it only says that the bot is busy, as on a slow machine. */
const isTyping = (body: string): boolean => body.startsWith('{"type":"typing"');

/** Starts a stand-in for the connector that only answers with an id, so that it costs both bots the same. */
export async function sink(): Promise<Sink> {
  const last = new Map<string, string>();
  let ids = 0;
  let heard = performance.now();

  /** `/v3/conversations/{id}/activities/{what is answered}`; with PUT it is what is edited. */
  function receive({ method, url = '' }: IncomingMessage, body: string): string {
    const [, , , conversationId = '', , answered] = url.split('/').map(decodeURIComponent);
    heard = performance.now();
    if (!conversationId) return chatMadeFor(JSON.parse(body).members[0].id);
    if (method === 'POST' && answered && !isTyping(body)) last.set(answered, body);
    return `${++ids}`;
  }

  const server = createServer(async (request: IncomingMessage, response) => {
    const id = receive(request, await text(request));
    // Restify, once loaded, makes writeHead of every server return nothing.
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ id }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take(activityId) {
      const message = last.get(activityId) ?? '';
      last.delete(activityId);
      return message;
    },
    async quiet() {
      while (performance.now() - heard < quietMs) await pause(500);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
