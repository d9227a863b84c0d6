import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Card } from './a-card.ts';

type Json = Record<string, unknown>;

type Held = {
  conversation: string;
  asked: PromiseWithResolvers<void>;
  released: PromiseWithResolvers<void>;
};

/** An activity that the bot sent to a conversation. */
export type Sent = { conversationId: string; activity: Json; card?: Card; isTargeted: boolean };

/**
 * Another client of the Bot Framework, with a service of its own: it keeps what the bot sends, and makes a conversation
 * when the bot asks for one. It knows nothing of the try-out.
 */
export async function aConnector() {
  const sent: Sent[] = [];
  const typing: string[] = [];
  const made: Json[] = [];
  let held: Held | undefined;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const body = await json(request);
    const [, conversationId] = /^\/v3\/conversations\/([^/]+)\/activities/.exec(path) ?? [];
    const known = request.method !== 'GET' && (conversationId || path === '/v3/conversations');
    if (conversationId && body.type === 'typing') typing.push(conversationId);
    else if (conversationId && known)
      sent.push({
        ...{ conversationId, activity: body, card: cardIn(body) },
        isTargeted: path.endsWith('/activities?isTargetedActivity=true'),
      });
    if (known && !conversationId) made.push(body);
    if (held && conversationId?.startsWith(held.conversation)) {
      held.asked.resolve();
      await held.released.promise;
    }
    const first = (body.members as Json[] | undefined)?.[0]?.id;
    response.writeHead(known ? 201 : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(known ? { id: conversationId ? randomUUID() : `made-for-${first}` } : {}));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    sent,
    /** The conversations in which the bot showed the typing indicator. */
    typing,
    /** The conversations that the bot asked for. */
    made,
    /** Holds the answers for conversations whose id begins so, until they are released; `asked` resolves when the first is held. */
    hold(conversation = '') {
      const asked = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      held = { conversation, asked, released };
      return { asked: asked.promise, release: () => released.resolve() };
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

async function json(request: IncomingMessage): Promise<Json> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text ? JSON.parse(text) : {};
}

function cardIn({ attachments }: Json): Card | undefined {
  const [first] = (attachments as { content: Card }[] | undefined) ?? [];
  return first?.content;
}
