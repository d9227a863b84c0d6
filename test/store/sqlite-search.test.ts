import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type CaseNumber, caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { aFolder } from '../a-folder.ts';
import { spoilPage } from './damage.ts';
import { dossier } from './documents.ts';
import { erase, writeAgain } from './erasing.ts';

const numbered = (n: number): CaseNumber => caseNumber(numberOf('2026', n));

const about = (n: number, summary: string): Dossier => {
  const made = dossier(numbered(n));
  return { ...made, complaint: { ...made.complaint, summary } };
};

/** Twelve words of that dossier and no other. */
const ownWords = (n: number): string[] => Array.from({ length: 12 }, (_, i) => `vogel${i}nummer${n}e`);

describe('the index of words in SQLite', () => {
  let path: string;
  let store: Store;

  beforeEach(() => {
    path = join(aFolder().path, 'klachten.db');
    store = sqliteStore(path);
  });
  afterEach(() => store.close());

  const found = async (words: string[], before?: CaseNumber) => {
    const answer = await store.search({ words, limit: 20, ...(before && { before }) });
    return answer === 'vague' ? answer : answer.dossiers.map(({ id }) => id);
  };

  /** Every byte on disk: the file and its log. */
  const bytes = (): string =>
    [path, `${path}-wal`]
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'latin1'))
      .join();

  /** Indexes all that waits for it, as the sweep does. */
  const indexAll = async () => {
    while (await store.indexMore());
  };

  /** The numbers of the dossiers in a table of the index, as another process reads them. */
  const rowsOf = (table: string, word?: string): number[] => {
    const db = new DatabaseSync(path, { readOnly: true });
    const where = word ? `WHERE word = '${word}'` : '';
    const rows = db.prepare(`SELECT place % 1000000000 AS n FROM ${table} ${where} ORDER BY place`).all();
    db.close();
    return rows.map(({ n }) => Number(n));
  };

  for (const [when, indexed] of [
    ['before it was indexed', 0],
    ['when some were indexed', 1],
    ['after it was indexed', 9],
  ] as const)
    it(`holds nothing on disk of a dossier that was erased ${when}, wherever its words stood`, async () => {
      for (let n = 1; n <= 150; n += 1) await store.write(about(n, ownWords(n).join(' ')));
      for (let part = 0; part < indexed; part += 1) await store.indexMore();
      for (const n of [1, 60, 61, 100, 101, 120, 150]) {
        assert.ok(bytes().includes(`nummer${n}e`));
        await erase(store, numbered(n));
        const left = bytes();
        for (const word of ownWords(n)) assert.ok(!left.includes(word), word);
      }
      await indexAll();
      for (const n of [1, 60, 61, 100, 101, 120, 150])
        assert.deepEqual(await found([`vogel3nummer${n}e`]), []);
      assert.deepEqual(await found(['vogel3nummer62e']), [numbered(62)]);
    });

  it('has one row of a new dossier, which is found at once, and once when it is indexed', async () => {
    for (const n of [1, 2, 3]) await store.write(about(n, 'De roerdomp'));
    await indexAll();
    for (const n of [4, 5]) await store.write(about(n, 'De roerdomp'));
    assert.deepEqual(
      [rowsOf('unindexed'), rowsOf('words', 'roerdomp')],
      [
        [4, 5],
        [1, 2, 3],
      ],
    );
    const pages = async () => [
      await found(['roerdomp']),
      await found(['roer', 'de'], numbered(4)),
      await store
        .search({ words: ['roerdomp'], limit: 1, except: numbered(5) })
        .then((one) => (one === 'vague' ? one : [one.dossiers.map(({ id }) => id), one.next])),
    ];
    const before = await pages();
    assert.deepEqual(before, [
      [5, 4, 3, 2, 1].map(numbered),
      [3, 2, 1].map(numbered),
      [[numbered(4)], numbered(4)],
    ]);
    await indexAll();
    assert.deepEqual([rowsOf('unindexed'), rowsOf('words', 'roerdomp')], [[], [1, 2, 3, 4, 5]]);
    assert.deepEqual(await pages(), before);
    assert.equal(await store.indexMore(), false);
  });

  it('turns the same pages while some wait to be indexed, where everybody has the word', async () => {
    for (let n = 1; n <= 640; n += 1) await store.write(about(n, 'Het traject'));
    await indexAll();
    for (const n of [641, 642, 643]) await store.write(about(n, 'Het traject'));
    const allPages = async () => {
      const pages: CaseNumber[][] = [];
      for (let before: CaseNumber | undefined; ; ) {
        const page = await store.search({ words: ['traject'], limit: 20, ...(before && { before }) });
        assert.ok(page !== 'vague');
        pages.push(page.dossiers.map(({ id }) => id));
        before = page.next;
        if (!before) return pages;
      }
    };
    const waiting = await allPages();
    assert.deepEqual(
      waiting.flat(),
      Array.from({ length: 643 }, (_, i) => numbered(643 - i)),
    );
    await indexAll();
    assert.deepEqual((await allPages()).flat(), waiting.flat());
  });

  it('finds a dossier by what it says now, changed before it was indexed or after', async () => {
    for (const n of [1, 2]) await store.write(about(n, 'De roerdomp'));
    await writeAgain(store, numbered(1), { summary: 'De kiekendief' });
    await indexAll();
    await writeAgain(store, numbered(2), { summary: 'De kiekendief' });
    assert.deepEqual([rowsOf('unindexed'), rowsOf('words', 'roerdomp')], [[], []]);
    assert.deepEqual(await found(['roerdomp']), []);
    assert.deepEqual(await found(['kiekendief']), [numbered(2), numbered(1)]);
  });

  it('indexes a part by itself when too many wait for it', async () => {
    for (let n = 1; n <= 620; n += 1) await store.write(about(n, 'De roerdomp'));
    assert.deepEqual(
      rowsOf('words', 'roerdomp'),
      Array.from({ length: 200 }, (_, i) => i + 1),
    );
    assert.equal(rowsOf('unindexed').length, 420);
    assert.deepEqual(await found(['roerdomp'], numbered(202)), [
      ...Array.from({ length: 20 }, (_, i) => numbered(201 - i)),
    ]);
  });

  it('never has more than that wait, also where those of two years do', async () => {
    const of = (year: string, n: number) => {
      const made = dossier(caseNumber(numberOf(year, n)));
      return store.write({ ...made, complaint: { ...made.complaint, summary: 'De roerdomp' } });
    };
    for (let n = 1; n <= 300; n += 1) await of('2026', n);
    for (let n = 1; n <= 300; n += 1) {
      await of('2027', n);
      assert.ok(rowsOf('unindexed').length < 500);
    }
    assert.deepEqual(await found(['roerdomp'], caseNumber(numberOf('2027', 3))), [
      ...[2, 1].map((n) => numberOf('2027', n)),
      ...Array.from({ length: 18 }, (_, i) => numbered(300 - i)),
    ]);
  });

  it('never has more than that wait while a register of before it comes along and others are written', async () => {
    for (let n = 1; n <= 720; n += 1) await store.write(about(n, 'De roerdomp'));
    await indexAll();
    const db = new DatabaseSync(path);
    db.exec("DELETE FROM words; DELETE FROM word_lists; INSERT INTO indexing VALUES ('')");
    db.close();
    let most = 0;
    for (let sweep = 0; sweep < 12; sweep += 1) {
      for (let n = 1; n <= 60; n += 1) await store.write(about(20_000 + 60 * sweep + n, 'De kiekendief'));
      await store.indexMore();
      most = Math.max(most, rowsOf('unindexed').length);
    }
    await indexAll();
    assert.ok(most < 600, `${most} waited`);
    assert.deepEqual(await found(['roerdomp'], numbered(3)), [numbered(2), numbered(1)]);
  });

  it('is brought along by two processes, of which one stops halfway', async () => {
    for (let n = 1; n <= 150; n += 1) await store.write(about(n, `De roerdomp ${ownWords(n).join(' ')}`));
    const other = sqliteStore(path);
    assert.equal(await other.indexMore(), true);
    await other.close();
    assert.equal(rowsOf('unindexed').length, 50);
    const newest = Array.from({ length: 20 }, (_, i) => numbered(150 - i));
    assert.deepEqual(await found(['roerdomp']), newest);
    assert.deepEqual(
      await found(['roerdomp'], numbered(111)),
      newest.map((_, i) => numbered(110 - i)),
    );
    const third = sqliteStore(path);
    await Promise.all([indexAll(), third.indexMore(), third.write(about(151, 'De roerdomp'))]);
    assert.deepEqual(await found(['roerdomp'], numbered(151)), newest);
    const answer = await third.search({ words: ['roerdomp', 'vogel1nummer7e'], limit: 9 });
    assert.deepEqual(answer !== 'vague' && answer.dossiers.map(({ id }) => id), [numbered(7)]);
    await third.close();
  });

  it('reads no further than it must where everybody has the word, and says where to go on', async () => {
    for (let n = 1; n <= 700; n += 1)
      await store.write(about(n, n % 100 === 0 ? 'Het traject, te laat' : 'Het traject'));
    await indexAll();
    const first = await store.search({ words: ['traject', 'het'], limit: 20 });
    assert.ok(first !== 'vague');
    assert.deepEqual(
      [first.dossiers.length, first.dossiers[0]?.id, first.next],
      [20, numbered(700), numbered(681)],
    );
    assert.deepEqual(
      await found(['traject'], numbered(21)),
      Array.from({ length: 20 }, (_, i) => numbered(20 - i)),
    );
    assert.deepEqual(
      await found(['traject', 'laat']),
      [7, 6, 5, 4, 3, 2, 1].map((n) => numbered(100 * n)),
    );
    assert.deepEqual(await found(['traject', 'nergens']), []);
  });

  it('asks for more letters where too many words begin like that', async () => {
    for (let n = 1; n <= 60; n += 1) await store.write(about(n, ownWords(n).join(' ')));
    await indexAll();
    assert.equal(await found(['v']), 'vague');
    assert.deepEqual(await found(['v', 'vogel3nummer7e']), [numbered(7)]);
  });

  /** Writes so many dossiers as a version without the index did. */
  const asBefore = async (count: number) => {
    for (let n = 1; n <= count; n += 1) await store.write(about(n, ownWords(n).join(' ')));
    await store.close();
    const db = new DatabaseSync(path);
    db.exec(
      'DROP TABLE words; DROP TABLE word_lists; DROP TABLE unindexed; DROP TABLE indexing; DROP TABLE erasures; PRAGMA user_version = 1; VACUUM',
    );
    db.close();
  };

  it('comes along in a register of before it past a page that is damaged, and the dossiers on it are named', async () => {
    await asBefore(250);
    spoilPage(path, numbered(120));
    store = sqliteStore(path);
    await indexAll();
    const lost = store.unreadable().map(({ id }) => id);
    assert.ok(lost.includes(numbered(120)) && lost.length < 10, lost.join());
    for (let n = 1; n <= 250; n += 1)
      assert.deepEqual(await found([`vogel3nummer${n}e`]), lost.includes(numbered(n)) ? [] : [numbered(n)]);
    assert.equal(await store.indexMore(), false);
  });

  it('comes along in a register of before it, in parts, also when the bot stops halfway', async () => {
    await asBefore(250);
    store = sqliteStore(path);
    assert.deepEqual(await found(['vogel3nummer7e']), []);
    assert.equal(await store.indexMore(), true);
    assert.deepEqual(await found(['vogel3nummer7e']), [numbered(7)]);
    assert.deepEqual(await found(['vogel3nummer207e']), []);
    await store.close();
    store = sqliteStore(path);
    const stored = (await store.read(numbered(249))) ?? assert.fail();
    await store.write(about(249, 'Een roerdomp'), stored.etag);
    assert.deepEqual(await found(['roerdomp']), [numbered(249)]);
    await indexAll();
    for (const n of [1, 100, 101, 207, 250])
      assert.deepEqual(await found([`vogel3nummer${n}e`]), [numbered(n)]);
    assert.deepEqual(await found(['vogel3nummer249e']), []);
    assert.deepEqual(await found(['roerdomp']), [numbered(249)]);
    assert.deepEqual(await store.faults(), []);
  });
});
