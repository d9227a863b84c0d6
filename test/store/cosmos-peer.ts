import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';
import type { Store } from '../../src/register/store.ts';
import type { Patience } from '../../src/store/cosmos-patience.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';

export type CosmosPeer = { url: string; close(): Promise<void> };

/** Something that speaks the protocol of Cosmos DB and keeps everything in memory. */
export async function cosmosPeer(): Promise<CosmosPeer> {
  const server = createHttpServer();
  const url = await listening(server);
  return { url, close: () => closed(server) };
}

let databases = 0;

/** A database that nobody else uses. */
export const newDatabase = (): string => `klachten-${++databases}`;

/** Longer than any machine takes: to be slow is no fault. */
export const endlessMs = 3_600_000;

/** A register at that address, which waits for every answer unless told otherwise. */
export const storeAt = (endpoint: string, database: string, patience: Partial<Patience> = {}): Store =>
  cosmosStore({
    endpoint,
    key: 'a2V5',
    database,
    timeoutMs: endlessMs,
    patienceMs: endlessMs,
    ...patience,
  });

/** Listens on a free port of this machine only; answers with its URL. */
export async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closed(server: Server): Promise<void> {
  const done = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await done;
}
