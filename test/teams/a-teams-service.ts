import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { textOf } from '../e2e/a-card.ts';

/** A message in a chat as its reader sees it now; `edited` says how often something else took its place. */
export type Shown = { id: string; text: string; edited: number };

/** The connector service of Teams, which keeps what stands in each chat. Close it after use. */
export async function aTeamsService() {
  const chats = new Map<string, Shown[]>();
  const blocked = new Set<string>();
  let ids = 0;

  const server = createServer(async (request, response) => {
    const body = JSON.parse((await text(request)) || '{}') as { attachments?: { content: unknown }[] };
    const [, , , chat = '', , activityId] = (request.url ?? '').split('/').map(decodeURIComponent);
    const answer = (status: number, json: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(json));
    };
    const refuse = (status: number, code: string) => answer(status, { error: { code, message: 'refused' } });
    const shown = chats.get(chat) ?? [];
    chats.set(chat, shown);
    if (blocked.has(chat)) return refuse(403, 'ConversationBlockedByUser');
    const words = textOf(body.attachments?.[0]?.content);
    if (request.method === 'POST') {
      const message = { id: `${++ids}`, text: words, edited: 0 };
      shown.push(message);
      return answer(201, { id: message.id });
    }
    const found = shown.find(({ id }) => id === activityId);
    if (!found) return refuse(404, 'ActivityNotFound');
    Object.assign(found, { text: words, edited: found.edited + 1 });
    return answer(200, { id: found.id });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    /** Returns the address of that chat. */
    address: (conversationId: string) => ({
      serviceUrl: url,
      tenantId: 'ballance',
      botId: '28:bot',
      conversationId,
    }),
    /** Lists the messages there, the latest last. */
    shown: (chat: string): readonly Shown[] => chats.get(chat) ?? [],
    /** Somebody deletes what stands there. */
    clear: (chat: string) => chats.set(chat, []),
    /** Makes that chat block the bot: it accepts nothing. */
    block: (chat: string) => blocked.add(chat),
    unblock: (chat: string) => blocked.delete(chat),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
