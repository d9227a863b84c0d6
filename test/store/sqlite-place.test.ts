import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../src/store/sqlite-database.ts';
import { fileSystemOf, unfit } from '../../src/store/sqlite-place.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { production } from '../security/a-guarded-bot.ts';
import { aLockHolder } from './a-lock-holder.ts';

const mountinfo = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 27 0:40 / /mnt/share rw,relatime shared:1 master:2 - nfs4 server:/share rw,vers=4.2
31 27 0:41 / /mnt/with\\040space rw - cifs //server/share rw
32 30 0:42 / /mnt/share/local rw - tmpfs tmpfs rw
33 27 0:43 / /mnt/twice rw - ext4 /dev/vdb rw
34 27 0:44 / /mnt/twice rw - fuse.sshfs me@server: rw
35 27 0:45 / /mnt/c rw - 9p drvfs rw
36 27 0:46 / /srv/smb rw - smb3 //server/x rw
37 27 0:47 / /mnt/blob rw - fuse.blobfuse2 blob rw
38 27 0:48 / /merged rw - fuse.mergerfs merged rw
`;

describe('where SQLite cannot be', () => {
  it('finds the file system of a path among what is mounted', () => {
    for (const [path, type] of [
      ['/data/klachten.db', 'ext4'],
      ['/mnt/share', 'nfs4'],
      ['/mnt/share/a/klachten.db', 'nfs4'],
      ['/mnt/shared/klachten.db', 'ext4'],
      ['/mnt/with space/klachten.db', 'cifs'],
      ['/mnt/share/local/klachten.db', 'tmpfs'],
      ['/mnt/twice/klachten.db', 'fuse.sshfs'],
    ] as const)
      assert.equal(fileSystemOf(path, mountinfo), type, path);
    assert.equal(fileSystemOf('/data', ''), undefined);
  });

  it('refuses a network file system, names it, and says what to do', () => {
    for (const path of ['/mnt/share', '/mnt/with space', '/mnt/twice', '/mnt/c', '/srv/smb', '/mnt/blob'])
      assert.match(
        unfit(`${path}/klachten.db`, { mountinfo, env: {} }) ?? '',
        /network file system \([\w.]+\).*STORE=cosmos$/,
      );
    for (const path of ['/data', '/mnt/share/local', '/merged', '/home/me'])
      assert.equal(unfit(`${path}/klachten.db`, { mountinfo, env: {} }), undefined);
  });

  it('refuses /home of App Service, whatever it seems to be', () => {
    const env = { WEBSITE_SITE_NAME: 'klachtenbot' };
    assert.match(unfit('/home/data/klachten.db', { mountinfo, env }) ?? '', /App Service.*STORE=cosmos$/);
    assert.equal(unfit('/homes/klachten.db', { mountinfo, env }), undefined);
    assert.equal(unfit('/tmp/klachten.db', { mountinfo, env }), undefined);
  });

  it('takes every list that this machine gives', () => {
    if (existsSync('/proc/self/mountinfo'))
      assert(fileSystemOf('/', readFileSync('/proc/self/mountinfo', 'utf8')));
  });

  describe('on a real disk', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'klachten-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const path = () => join(folder, 'klachten.db');

    it('refuses a file of 0 bytes that was there before, and leaves it as it is', () => {
      writeFileSync(path(), '');
      assert.throws(
        () => openDatabase(path()),
        /cannot open the register .*: the file is empty \(0 bytes\).*Put a backup in its place.*STORE=cosmos/,
      );
      assert.equal(statSync(path()).size, 0);
    });

    it('refuses one that another process has locked', async () => {
      await sqliteStore(path()).close();
      const holder = aLockHolder();
      try {
        await holder.lockAlone(path());
        assert.throws(() => openDatabase(path(), 10), /another process or another machine.*STORE=cosmos/);
        await holder.release(path());
        openDatabase(path(), 10).db.close();
      } finally {
        await holder.end();
      }
    });

    it('tells it to who starts the bot, in production as well', () => {
      writeFileSync(path(), '');
      const main = fileURLToPath(new URL('../../src/start.js', import.meta.url));
      for (const settings of [{}, production]) {
        const env = { PATH: process.env.PATH, PORT: '0', STORE: `sqlite:${path()}`, ...settings };
        const { status, stderr } = spawnSync(process.execPath, [main], {
          cwd: folder,
          env,
          encoding: 'utf8',
        });
        assert.equal(status, 1);
        assert.match(stderr, /0 bytes.*Put a backup in its place.*STORE=cosmos/);
      }
    });
  });
});
