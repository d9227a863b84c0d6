import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { dossier } from './documents.ts';

describe('a register that somebody else holds locked', () => {
  let folder: string;
  let store: Store;
  let other: DatabaseSync;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
    store = sqliteStore(path(), { lockTimeoutMs: 3_600_000 });
    other = new DatabaseSync(path());
  });

  afterEach(async () => {
    other.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const path = (): string => join(folder, 'klachten.db');
  const lock = (): void => other.exec('BEGIN IMMEDIATE');
  const release = (): void => other.exec('COMMIT');

  /** Every call that writes, or checks whether it can. */
  const writes: Record<string, () => Promise<unknown>> = {
    create: () => store.write(dossier('K-2026-0002')),
    replace: () => store.write(dossier('K-2026-0001', { open: false }), '1'),
    check: () => store.check(),
  };

  for (const [name, write] of Object.entries(writes)) {
    it(`lets others go on while '${name}' waits, and does it once when the lock is gone`, async () => {
      await store.write(dossier('K-2026-0001'));
      lock();
      let done = false;
      const written = write().finally(() => {
        done = true;
      });
      for (let i = 0; i < 100; i++) await turn();
      assert.equal((await store.read('K-2026-0001'))?.etag, '1');
      assert.equal((await store.list({ open: true })).length, 1);
      assert.deepEqual(await store.due('2026-01-01T00:00:00.000Z', 10), []);
      assert.equal(done, false);
      release();
      await written;
    });
  }

  it('says that nothing was written when the lock timeout has passed, however many writes wait one after another', async () => {
    const hurried = sqliteStore(path(), { lockTimeoutMs: 100 });
    lock();
    const start = performance.now();
    for (let i = 0; i < 50; i++) {
      await assert.rejects(hurried.write(dossier(`K-2026-${i}`)), { name: 'Unwritten', code: 'busy' });
    }
    // Each of them alone would have waited that long.
    assert.ok(performance.now() - start < 50 * 100);
    release();
    await hurried.write(dossier('K-2026-1'));
    await hurried.close();
  });

  it('waits the whole lock timeout again when the last lock was long ago', async () => {
    const hurried = sqliteStore(path(), { lockTimeoutMs: 500 });
    lock();
    await assert.rejects(hurried.check(), { code: 'busy' });
    await pause(1_500);
    const waiting = hurried.write(dossier('K-2026-0001'));
    await turn();
    release();
    await waiting;
    await hurried.close();
  });

  it('opens a register while another process writes in it, without waiting', async () => {
    lock();
    const second = sqliteStore(path());
    assert.equal(await second.read('K-2026-0001'), undefined);
    release();
    await second.close();
  });

  it('lets two who write in turn all come through', async () => {
    const second = sqliteStore(path(), { lockTimeoutMs: 3_600_000 });
    const both = [store, second].flatMap((one, i) =>
      Array.from({ length: 50 }, (_, j) => one.write(dossier(caseNumber(numberOf(`202${i}`, j))))),
    );
    await Promise.all(both);
    assert.equal((await store.list({ open: true })).length, 100);
    await second.close();
  });
});

describe('the log of SQLite', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const path = (): string => join(folder, 'klachten.db');
  const logSize = (): number => statSync(`${path()}-wal`).size;

  it('is brought into the file in time, so that the file alone is nearly all', async () => {
    const store = sqliteStore(path(), { checkpointEveryMs: 20 });
    await store.write(dossier('K-2026-0001'));
    while (logSize() > 0) await pause(10);
    assert.ok(statSync(path()).size > 0);
    await store.close();
  });

  it('does not stay as large as it grew while somebody read on and on', async () => {
    const store = sqliteStore(path(), { checkpointEveryMs: 20, checkpointAgainMs: 20 });
    const reader = new DatabaseSync(path());
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM documents').get();
    for (let i = 0; i < 100; i++)
      await store.write(dossier(`K-2026-${i}`, { receiverId: 'x'.repeat(100_000) }));
    await pause(100);
    assert.ok(logSize() > 10_000_000);
    reader.exec('COMMIT');
    while (logSize() > 0) await pause(10);
    reader.close();
    await store.close();
  });

  it('is empty when the register is closed, also while others have it open', async () => {
    const [store, other] = [sqliteStore(path()), sqliteStore(path())];
    await store.write(dossier('K-2026-0001'));
    assert.ok(logSize() > 0);
    await store.close();
    assert.equal(logSize(), 0);
    await other.close();
  });
});
