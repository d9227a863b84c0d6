import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Document } from '../../src/register/model/dossier.ts';
import type { Store } from '../../src/register/model/store.ts';
import { Differing, Flawed, moveIn } from '../../src/register/move-in.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { registration } from '../procedure/asked.ts';
import { lars, sanne } from '../procedure/people.ts';
import { dossier } from '../store/documents.ts';
import { aFilledOffice, contentOf, withForgedEntry } from './a-register.ts';
import { anOffice, closeOffices } from './an-office.ts';

describe('moving into a register', () => {
  let folder: string;
  let target: Store;
  let documents: Document[];

  before(async () => {
    documents = await contentOf((await aFilledOffice()).store);
    await closeOffices();
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
    target = sqliteStore(join(folder, 'klachten.db'));
  });

  afterEach(async () => {
    await target.close();
    rmSync(folder, { recursive: true });
  });

  async function* source(): AsyncGenerator<Document> {
    yield* documents;
  }

  it('brings every document over, and nothing else', async () => {
    assert.deepEqual(await moveIn(target, source), { written: 7, present: 0 });
    assert.deepEqual(await contentOf(target), documents);
  });

  it('never has many wait to be indexed for search, whose time would grow with them', async () => {
    const office = anOffice();
    for (let n = 1; n <= 620; n += 1) await office.file(registration, `form-${n}`, sanne);
    const many = await contentOf(office.store);
    await closeOffices();
    const db = new DatabaseSync(join(folder, 'klachten.db'), { readOnly: true });
    const waiting = db.prepare('SELECT count(*) AS n FROM unindexed');
    let most = 0;
    const watched: Store = {
      ...target,
      async write(document, etag) {
        const written = await target.write(document, etag);
        most = Math.max(most, Number(waiting.get()?.n));
        return written;
      },
    };
    const { written } = await moveIn(watched, async function* () {
      yield* many;
    });
    db.close();
    assert.equal(written, many.length);
    assert.ok(most > 300 && most < 500, `${most} waited`);
  });

  it('leaves what is there already, so that it may be run again', async () => {
    await moveIn(target, source);
    const before = await target.read('K-2026-0001');
    assert.deepEqual(await moveIn(target, source), { written: 0, present: 7 });
    assert.deepEqual(await target.read('K-2026-0001'), before);
  });

  it('goes on where it was interrupted, at whichever write that was', async () => {
    for (let writes = 0; writes < documents.length; writes += 1) {
      const file = join(folder, `${writes}.db`);
      const store = sqliteStore(file);
      await assert.rejects(moveIn(failingAfter(writes, store), source), /the line is down/);
      const { written, present } = await moveIn(store, source);
      assert.deepEqual([written, present], [documents.length - writes, writes]);
      assert.deepEqual(await contentOf(store), documents);
      await store.close();
    }
  });

  it('writes the intake document first, so that half a register gives no number twice', async () => {
    await assert.rejects(moveIn(failingAfter(1, target), source), /the line is down/);
    await target.close();
    const office = anOffice({ file: join(folder, 'klachten.db') });
    assert.equal((await office.file(registration, 'new', sanne)).id, 'K-2026-0004');
    await closeOffices();
    target = sqliteStore(join(folder, 'klachten.db'));
  });

  it('gives no number twice after the move either', async () => {
    await moveIn(target, source);
    await target.close();
    const office = anOffice({ file: join(folder, 'klachten.db') });
    assert.equal((await office.file(registration, 'new', sanne)).id, 'K-2026-0004');
    const about = { ...registration, respondents: [lars] };
    assert.equal((await office.file(about, '2', sanne)).id, 'K-2026-0002');
    await closeOffices();
    target = sqliteStore(join(folder, 'klachten.db'));
  });

  it('writes nothing when something of another content is there, and names all of it', async () => {
    await target.write(dossier('K-2026-0003'));
    const other = { lastNumber: { '2026': 7 }, taken: [], absences: [] };
    await target.write({ kind: 'memo', id: 'front-desk', content: other });
    const before = await contentOf(target);
    await assert.rejects(moveIn(target, source), (error) => {
      assert(error instanceof Differing);
      assert.deepEqual(error.ids, ['K-2026-0003', 'front-desk']);
      return true;
    });
    assert.deepEqual(await contentOf(target), before);
  });

  it('writes nothing when a journal is broken', async () => {
    const broken = documents.map((one) =>
      one.kind === 'dossier' && one.id === 'K-2026-0003' ? withForgedEntry(one, 2) : one,
    );
    await assert.rejects(
      moveIn(target, async function* () {
        yield* broken;
      }),
      (error) => {
        assert(error instanceof Flawed);
        assert.deepEqual(error.flaws, [{ number: 'K-2026-0003', kind: 'broken-journal', seq: 2 }]);
        return true;
      },
    );
    assert.deepEqual(await contentOf(target), []);
  });

  it('replaces nothing that somebody else wrote on the way', async () => {
    let walks = 0;
    const disturbed = async function* (): AsyncGenerator<Document> {
      walks += 1;
      if (walks === 2) await target.write(dossier('K-2026-0002'));
      yield* documents;
    };
    await assert.rejects(moveIn(target, disturbed), Differing);
    assert.deepEqual((await target.read('K-2026-0002'))?.document, dossier('K-2026-0002'));
  });
});

/** A store that can be written so many times, and no more. */
function failingAfter(writes: number, store: Store): Store {
  let left = writes;
  return {
    ...store,
    async write(document, etag) {
      if (left === 0) throw new Error('the line is down');
      left -= 1;
      return store.write(document, etag);
    },
  };
}
