import { createServer as httpServer } from 'node:http';
import { createServer as httpsServer } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { closed, listening } from './cosmos-peer.ts';
import { certificate, privateKey } from './loopback-certificate.ts';

/** Where the identity endpoint of this process is: the SDK keeps the address that it first had as long as the process lives. */
let identityPort = 0;

/**
 * The identity endpoint of a machine with one user-assigned identity, which may become another: a token every time it is
 * asked, with its number.
 */
export async function identityEndpoint() {
  const endpoint = {
    url: '',
    /** Undefined: that of the host itself (system-assigned), of which no client id may be sent. */
    clientId: '' as string | undefined,
    /** How long its tokens live, in seconds. */
    livesFor: 86_400,
    given: [] as string[],
    /** The client id of each request, null where there was none. */
    asked: [] as (string | null)[],
    close: () => closed(server),
  };
  const server = httpServer((request, response) => {
    const asked = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
    endpoint.asked.push(asked.get('client_id'));
    if (asked.get('client_id') !== (endpoint.clientId ?? null)) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ statusCode: 400, message: 'Unable to load the proper Managed Identity.' }),
      );
      return;
    }
    endpoint.given.push(`token-${endpoint.given.length + 1}-of-${endpoint.clientId}`);
    const expiresOn = Math.floor(Date.now() / 1000) + endpoint.livesFor;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        access_token: endpoint.given.at(-1),
        expires_on: `${expiresOn}`,
        resource: asked.get('resource'),
        token_type: 'Bearer',
      }),
    );
  });
  endpoint.url = await listening(server, identityPort);
  identityPort = Number(new URL(endpoint.url).port);
  return endpoint;
}

/**
 * Cosmos DB with Entra ID before the one at `target`: over TLS, and open to who shows a token that is taken now. `asked`
 * counts requests, those that were refused among them.
 */
export async function entraPeer(target: string) {
  const peer = {
    url: '',
    isTaken: (_token: string): boolean => true,
    substatus: 5300 as number | undefined,
    status: 403,
    refused: 0,
    close: () => closed(server),
  };
  const server = httpsServer({ cert: certificate, key: privateKey }, async (request, response) => {
    const body = await buffer(request);
    const { authorization = '' } = request.headers;
    const token = new URLSearchParams(decodeURIComponent(authorization)).get('sig') ?? '';
    const answer = (status: number, value: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(value));
    };
    if (!peer.isTaken(token)) {
      peer.refused += 1;
      const substatus = peer.substatus === undefined ? undefined : { 'x-ms-substatus': `${peer.substatus}` };
      return answer(peer.status, { code: 'Forbidden', message: 'the token is not taken' }, substatus);
    }
    // The account itself: where it is.
    if (request.url === '/') {
      const here = [{ name: 'here', databaseAccountEndpoint: peer.url }];
      return answer(200, { id: 'peer', _self: '', readableLocations: here, writableLocations: here });
    }
    const headers = Object.entries(request.headers).filter(([name]) => !hopByHop.includes(name));
    const found = await fetch(new URL(request.url ?? '', target), {
      method: request.method,
      headers: headers as [string, string][],
      body: body.length > 0 ? new Uint8Array(body) : undefined,
    });
    const kept = [...found.headers].filter(([name]) => !hopByHop.includes(name));
    response.writeHead(found.status, Object.fromEntries(kept));
    response.end(Buffer.from(await found.arrayBuffer()));
  });
  peer.url = (await listening(server)).replace('http:', 'https:');
  return peer;
}

const hopByHop = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'host',
  'accept-encoding',
];
