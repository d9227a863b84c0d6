import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type CaseNumber, caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import type { Recipient } from '../../src/register/model/message.ts';
import { enqueue } from '../../src/register/model/outbox.ts';
import { readDossier, type Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { instantAt } from '../../src/time/local-date.ts';
import { dossier } from '../store/documents.ts';
import type { Asked } from './outbox-process.ts';

/** A request at the service: the process, the message, when it began and when it ended. */
type Request = { pid: number; id: string; began: number; ended?: number; status?: number };

const processes = 4;
const waiting = 40;
const file = fileURLToPath(new URL('outbox-process.ts', import.meta.url));

const lars: Recipient = { kind: 'person', id: personId('lars') };
const fatima: Recipient = { kind: 'person', id: personId('fatima') };
const mail: Recipient = { kind: 'mail' };

/** The first wait is a quarter of a second; each after that is longer. */
const shortestHoldMs = 250;

describe('a recipient who cannot be reached, for four processes on one register', () => {
  let folder: string;
  let store: Store;
  let server: Server;
  let children: ChildProcess[];
  /** By recipient. */
  let requests: Map<string, Request[]>;
  /** The answer of the service for a recipient whom it does not reach; 'death': the process that asks dies of it, and only that one. */
  let answer: number | 'nothing' | 'death';
  let dead: ChildProcess | undefined;
  let unreached: Recipient;

  const of = (to: Recipient): Request[] => requests.get(JSON.stringify(to)) ?? [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
    requests = new Map();
    server = createServer(async (request, response) => {
      const began = Date.now();
      const { id, to, pid } = JSON.parse(await text(request).catch(() => '{}'));
      const made: Request = { pid, id, began };
      requests.set(JSON.stringify(to), [...of(to), made]);
      response.on('close', () => {
        made.ended = Date.now();
      });
      const isLost = JSON.stringify(to) === JSON.stringify(unreached);
      if (isLost && answer === 'death') {
        answer = 503;
        dead = children.find((child) => child.pid === pid);
        dead?.kill('SIGKILL');
        return;
      }
      if (isLost && answer === 'nothing') return;
      made.status = isLost && typeof answer === 'number' ? answer : 200;
      response.writeHead(made.status);
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    store = sqliteStore(join(folder, 'klachten.db'), { lockTimeoutMs: 3_600_000 });
    children = [];
    dead = undefined;
  });

  afterEach(async () => {
    await Promise.all(children.map(ended));
    await store.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ended(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  const number = (n: number): CaseNumber => caseNumber(numberOf('2026', n));

  async function post(n: number, to: Recipient): Promise<void> {
    const now = instantAt(Date.now());
    const content =
      to.kind === 'mail' ? ({ kind: 'letter', letter: 1 } as const) : ({ kind: 'case' } as const);
    const outbox = enqueue([], [{ id: `m${n}`, to, content }], now);
    await store.write({ ...dossier(number(n), { attentionAt: now }), outbox });
  }

  /** Sets every clock ahead, while no message is claimed: what is under way would be given to another, and come twice. */
  async function moveOn(): Promise<void> {
    await until(areFree);
    askAll({ aheadMs: 120_000 });
  }

  function askAll(asked: Asked): void {
    for (const child of children) if (child.connected) child.send(asked);
  }

  async function open(): Promise<void> {
    for (let n = 1; n <= waiting; n++) await post(n, unreached);
    children = Array.from({ length: processes }, () => fork(file, { stdio: 'inherit', execArgv: [] }));
    await Promise.all(children.map((child) => once(child, 'message')));
    askAll({ path: join(folder, 'klachten.db'), port: (server.address() as AddressInfo).port });
  }

  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isSo())) await pause(20);
  }

  /** All but the first request of each process: before anything is known of a recipient each may have one under way. */
  const probes = (to: Recipient): Request[] =>
    of(to).filter((one) => of(to).find(({ pid }) => pid === one.pid) !== one);

  async function areFree(): Promise<boolean> {
    const found = await Promise.all(all.map((n) => readDossier(store, number(n))));
    return found.every((dossier) => dossier?.outbox.every(({ lease }) => lease === undefined));
  }

  async function areSent(numbers: readonly number[]): Promise<boolean> {
    const found = await Promise.all(numbers.map((n) => readDossier(store, number(n))));
    return found.every((dossier) => dossier?.outbox.every(({ status }) => status === 'sent'));
  }

  const all = Array.from({ length: waiting }, (_, i) => i + 1);

  for (const to of [lars, mail])
    for (const how of ['nothing', 503] as const)
      it(`${to.kind === 'mail' ? 'a mail server' : 'a chat'} that answers ${how} is tried by one of them when its hold ends, and the others wait for what comes of it`, async () => {
        unreached = to;
        answer = how;
        await open();
        const ended = () => probes(to).filter(({ ended }) => ended !== undefined);
        await until(() => ended().length >= 4);
        ended().forEach(({ began }, i, all) => {
          const before = all[i - 1]?.ended ?? Number.NEGATIVE_INFINITY;
          assert.ok(began - before >= shortestHoldMs, `a probe ${began - before} ms after the one before it`);
        });
        await post(waiting + 1, fatima);
        await until(() => of(fatima).length === 1);
        answer = 200;
        await moveOn();
        await until(() => areSent(all));
        const arrived = of(to).filter(({ status }) => status === 200);
        assert.deepEqual(arrived.map(({ id }) => id).sort(), all.map((n) => `m${n}`).sort());
      });

  it('is tried by another when the one who may do so has died, and not before that right has lapsed', async () => {
    unreached = lars;
    answer = 503;
    await open();
    await until(() => probes(lars).length > 0);
    answer = 'death';
    await until(() => dead !== undefined);
    const tried = of(lars).length;
    await pause(3_000);
    assert.equal(of(lars).length, tried);
    answer = 200;
    askAll({ aheadMs: 120_000 });
    await until(() => areSent(all));
    assert.notEqual(of(lars).at(-1)?.pid, dead?.pid);
  });
});
