import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readiness } from '../../src/register/health.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { aFolder } from '../a-folder.ts';
import { registration } from '../procedure/asked.ts';
import { sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from '../register/an-office.ts';

/** A change to the schema, and how it is put right again. */
type Change = { made: string; undone: string };

const trigger = (text: string): Change => ({
  made: `CREATE TRIGGER intruder ${text}; END`,
  undone: 'DROP TRIGGER intruder',
});

const changes: Record<string, Change> = {
  'a trigger that removes what was inserted': trigger(
    'AFTER INSERT ON documents BEGIN DELETE FROM documents WHERE id = new.id',
  ),
  'a trigger that ignores an insertion': trigger('BEFORE INSERT ON documents BEGIN SELECT RAISE(IGNORE)'),
  'a trigger that ignores a change': trigger('BEFORE UPDATE ON documents BEGIN SELECT RAISE(IGNORE)'),
  'a trigger that refuses': trigger("BEFORE INSERT ON documents BEGIN SELECT RAISE(ABORT, 'x')"),
  'a trigger on another table': trigger('AFTER INSERT ON room BEGIN DELETE FROM documents'),
  'a view': { made: 'CREATE VIEW intruder AS SELECT id FROM documents', undone: 'DROP VIEW intruder' },
  'a table more': { made: 'CREATE TABLE intruder (id)', undone: 'DROP TABLE intruder' },
  'an index less': {
    made: 'DROP INDEX due',
    undone: 'CREATE INDEX due ON documents (attention_at, id) WHERE attention_at IS NOT NULL',
  },
  'an index that leaves documents out': {
    made: 'DROP INDEX open_ones; CREATE INDEX open_ones ON documents (open) WHERE open = 0',
    undone: 'DROP INDEX open_ones; CREATE INDEX open_ones ON documents (open) WHERE open = 1',
  },
  'a column more': {
    made: 'ALTER TABLE documents ADD COLUMN more TEXT',
    undone: 'ALTER TABLE documents DROP COLUMN more',
  },
};

describe('a register whose schema is not the one that the bot made', () => {
  afterEach(closeOffices);

  const changed = { name: 'Unwritten', code: 'changed' };

  /** Changes the schema in the file, as another program does. */
  function inTheFile(path: string, statements: string): void {
    const db = new DatabaseSync(path);
    db.exec(statements);
    db.close();
  }

  const detail = async (office: ReturnType<typeof anOffice>) => {
    const { ready, parts } = await readiness({
      store: office.store,
      register: office,
      mail: false,
      isSweeping: () => true,
      log: { ...office.log, fault: () => {} },
    })();
    return [ready, parts.register?.state];
  };

  for (const [what, { made, undone }] of Object.entries(changes))
    it(`(${what}) is read and not written, which readiness and the log say, until it is put right`, async () => {
      const office = anOffice();
      const before = await office.file(registration, '1', sanne);
      inTheFile(office.path, made);
      for (const form of ['2', '3']) await assert.rejects(office.file(registration, form, sanne), changed);
      assert.equal((await office.dossier(before.id))?.journal.length, before.journal.length);
      assert.deepEqual(await detail(office), [false, 'changed']);
      const said = office.logged.filter((line) => line.includes('register-changed'));
      assert.equal(new Set(said).size, said.length);
      assert.ok(said.length > 0);

      inTheFile(office.path, undone);
      const after = await office.file(registration, '2', sanne);
      assert.deepEqual([before.id, after.id], ['K-2026-0001', 'K-2026-0002']);
      assert.deepEqual(await detail(office), [true, 'ok']);
    });

  for (const [what, { made }] of Object.entries(changes))
    it(`(${what}) is not written either where somebody put back the number by which SQLite counts changes`, async () => {
      const office = anOffice();
      const { id } = await office.file(registration, '1', sanne);
      const db = new DatabaseSync(office.path);
      const before = db.prepare('PRAGMA schema_version').get()?.schema_version;
      db.exec(made);
      await office.dossier(id);
      db.exec(`PRAGMA schema_version = ${before}`);
      db.close();
      await assert.rejects(office.file(registration, '2', sanne), changed);
      assert.deepEqual(await detail(office), [false, 'changed']);
    });

  it('is not written either when it was changed before the start', async () => {
    const path = join(aFolder().path, 'klachten.db');
    await sqliteStore(path).close();
    inTheFile(path, changes['a trigger that removes what was inserted']?.made ?? '');
    const office = anOffice({ file: path });
    await assert.rejects(office.file(registration, '1', sanne), changed);
    await assert.rejects(office.store.check(), changed);
  });

  it('refuses also where the tables are gone', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    inTheFile(office.path, 'ALTER TABLE documents RENAME TO elsewhere');
    await assert.rejects(office.store.check(), changed);
  });
});
