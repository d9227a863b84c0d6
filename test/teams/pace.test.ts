import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Store } from '../../src/register/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { type Pace, pace } from '../../src/teams/pace.ts';
import { cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import type { Asked } from './pace-process.ts';

describe('the pace that Teams allows', () => {
  let store: Store;
  let now: number;
  let subject: Pace;

  beforeEach(() => {
    store = sqliteStore(':memory:');
    now = Date.parse('2026-04-01T09:00:00.000Z');
    subject = pace(store, () => now, 'one');
  });
  afterEach(() => store.close());

  async function answers(times: number, take: (i: number) => Promise<number>): Promise<number[]> {
    const found: number[] = [];
    for (let i = 0; i < times; i++) found.push(await take(i));
    return found;
  }
  const waits = (times: number, chat = 'chat') => answers(times, () => subject.take(chat));

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
    const other = pace(store, () => now, 'other');
    assert.deepEqual(
      [await subject.take('chat'), await other.take('chat'), await other.take('elsewhere')],
      [90_000, 90_000, 0],
    );
    now += 90_000;
    assert.equal(await subject.take('chat'), 0);
  });

  it('is the same on a clock that was put back: nothing waits for what has not happened', async () => {
    await waits(7);
    await subject.hold('chat', 86_400_000);
    now -= 7 * 86_400_000;
    assert.deepEqual(await waits(8), [0, 0, 0, 0, 0, 0, 0, 1000]);
  });

  it('is kept over a restart', async () => {
    await waits(7);
    const restarted = pace(store, () => now, 'another');
    assert.equal(await restarted.take('chat'), 1000);
  });

  it('is never exceeded in any stretch of time, by however many processes, and is used up', async () => {
    const limits = [
      [7, 1_000],
      [8, 2_000],
      [60, 30_000],
      [1_800, 3_600_000],
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 3 })), {
          minLength: 100,
          maxLength: 300,
        }),
        fc.string({ minLength: 8, maxLength: 8 }),
        async (steps, chat) => {
          const processes = ['a', 'b', 'c', 'd'].map((name) => pace(store, () => now, name));
          const sent: number[] = [];
          for (const [gap, who] of steps) {
            now += gap;
            const one = processes[who] as Pace;
            for (let wait = await one.take(chat); wait > 0; wait = await one.take(chat)) now += wait;
            sent.push(now);
          }
          for (const [most, withinMs] of limits) {
            sent.forEach((at, i) => {
              const before = sent[i - most];
              assert.ok(before === undefined || at - before >= withinMs, `${most} in ${withinMs} ms`);
            });
          }
          const took = (sent.at(-1) ?? 0) - (sent[0] ?? 0);
          const gaps = steps.reduce((sum, [gap]) => sum + gap, 0);
          assert.ok(took <= gaps + (sent.length / 60 + 1) * 30_000, 'it waits for no reason');
        },
      ),
      { numRuns: 10 },
    );
  });

  it('keeps little of a conversation, however much was sent in it', async () => {
    for (let i = 0; i < 3_000; i++, now += 1_500)
      for (let wait = await subject.take('chat'); wait > 0; wait = await subject.take('chat')) now += wait;
    for await (const { document } of store.all())
      assert.ok(JSON.stringify(document).length < 3_000, document.id);
  });

  it('gives several processes a part of the fifty a second of a tenant, and what one leaves to the others', async () => {
    const processes = Array.from({ length: 6 }, (_, i) => pace(store, () => now, `${i}`));
    const granted = async (): Promise<number> => {
      let count = 0;
      for (const [i, one] of processes.entries())
        for (let n = 0; n < 60; n++) if ((await one.take(`${i} ${n} ${now}`, 'ballance')) === 0) count += 1;
      return count;
    };
    assert.equal(await granted(), 50);
    now += 1000;
    assert.equal(await granted(), 50);
    now += 60_000;
    assert.equal((await answers(25, (i) => subject.take(`late ${i}`, 'ballance'))).filter(Boolean).length, 0);
  });
});

describe('four processes on one register', () => {
  const file = fileURLToPath(new URL('pace-process.ts', import.meta.url));
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** How many of them all are granted at one and the same moment. */
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
    const both = stores.map((store, i) => pace(store, () => 1_775_000_000_000, `${i}`));
    const taken = await Promise.all(
      both.flatMap((one) => Array.from({ length: 6 }, () => one.take('chat', 'ballance'))),
    );
    assert.equal(taken.filter((ms) => ms === 0).length, 7);
    await Promise.all(stores.map((store) => store.close()));
    await peer.close();
  });
});
