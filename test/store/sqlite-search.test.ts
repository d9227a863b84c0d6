import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type CaseNumber, caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { aFolder } from '../a-folder.ts';
import { dossier } from './documents.ts';

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

  it('holds nothing on disk of a dossier that was erased, wherever its words stood', async () => {
    for (let n = 1; n <= 120; n += 1) await store.write(about(n, ownWords(n).join(' ')));
    for (const n of [1, 60, 61, 120]) {
      const { document, etag } = (await store.read(numbered(n))) ?? assert.fail();
      assert.ok(document.kind === 'dossier' && bytes().includes(`nummer${n}e`));
      const complaint = {
        ...document.complaint,
        summary: '[gewist]',
        erased: { on: '2031-04-01', because: 'request' },
      } as const;
      await store.write({ ...document, complaint }, etag);
      const left = bytes();
      for (const word of ownWords(n)) assert.ok(!left.includes(word), word);
    }
    assert.deepEqual(await found(['vogel3nummer62e']), [numbered(62)]);
  });

  it('reads no further than it must where everybody has the word, and says where to go on', async () => {
    for (let n = 1; n <= 700; n += 1)
      await store.write(about(n, n % 100 === 0 ? 'Het traject, te laat' : 'Het traject'));
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
    assert.equal(await found(['v']), 'vague');
    assert.deepEqual(await found(['v', 'vogel3nummer7e']), [numbered(7)]);
  });

  it('comes along in a register of before it, in parts, also when the bot stops halfway', async () => {
    for (let n = 1; n <= 250; n += 1) await store.write(about(n, ownWords(n).join(' ')));
    await store.close();
    const db = new DatabaseSync(path);
    db.exec('DROP TABLE words; DROP TABLE word_lists; DROP TABLE indexing; PRAGMA user_version = 1');
    db.close();
    store = sqliteStore(path);
    assert.deepEqual(await found(['vogel3nummer7e']), []);
    assert.equal(await store.indexEarlier(), true);
    assert.deepEqual(await found(['vogel3nummer7e']), [numbered(7)]);
    assert.deepEqual(await found(['vogel3nummer207e']), []);
    await store.close();
    store = sqliteStore(path);
    const stored = (await store.read(numbered(249))) ?? assert.fail();
    await store.write(about(249, 'Een roerdomp'), stored.etag);
    assert.deepEqual(await found(['roerdomp']), [numbered(249)]);
    while (await store.indexEarlier());
    for (const n of [1, 100, 101, 207, 250])
      assert.deepEqual(await found([`vogel3nummer${n}e`]), [numbered(n)]);
    assert.deepEqual(await found(['vogel3nummer249e']), []);
    assert.deepEqual(await found(['roerdomp']), [numbered(249)]);
    assert.deepEqual(await store.faults(), []);
  });
});
