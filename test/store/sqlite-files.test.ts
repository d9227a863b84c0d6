import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '../../src/register/model/store.ts';
import { watchFiles } from '../../src/store/sqlite-files.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { startProcess } from '../e2e/a-process.ts';
import { dossier } from './documents.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('the files of the register', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  describe('can be read by their owner only', () => {
    let umask: number;

    beforeEach(() => {
      umask = process.umask(0);
    });

    afterEach(() => process.umask(umask));

    async function modesIn(place: string): Promise<Record<string, string>> {
      const store = sqliteStore(join(place, 'klachten.db'));
      await store.write(dossier('K-2026-0001'));
      const modes = Object.fromEntries(readdirSync(place).map((name) => [name, modeOf(join(place, name))]));
      await store.close();
      return modes;
    }

    const narrow = { 'klachten.db': '600', 'klachten.db-shm': '600', 'klachten.db-wal': '600' };

    it('in folders of their own, one in the other, each closed', async () => {
      assert.deepEqual(await modesIn(join(folder, 'one', 'two', 'three')), narrow);
      for (const path of ['one', 'one/two', 'one/two/three']) assert.equal(modeOf(join(folder, path)), '700');
    });

    it('in a folder of their own, which is closed as well', async () => {
      assert.deepEqual(await modesIn(join(folder, 'new')), narrow);
      assert.equal(modeOf(join(folder, 'new')), '700');
    });

    it('in a folder that was there, which stays as it is', async () => {
      mkdirSync(join(folder, 'old'), { mode: 0o755 });
      assert.deepEqual(await modesIn(join(folder, 'old')), narrow);
      assert.equal(modeOf(join(folder, 'old')), '755');
    });

    it('also when they stood open for everybody', async () => {
      const first = sqliteStore(join(folder, 'klachten.db'));
      await first.write(dossier('K-2026-0000'));
      for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o666);
      assert.deepEqual(await modesIn(folder), narrow);
      await first.close();
    });
  });

  it('of the whole bot, with the chats of its try-out, are their owner’s alone', async () => {
    const umask = process.umask(0);
    chmodSync(folder, 0o755);
    const bot = await startProcess(folder).finally(() => process.umask(umask));
    const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
    assert.deepEqual(
      files.filter((name) => modeOf(join(folder, name)) !== '600'),
      [],
    );
    for (const name of ['klachten.db', 'klachten.db-wal', 'tryout.db', 'tryout.db-wal'])
      assert.ok(files.includes(name), name);
    await bot.kill();
  });

  describe('that go while the bot runs', () => {
    let store: Store;
    let etag: string;

    beforeEach(async () => {
      store = sqliteStore(path());
      etag = await store.write(dossier('K-2026-0001'));
    });

    afterEach(() => store.close());

    const path = (): string => join(folder, 'klachten.db');
    const all = ['', '-wal', '-shm'].map((end) => `klachten.db${end}`);

    const deeds: Record<string, () => void> = {
      'the file is removed': () => rmSync(path()),
      'its log is removed': () => rmSync(`${path()}-wal`),
      'its log is cut off': () => truncateSync(`${path()}-wal`, statSync(`${path()}-wal`).size - 1),
      'its log is overwritten': () => writeFileSync(`${path()}-wal`, Buffer.alloc(100_000)),
      'the file becomes a link to what it was': () => {
        renameSync(path(), join(folder, 'real.db'));
        symlinkSync(join(folder, 'real.db'), path());
      },
      'the index of its log is removed': () => rmSync(`${path()}-shm`),
      'all are removed': () => all.forEach((name) => void rmSync(join(folder, name))),
      'the folder is moved away': () => {
        renameSync(folder, `${folder}-away`);
        mkdirSync(folder);
        rmSync(`${folder}-away`, { recursive: true });
      },
      'another file takes its place': () => {
        writeFileSync(join(folder, 'other'), '');
        renameSync(join(folder, 'other'), path());
      },
      'yesterday’s copy takes its place': () => {
        copyFileSync(path(), join(folder, 'copy'));
        renameSync(join(folder, 'copy'), path());
      },
    };

    for (const [deed, happens] of Object.entries(deeds)) {
      it(`are missed at once when ${deed}: nothing is written any more, and the register is not well`, async () => {
        happens();
        const gone = { name: 'Unwritten', code: 'gone' };
        await assert.rejects(store.write(dossier('K-2026-0002')), gone);
        await assert.rejects(store.write(dossier('K-2026-0001', { open: false }), etag), gone);
        await assert.rejects(store.check(), gone);
        assert.equal((await store.read('K-2026-0001'))?.etag, etag);
        assert.equal(await store.read('K-2026-0002'), undefined);
      });
    }

    it('are missed with the first write after their log was emptied: it is no success, and nor is any other', async () => {
      truncateSync(`${path()}-wal`, 0);
      await assert.rejects(store.write(dossier('K-2026-0002')));
      await assert.rejects(store.write(dossier('K-2026-0003')));
      await assert.rejects(store.check());
    });

    it('are missed when the file is cut off', async () => {
      await store.check();
      await store.close();
      store = sqliteStore(path());
      await store.check();
      truncateSync(path(), 4096);
      await assert.rejects(store.check(), { code: 'gone' });
    });

    it('are written in again when they are put back', async () => {
      for (const name of all) renameSync(join(folder, name), join(folder, `${name}.away`));
      await assert.rejects(store.check(), { code: 'gone' });
      for (const name of all) renameSync(join(folder, `${name}.away`), join(folder, name));
      await store.write(dossier('K-2026-0002'));
    });

    it('leave what took their place as it is when the bot stops', async () => {
      for (const name of all) renameSync(join(folder, name), join(folder, `${name}.away`));
      const other = sqliteStore(path());
      await other.write(dossier('K-2030-0001'));
      await store.close();
      assert.ok(existsSync(`${path()}-wal`));
      assert.ok(await other.read('K-2030-0001'));
      await other.write(dossier('K-2030-0002'));
      await other.close();
    });
  });

  it('are in place however often another process empties the log', async () => {
    const path = join(folder, 'klachten.db');
    const store = sqliteStore(path);
    const other = fork(join(import.meta.dirname, 'a-log-emptying-process.ts'), [path]);
    try {
      await once(other, 'message');
      const files = watchFiles(path, () => undefined);
      for (let looks = 0; looks < 20_000; looks++) {
        files.assertInPlace();
        if (looks % 100 === 0) await turn();
      }
    } finally {
      other.disconnect();
      await once(other, 'exit');
      await store.close();
    }
  });
});
