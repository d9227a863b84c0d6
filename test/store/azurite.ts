import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { OwnIdentity } from '../../src/identity/own-identity.ts';
import { aFolder } from '../a-folder.ts';
import { certificate, privateKey } from './loopback-certificate.ts';

const azurite = fileURLToPath(new URL('../../node_modules/.bin/azurite-blob', import.meta.url));

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as Entra ID gives one for storage; Azurite reads who, for what and how long, and not the signature. */
function aToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const iss = 'https://sts.windows.net/ab1f708d-50f6-404c-a006-d71b2ac7a606/';
  const claims = { aud: 'https://storage.azure.com', iss, iat: now - 60, nbf: now - 60, exp: now + 3600 };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.unsigned`;
}

/** An identity with such tokens, that counts how often they were refused. */
export function anIdentity(): OwnIdentity & { refusals: number } {
  const token = aToken();
  return {
    who: 'the identity of the test',
    refusals: 0,
    getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
    refuse() {
      this.refusals += 1;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts Azurite, Microsoft's own emulator of Blob Storage, over TLS and open to who shows a token. */
export async function startAzurite() {
  const folder = aFolder();
  const [cert, key] = [join(folder.path, 'cert.pem'), join(folder.path, 'key.pem')];
  writeFileSync(cert, certificate);
  writeFileSync(key, privateKey);
  const port = await freePort();
  const options = ['--blobPort', `${port}`, '--location', folder.path, '--cert', cert, '--key', key];
  const child: ChildProcess = spawn(
    process.execPath,
    [azurite, ...options, '--oauth', 'basic', '--silent', '--skipApiVersionCheck', '--disableTelemetry'],
    { stdio: 'ignore' },
  );
  const url = `https://127.0.0.1:${port}/devstoreaccount1`;
  for (let tries = 0; tries < 300; tries += 1) {
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) break;
    await pause(100);
  }
  return {
    url,
    async close(): Promise<void> {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      folder.remove();
    },
  };
}
