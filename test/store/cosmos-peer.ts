import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import type { Store } from '../../src/register/model/store.ts';
import type { RetryLimits } from '../../src/store/cosmos-retry.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';

export type CosmosPeer = { url: string; close(): Promise<void> };

/**
 * Something that speaks the protocol of Cosmos DB and keeps everything in memory. In a process of its own: restify,
 * which the bot uses, changes the HTTP of the whole process, and this cannot answer there any more.
 */
export async function cosmosPeer(): Promise<CosmosPeer> {
  const child = fork(new URL('a-cosmos-process.ts', import.meta.url));
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

let databases = 0;

/** A database that nobody else uses. */
export const newDatabase = (): string => `klachten-${++databases}`;

/** Longer than any machine takes: to be slow is no fault. */
export const endlessMs = 3_600_000;

/** A register at that address, which waits for every answer unless told otherwise. */
export const storeAt = (endpoint: string, database: string, limits: Partial<RetryLimits> = {}): Store =>
  cosmosStore({
    endpoint,
    key: 'a2V5',
    database,
    timeoutMs: endlessMs,
    retryForMs: endlessMs,
    ...limits,
  });

/** Listens on a free port of this machine only; answers with its URL. */
export async function listening(server: NetServer, port = 0): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closed(server: Server): Promise<void> {
  const done = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await done;
}
