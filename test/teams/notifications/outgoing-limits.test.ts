import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Store } from '../../../src/register/model/store.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { type OutgoingLimits, outgoingLimits } from '../../../src/teams/notifications/outgoing-limits.ts';
import { cosmosPeer, newDatabase, storeAt } from '../../store/cosmos-peer.ts';
import type { Asked } from './outgoing-limits-process.ts';

/** Asks for one that arrives at once; answers how long it has to wait. */
async function take(of: OutgoingLimits, chat: string, tenant?: string): Promise<number> {
  const { waitMs, ended } = await of.take(chat, tenant);
  ended();
  return waitMs;
}

describe('the pace that Teams allows', () => {
  let store: Store;
  let now: number;
  let subject: OutgoingLimits;

  beforeEach(() => {
    store = sqliteStore(':memory:');
    now = Date.parse('2026-04-01T09:00:00.000Z');
    subject = outgoingLimits(store, () => now, 'one');
  });
  afterEach(() => store.close());

  async function answers(times: number, ask: (i: number) => Promise<number>): Promise<number[]> {
    const found: number[] = [];
    for (let i = 0; i < times; i++) found.push(await ask(i));
    return found;
  }
  const waits = (times: number, chat = 'chat') => answers(times, () => take(subject, chat));

  it('is seven a second and eight in two seconds in one conversation', async () => {
    assert.deepEqual(await waits(8), [0, 0, 0, 0, 0, 0, 0, 1000]);
    now += 1000;
    assert.deepEqual(await waits(2), [0, 1000]);
    now += 1000;
    assert.deepEqual(await waits(1), [0]);
  });

  it('holds a whole conversation for as long as the platform asks, for every process, and no other', async () => {
    await subject.hold('chat', 90_000);
    await subject.hold('chat', 10_000);
    const other = outgoingLimits(store, () => now, 'other');
    assert.deepEqual(
      [await take(subject, 'chat'), await take(other, 'chat'), await take(other, 'elsewhere')],
      [90_000, 90_000, 0],
    );
    now += 90_000;
    assert.equal(await take(subject, 'chat'), 0);
  });

  it('is the same on a clock that was put back: nothing waits for what has not happened', async () => {
    await waits(7);
    await subject.hold('chat', 86_400_000);
    now -= 7 * 86_400_000;
    assert.deepEqual(await waits(8), [0, 0, 0, 0, 0, 0, 0, 1000]);
  });

  it('is kept over a restart', async () => {
    await waits(7);
    const restarted = outgoingLimits(store, () => now, 'another');
    assert.equal(await take(restarted, 'chat'), 1000);
  });

  it('counts what is on its way as if it arrived now, for twenty seconds at most', async () => {
    const slow = await subject.take('chat');
    now += 15_000;
    const other = outgoingLimits(store, () => now, 'other');
    const asked = () => answers(8, () => take(other, 'chat'));
    assert.deepEqual(await asked(), [0, 0, 0, 0, 0, 0, 1000, 1000]);
    slow.ended();
    now += 4_000;
    assert.deepEqual(await asked(), [0, 0, 0, 0, 0, 0, 1000, 1000]);
    now += 5_000;
    assert.deepEqual(await asked(), [0, 0, 0, 0, 0, 0, 0, 1000]);
  });

  it('lets the other chats of a tenant wait for those that hang no longer than for two seconds and their own', async () => {
    const hanging = await answers(25, async (i) => (await subject.take(`hangs ${i}`, 'ballance')).waitMs);
    assert.equal(hanging.filter((ms) => ms === 0).length, 25);
    assert.equal(await take(subject, 'other', 'ballance'), 1_000);
    now += 3_000;
    assert.equal(await take(subject, 'other', 'ballance'), 0);
  });

  /** A message of one process: how long after the one before it, how long its request takes, and where on that way it arrives. */
  type Step = { gap: number; takes: number; arrives: number };

  /** Lists when the messages of these processes arrive in one chat; each sends one at a time, as soon as it may. */
  async function arrivalsOf(processes: Step[][], chat: string): Promise<number[]> {
    const arrivals: number[] = [];
    const senders = processes.map((steps, i) => ({
      limits: outgoingLimits(store, () => now, `${i}`),
      left: [...steps],
      actsAt: now,
      ended: undefined as (() => void) | undefined,
    }));
    for (;;) {
      const [next] = senders
        .filter(({ left, ended }) => left.length > 0 || ended)
        .sort((one, other) => one.actsAt - other.actsAt);
      if (!next) return arrivals.sort((one, other) => one - other);
      now = next.actsAt;
      if (next.ended) {
        next.ended();
        next.ended = undefined;
        next.actsAt += next.left[0]?.gap ?? 0;
        continue;
      }
      const { takes, arrives } = next.left[0] as Step;
      const { waitMs, ended } = await next.limits.take(chat);
      if (waitMs === 0) {
        arrivals.push(now + Math.floor(takes * arrives));
        next.ended = ended;
        next.left.shift();
      }
      next.actsAt += waitMs || takes;
    }
  }

  it('is never exceeded on arrival in any stretch of time, by however many processes and however long requests take, and is used up', async () => {
    const limits = [
      [7, 1_000],
      [8, 2_000],
      [60, 30_000],
      [1_800, 3_600_000],
    ] as const;
    const step = fc.record({
      gap: fc.integer({ min: 0, max: 500 }),
      takes: fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: 0, max: 400 }) },
        fc.integer({ min: 0, max: 15_000 }),
      ),
      arrives: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 20, maxLength: 60 }), { minLength: 1, maxLength: 4 }),
        fc.uuid(),
        async (processes, chat) => {
          const began = now;
          const arrivals = await arrivalsOf(processes, chat);
          for (const [most, withinMs] of limits) {
            arrivals.forEach((at, i) => {
              const before = arrivals[i - most];
              assert.ok(before === undefined || at - before >= withinMs, `${most} in ${withinMs} ms`);
            });
          }
          const longest = processes.map((steps) =>
            steps.reduce((sum, { gap, takes }) => sum + gap + takes, 0),
          );
          const mostMs = Math.max(...longest) + (arrivals.length / 50 + 2) * 30_000;
          assert.ok(now - began <= mostMs, 'it waits for no reason');
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps little of a conversation, however much was sent in it', async () => {
    for (let i = 0; i < 3_000; i++, now += 1_500)
      for (let wait = await take(subject, 'chat'); wait > 0; wait = await take(subject, 'chat')) now += wait;
    for await (const { document } of store.all())
      assert.ok(JSON.stringify(document).length < 3_000, document.id);
  });

  it('gives several processes a part of the fifty a second of a tenant, and what one leaves to the others', async () => {
    const processes = Array.from({ length: 6 }, (_, i) => outgoingLimits(store, () => now, `${i}`));
    const granted = async (): Promise<number> => {
      let count = 0;
      for (const [i, one] of processes.entries())
        for (let n = 0; n < 60; n++) if ((await take(one, `${i} ${n} ${now}`, 'ballance')) === 0) count += 1;
      return count;
    };
    assert.equal(await granted(), 50);
    now += 1000;
    assert.equal(await granted(), 50);
    now += 60_000;
    assert.equal(
      (await answers(25, (i) => take(subject, `late ${i}`, 'ballance'))).filter(Boolean).length,
      0,
    );
  });
});

describe('four processes on one register', () => {
  const file = fileURLToPath(new URL('outgoing-limits-process.ts', import.meta.url));
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Counts how many of all requests are granted at the same moment. */
  async function granted(chats: Asked['chats']): Promise<number> {
    const path = join(folder, 'klachten.db');
    await sqliteStore(path).close();
    const counts = Array.from({ length: 4 }, async () => {
      const child = fork(file, { stdio: 'inherit', execArgv: [] });
      child.send({ path, at: 1_775_000_000_000, times: 30, chats } satisfies Asked);
      const [count] = await once(child, 'message');
      return Number(count);
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  it('send no more than seven messages in a second to one chat', async () => {
    assert.equal(await granted('one'), 7);
  });

  it('send no more than fifty in a second in all chats together', async () => {
    const count = await granted('many');
    assert.ok(count <= 50 && count >= 40, `${count}`);
  });
});

describe('the pace on a register in Cosmos DB', () => {
  it('is kept by two processes together', async () => {
    const peer = await cosmosPeer();
    const database = newDatabase();
    const stores = [storeAt(peer.url, database), storeAt(peer.url, database)];
    const both = stores.map((store, i) => outgoingLimits(store, () => 1_775_000_000_000, `${i}`));
    const taken = await Promise.all(
      both.flatMap((one) => Array.from({ length: 6 }, () => take(one, 'chat', 'ballance'))),
    );
    assert.equal(taken.filter((ms) => ms === 0).length, 7);
    await Promise.all(stores.map((store) => store.close()));
    await peer.close();
  });
});
