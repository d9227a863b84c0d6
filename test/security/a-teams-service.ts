import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request of the bot to the service. */
export type Asked = { method: string; path: string; authorization: string; body: string };

/** A member as the service describes them, or the HTTP status of its refusal. */
export type Member =
  | { name?: string; userRole?: string; userPrincipalName?: string; tenantId?: string }
  | number;

/** A service of Teams on loopback: it keeps what the bot asks of it, or looks at it only, and knows the roles of people. */
export async function aTeamsService(look?: (asked: Asked) => void) {
  const asked: Asked[] = [];
  const members = new Map<string, Member>();
  let silent = false;
  let refusal: number | undefined;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const { method = '', headers } = request;
    const one = { method, path, authorization: headers.authorization ?? '', body: await text(request) };
    if (look) look(one);
    else asked.push(one);
    const [, memberId] = /\/members\/([^/?]+)$/.exec(path) ?? [];
    if (memberId && silent) return;
    const member = memberId ? (members.get(memberId) ?? {}) : (refusal ?? { id: idOf(one) });
    response.writeHead(typeof member === 'number' ? member : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(typeof member === 'number' ? {} : member));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/emea/`,
    asked,
    lookups: () => asked.filter(({ path }) => path.includes('/members/')),
    /** Lists what the bot said in chats, edits included; a message that it took away says nothing. */
    answers: () =>
      asked.filter(
        ({ method, path }) =>
          method !== 'DELETE' && path.includes('/conversations/a:') && path.includes('/activities'),
      ),
    isMember: (id: string, member: Member) => members.set(id, member),
    /** Stops answering who somebody is. */
    fallSilent(quiet = true) {
      silent = quiet;
    },
    /** Refuses every message of the bot from now on with that status; undefined accepts them again. */
    answersWith(status: number | undefined) {
      refusal = status;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The id of what was made: a chat is named for who it is with. */
function idOf({ path, body }: Asked): string {
  if (!path.endsWith('/v3/conversations')) return randomUUID();
  return `a:with-${JSON.parse(body).members[0].id}`;
}

export type TeamsService = Awaited<ReturnType<typeof aTeamsService>>;
