import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Asked } from './sending-process.ts';

const file = fileURLToPath(new URL('sending-process.ts', import.meta.url));

/** The most milliseconds that most requests take to reach the service; the very first ones take longer. */
const delayMs = 400;
const slowMs = 1_500;

describe('what the service of Teams sees arrive', () => {
  let folder: string;
  let server: Server;
  let arrivals: number[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
    arrivals = [];
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** When each of the requests arrived that so many processes make; the first `slow` are slow. */
  async function arrivalsOf(processes: number, slow: number, asked: Pick<Asked, 'times' | 'chats'>) {
    let made = 0;
    server = createServer(async (request, response) => {
      await text(request);
      await pause(++made <= slow ? slowMs * (0.5 + Math.random() / 2) : Math.random() * delayMs);
      arrivals.push(Date.now());
      response.writeHead(201, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ id: `activity-${arrivals.length}` }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const path = join(folder, 'klachten.db');
    await sqliteStore(path).close();
    const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const children = Array.from({ length: processes }, async () => {
      const child = fork(file, { stdio: 'inherit', execArgv: [] });
      child.send({ path, serviceUrl, ...asked } satisfies Asked);
      await once(child, 'message');
    });
    await Promise.all(children);
    assert.equal(arrivals.length, processes * asked.times);
    return arrivals;
  }

  function assertAtMost(most: number, withinMs: number): void {
    arrivals.forEach((at, i) => {
      const before = arrivals[i - most];
      assert.ok(before === undefined || at - before >= withinMs, `over ${most} in ${withinMs} ms`);
    });
  }

  for (const processes of [1, 4])
    it(`is within the limits of one chat, however long each request was on its way: ${processes} of one register`, async () => {
      await arrivalsOf(processes, processes, { times: 40 / processes, chats: 'one' });
      assertAtMost(7, 1_000);
      assertAtMost(8, 2_000);
    });

  for (const processes of [1, 4])
    it(`is within the fifty a second of a tenant: ${processes} of one register`, async () => {
      await arrivalsOf(processes, 0, { times: 160 / processes, chats: 'many' });
      assertAtMost(50, 1_000);
    });
});
