import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Issues tokens, and publishes its keys as Microsoft does, on loopback. */
export async function aTokenAuthority() {
  const issuer = 'https://authority.example';
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const published = { ...(await exportJWK(publicKey)), kid: 'the-key', endorsements: ['msteams'] };
  let asked = 0;
  let address = '';
  const server = createServer((request, response) => {
    asked += 1;
    const metadata = { issuer, jwks_uri: `${address}/keys` };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [published] } : metadata));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    metadataUrl: `${address}/openid`,
    /** The public key, with which an HS256 forgery is signed. */
    publicKey,
    /** Counts how often the keys were fetched. */
    asked: () => asked,
    sign: (claims: JWTPayload, key: CryptoKey = privateKey): Promise<string> =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'the-key', typ: 'JWT' }).sign(key),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

export type TokenAuthority = Awaited<ReturnType<typeof aTokenAuthority>>;
