import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { Conflict, readDossier, Unreadable } from '../../src/register/model/store.ts';
import { queries } from '../../src/store/sqlite-schema.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { storeContract } from './contract.ts';
import { spoilPage } from './damage.ts';
import { dossier } from './documents.ts';

describe('the embedded store', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const path = (): string => join(folder, 'new', 'klachten.db');

  storeContract('a SQLite file', async () => {
    const store = sqliteStore(path());
    const reopen = async () => {
      await store.close();
      return sqliteStore(path());
    };
    return { store, reopen };
  });

  storeContract('SQLite in memory', async () => ({ store: sqliteStore(':memory:') }));

  it('is shared by two who opened the same file: each sees what the other wrote, one of two writers wins', async () => {
    const [one, two] = [sqliteStore(path()), sqliteStore(path())];
    const etag = await one.write(dossier('K-2026-0001'));
    assert.deepEqual((await two.read('K-2026-0001'))?.etag, etag);
    const results = await Promise.allSettled(
      [one, two].map((store, i) => store.write(dossier('K-2026-0001', { receiverId: `${i}` }), etag)),
    );
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await assert.rejects(two.write(dossier('K-2026-0001')), Conflict);
    await Promise.all([one.close(), two.close()]);
  });

  it('reads a small document as it is in the file, also where it was written here before', async () => {
    const store = sqliteStore(path());
    const etag = await store.write({ kind: 'memo', id: 'small', content: 1 });
    assert.deepEqual((await store.read('small'))?.document, { kind: 'memo', id: 'small', content: 1 });
    const other = new DatabaseSync(path());
    other.exec(`UPDATE documents SET body = '{"kind":"memo","id":"small","content":2}'`);
    other.close();
    const found = await store.read('small');
    assert.deepEqual(found, { document: { kind: 'memo', id: 'small', content: 2 }, etag });
    await store.close();
  });

  it('does writes that belong together all or not at all, each by its own etag', async () => {
    const store = sqliteStore(path());
    const together = store.writeTogether ?? assert.fail('it can');
    const etag = await store.write(dossier('K-2026-0001'));
    const changed = dossier('K-2026-0001', { open: false });
    for (const second of [
      { document: dossier('K-2026-0001') },
      { document: dossier('K-2026-0002'), etag: '1' },
    ]) {
      await assert.rejects(together([{ document: changed, etag }, second]), Conflict);
      assert.deepEqual(await store.read('K-2026-0001'), { document: dossier('K-2026-0001'), etag });
    }
    await together([{ document: changed, etag }, { document: dossier('K-2026-0002') }]);
    assert.deepEqual((await store.read('K-2026-0001'))?.document, changed);
    assert.ok(await store.read('K-2026-0002'));
    await store.close();
  });

  it('shows what was committed since it last read: its own, of another process, and by hand under the same etag', async () => {
    const [one, two] = [sqliteStore(path()), sqliteStore(path())];
    const receivers = async () => {
      const read = await readDossier(one, 'K-2026-0001');
      const [listed] = await one.list({ open: true });
      const theirs = await one.list({ registeredBy: personId('lars') });
      return [read?.receiverId, listed?.receiverId, theirs.length];
    };
    assert.deepEqual(await receivers(), [undefined, undefined, 0]);
    const etag = await one.write(dossier('K-2026-0001', { receiverId: 'sanne' }));
    assert.deepEqual(await receivers(), ['sanne', 'sanne', 0]);
    await two.write(dossier('K-2026-0001', { receiverId: 'lars' }), etag);
    assert.deepEqual(await receivers(), ['lars', 'lars', 1]);
    const byHand = new DatabaseSync(path());
    byHand.exec("UPDATE documents SET body = json_replace(body, '$.receiverId', 'joris')");
    byHand.close();
    assert.deepEqual(await receivers(), ['joris', 'joris', 0]);
    await Promise.all([one.close(), two.close()]);
  });

  it('has written to the file what it answered, without being closed', async () => {
    const store = sqliteStore(path());
    await store.write(dossier('K-2026-0001'));
    const other = new DatabaseSync(path(), { readOnly: true });
    assert.equal(other.prepare('SELECT count(*) AS n FROM documents').get()?.n, 1);
    assert.equal(other.prepare('PRAGMA journal_mode').get()?.journal_mode, 'wal');
    other.close();
    await store.close();
  });

  it('finds by an index whatever it looks for, and never reads through all documents', async () => {
    await sqliteStore(path()).close();
    const db = new DatabaseSync(path());
    const plans = Object.entries(queries)
      .filter(([name]) => name !== 'create')
      .map(([name, sql]) => {
        const values = Array.from(sql.match(/\?/g) ?? [], () => '1');
        const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
        return [name, plan.map(({ detail }) => detail).join('; ')];
      });
    db.close();
    assert.deepEqual(Object.fromEntries(plans), {
      read: 'SEARCH documents USING INDEX sqlite_autoindex_documents_1 (id=?)',
      replace: 'SEARCH documents USING INDEX sqlite_autoindex_documents_1 (id=?)',
      due: 'SEARCH documents USING INDEX due (attention_at<?)',
      open: 'SEARCH documents USING INDEX open_ones (open=?)',
      registeredBy: 'SEARCH documents USING INDEX by_receiver (receiver_id=?)',
      walk: 'SEARCH documents USING INDEX sqlite_autoindex_documents_1 (id>?)',
      ids: 'SEARCH documents USING COVERING INDEX sqlite_autoindex_documents_1 (id>?)',
    });
  });

  it('loses to a damaged page what stands on it and nothing else', async () => {
    const store = sqliteStore(path());
    const numbers = Array.from({ length: 60 }, (_, i) => caseNumber(numberOf('2026', i + 1)));
    for (const number of numbers) await store.write(dossier(number));
    await store.close();
    spoilPage(path(), 'K-2026-0030');

    const damaged = sqliteStore(path());
    const met: string[] = [];
    for await (const { document } of damaged.all()) met.push(document.id);
    const lost = damaged.unreadable().map(({ id }) => id);
    assert(lost.includes('K-2026-0030') && lost.length < 10, lost.join());
    assert.deepEqual([...met, ...lost].sort(), numbers);
    for (const selection of [{ open: true } as const, { registeredBy: personId('sanne') }]) {
      assert.deepEqual((await damaged.list(selection)).map(({ id }) => id).sort(), met);
    }
    assert.deepEqual((await damaged.read(met[0] ?? ''))?.document, dossier(caseNumber(met[0] ?? '')));
    await assert.rejects(damaged.read('K-2026-0030'), Unreadable);
    assert.equal(await damaged.read('K-2026-9999'), undefined);
    await damaged.close();
  });

  it('refuses a file of a newer version and leaves it as it is', async () => {
    await sqliteStore(path()).close();
    const db = new DatabaseSync(path());
    db.exec('PRAGMA user_version = 99');
    db.close();
    assert.throws(
      () => sqliteStore(path()),
      /het register .*klachten\.db kan niet worden geopend: .*versie 99.*tot en met 2/,
    );
  });

  it('refuses a file that is no register, and a path that is none', () => {
    const text = join(folder, 'text.db');
    writeFileSync(text, 'this is no database, but it is long enough to be taken for one '.repeat(50));
    assert.throws(() => sqliteStore(text), /text\.db kan niet worden geopend: dat is geen register/);
    assert.throws(() => sqliteStore(folder), /kan niet worden geopend: dat is een map/);
  });

  it('says so when the disk is full, and has kept whole all that it confirmed', async () => {
    // The limit on the size of a file, 1000 blocks of 512 bytes, stands for a disk that is full.
    const fill = `ulimit -f 1000; exec "$0" "${join(import.meta.dirname, 'fill-the-disk.ts')}" "${path()}"`;
    const { stdout } = spawnSync('sh', ['-c', fill, process.execPath], { encoding: 'utf8' });
    const confirmed = stdout.trim().split('\n');
    assert.equal(confirmed.pop(), 'nothing was written: the store is full');
    assert.ok(confirmed.length > 1);

    const store = sqliteStore(path());
    assert.deepEqual(
      (await store.list({ open: true })).map(({ id }) => id),
      confirmed,
    );
    await store.write(dossier('K-2027-0001'));
    await store.close();
  });

  it('says so when it is used after it was closed', async () => {
    const store = sqliteStore(path());
    await store.check();
    await store.close();
    await assert.rejects(store.check(), /database is not open/);
    await assert.rejects(store.read('K-2026-0001'), /finalized|not open/);
  });

  it('may be closed twice', async () => {
    const store = sqliteStore(':memory:');
    await store.close();
    await store.close();
  });
});
