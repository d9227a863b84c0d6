import assert from 'node:assert/strict';
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { type CaseNumber, caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { aFolder } from '../a-folder.ts';
import { registration } from '../procedure/asked.ts';
import { sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from '../register/an-office.ts';
import { aLockHolder } from './a-lock-holder.ts';
import { dossier } from './documents.ts';
import { erase, writeAgain } from './erasing.ts';

const numbered = (n: number): CaseNumber => caseNumber(numberOf('2026', n));

const about = (n: number, summary: string): Dossier => {
  const made = dossier(numbered(n));
  return { ...made, complaint: { ...made.complaint, summary } };
};

/** The beginning of every word of that dossier; no other has words that begin like that. */
const ownBeginning = (n: number): string => `uniek${n}v`;

/** Numbers below a limit that look random, the same at each run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/**
 * Every byte on disk: the file, its log and the index of that. Read by another process, because closing one of them here would
 * release the locks that SQLite has on it.
 */
function bytesOf(path: string): string {
  const files = [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
  return execFileSync('cat', files, { encoding: 'latin1', maxBuffer: 2 ** 30 });
}

/** Opens the file as another program does. */
function connected<T>(path: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const copy = 'roerdomp-in-het-riet';

/** Leaves in the file what moving rows between pages can leave there, a copy that belongs to no row, and a megabyte of free pages. */
const leaveCopy = (path: string): void =>
  connected(path, (db) =>
    db.exec(`PRAGMA secure_delete = OFF;
      INSERT INTO room VALUES (CAST('${copy}' AS BLOB)), (zeroblob(1000000));
      DELETE FROM room;
      PRAGMA wal_checkpoint(TRUNCATE)`),
  );

const isDue = (path: string): boolean =>
  connected(path, (db) => db.prepare('SELECT erased > rewritten AS due FROM erasures').get()?.due === 1);

// AVG, article 17: the controller erases personal data without undue delay.
describe('what was erased from SQLite', () => {
  let path: string;
  let store: Store;
  let other: Store;

  beforeEach(() => {
    path = join(aFolder().path, 'klachten.db');
    [store, other] = [sqliteStore(path), sqliteStore(path)];
  });
  afterEach(() => Promise.all([store.close(), other.close()]));

  /** Registers a complaint and erases it, and leaves a copy behind. */
  async function eraseLeavingCopy(): Promise<void> {
    await store.write(about(1, 'Een klacht'));
    await erase(store, numbered(1));
    leaveCopy(path);
    assert.ok(bytesOf(path).includes(copy));
  }

  for (const seed of [2, 3])
    it(`is nowhere on disk after the next sweep, wherever SQLite moved its words (${seed})`, async () => {
      const below = seeded(seed);
      const erased = new Set<number>();
      let last = 0;
      let turn = 0;
      const wordsOf = (n: number) =>
        Array.from({ length: 1 + below(30) }, (_, i) => `${ownBeginning(n)}${turn}w${i}x`).join(' ');
      for (; turn < 1_000; turn += 1) {
        const by = below(2) === 0 ? store : other;
        const what = below(100);
        const n = 1 + below(last);
        if (what < 65 || last === 0) {
          last += 1;
          await by.write(about(last, wordsOf(last)));
        } else if (what >= 97) await by.indexMore();
        else if (erased.has(n)) continue;
        else if (what < 87) await writeAgain(by, numbered(n), { summary: wordsOf(n) });
        else {
          await erase(by, numbered(n));
          erased.add(n);
        }
      }
      await store.rewriteErased?.();
      const left = bytesOf(path);
      assert.ok(erased.size > 30);
      assert.deepEqual(
        [...erased].filter((n) => left.includes(ownBeginning(n))),
        [],
      );
      assert.ok(left.includes(ownBeginning(last)));
    });

  it('is rewritten by the sweep, and what stayed is as it was', async () => {
    const office = anOffice();
    const one = await office.file(registration, '1', sanne);
    const two = await office.file(registration, '2', sanne);
    const before = await office.dossier(two.id);
    await erase(office.store, one.id);
    leaveCopy(office.path);
    assert.ok(bytesOf(office.path).includes(copy));
    await office.sweepAt('2026-04-01T10:01');
    assert.ok(!bytesOf(office.path).includes(copy));
    assert.equal(isDue(office.path), false);
    assert.deepEqual((await office.dossier(two.id))?.complaint, before?.complaint);
    await closeOffices();
  });

  it('has the file rewritten once', async () => {
    await eraseLeavingCopy();
    await store.rewriteErased?.();
    assert.ok(!bytesOf(path).includes(copy));
    leaveCopy(path);
    await store.rewriteErased?.();
    await other.rewriteErased?.();
    assert.ok(bytesOf(path).includes(copy));
  });

  it('is no matter to who has the file open as well: it became smaller, and was not cut off or changed', async () => {
    await eraseLeavingCopy();
    await Promise.all([store.check(), other.check()]);
    const { size } = statSync(path);
    await store.rewriteErased?.();
    assert.ok(statSync(path).size < size);
    for (const one of [other, store]) {
      assert.deepEqual(await one.faults(), []);
      await one.check();
      assert.equal((await one.read(numbered(1)))?.etag, '2');
    }
    await other.write(about(2, 'De karekiet'));
    await writeAgain(store, numbered(2), { summary: 'De grutto' });
    const found = await other.search({ words: ['grutto'], limit: 1 });
    assert.deepEqual(found !== 'vague' && found.dossiers.map(({ id }) => id), [numbered(2)]);
    await Promise.all([store.check(), other.check()]);
    truncateSync(path, 4096);
    await assert.rejects(other.check(), { code: 'gone' });
    await assert.rejects(store.check(), { code: 'gone' });
  });

  it('by one process while another rewrites is rewritten by the other or the next time', async () => {
    for (let n = 1; n <= 20; n += 1) await store.write(about(n, `${ownBeginning(n)}x`));
    const both = async (one: Store, first: number) => {
      for (let n = first; n < first + 10; n += 1) {
        await erase(one, numbered(n));
        await one.rewriteErased?.();
      }
    };
    await Promise.all([both(store, 1), both(other, 11)]);
    await store.rewriteErased?.();
    assert.equal(isDue(path), false);
    for (let n = 1; n <= 20; n += 1) assert.ok(!bytesOf(path).includes(ownBeginning(n)));
    await Promise.all([store.check(), other.check()]);
  });

  it('waits for the next sweep while another process writes, without a fault', async () => {
    await eraseLeavingCopy();
    const hurried = sqliteStore(path, { lockTimeoutMs: 20 });
    const holder = aLockHolder();
    await holder.lock(path);
    await hurried.rewriteErased?.();
    assert.equal(isDue(path), true);
    await holder.release(path);
    await holder.end();
    await hurried.rewriteErased?.();
    assert.equal(isDue(path), false);
    assert.ok(!bytesOf(path).includes(copy));
    await hurried.close();
  });

  it('waits for the next sweep while another process reads, and the log does not grow by that', async () => {
    await eraseLeavingCopy();
    const reader = new DatabaseSync(path);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM documents').get();
    await store.write(about(2, 'De grutto'));
    const { size } = statSync(`${path}-wal`);
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await store.rewriteErased?.();
    assert.equal(isDue(path), true);
    assert.equal(statSync(`${path}-wal`).size, size);
    reader.exec('COMMIT');
    reader.close();
    await store.rewriteErased?.();
    assert.equal(isDue(path), false);
    assert.ok(!bytesOf(path).includes(copy));
  });

  it('is not rewritten in a file whose schema is not the one that the bot made', async () => {
    await eraseLeavingCopy();
    connected(path, (db) => db.exec('CREATE TABLE intruder (id)'));
    await assert.rejects(Promise.resolve(store.rewriteErased?.()), { name: 'Unwritten', code: 'changed' });
    connected(path, (db) => db.exec('DROP TABLE intruder'));
    await store.rewriteErased?.();
    assert.ok(!bytesOf(path).includes(copy));
  });

  describe('by a process that ends at once', () => {
    const program = join(import.meta.dirname, 'an-erasing-process.ts');

    /** Registers complaints, enough for a rewrite that takes a while, and leaves a copy. */
    async function fill(): Promise<void> {
      for (let n = 1; n <= 150; n += 1) await store.write(about(n, `${ownBeginning(n)}x `.repeat(2_000)));
      leaveCopy(path);
    }

    async function assertWhole(): Promise<void> {
      let seen = 0;
      for await (const { document } of store.all()) {
        assert.ok(document.kind === 'dossier');
        seen += 1;
        assert.equal(document.complaint.erased !== undefined, document.id === numbered(1));
      }
      assert.equal(seen, 150);
      const check = connected(path, (db) => db.prepare('PRAGMA integrity_check').get());
      assert.equal(check?.integrity_check, 'ok');
    }

    for (const moment of [0, 2, 5, 10, 20, 40, 80])
      it(`(kill -9, ${moment} ms after it erased) is gone after the next sweep of another`, async () => {
        await fill();
        const child = fork(program, [path], { execArgv: [], stdio: 'ignore' });
        const exit = once(child, 'exit');
        await once(child, 'message');
        await pause(moment);
        child.kill('SIGKILL');
        await exit;
        assert.ok(isDue(path) || !bytesOf(path).includes(copy));
        await store.rewriteErased?.();
        assert.equal(isDue(path), false);
        const left = bytesOf(path);
        assert.ok(!left.includes(copy));
        assert.ok(!left.includes(ownBeginning(1)));
        await assertWhole();
      });

    it('because the disk is full is kept as erased, and rewritten when there is room', async () => {
      await fill();
      await erase(store, numbered(1));
      const blocks = Math.floor(statSync(path).size / 512 / 2);
      const limited = `ulimit -f ${blocks}; exec "$0" "${program}" "${path}"`;
      const { stdout } = spawnSync('sh', ['-c', limited, process.execPath], { encoding: 'utf8' });
      assert.equal(stdout.trim(), 'nothing was written: the store is full');
      assert.equal(isDue(path), true);
      assert.equal(statSync(`${path}-wal`).size, 0);
      await store.rewriteErased?.();
      assert.equal(isDue(path), false);
      assert.ok(!bytesOf(path).includes(copy));
      await assertWhole();
    });
  });
});
