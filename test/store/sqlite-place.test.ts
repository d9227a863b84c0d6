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
        /netwerkschijf \([\w.]+\).*STORE=cosmos$/,
      );
    for (const path of ['/data', '/mnt/share/local', '/merged', '/home/me'])
      assert.equal(unfit(`${path}/klachten.db`, { mountinfo, env: {} }), undefined);
  });

  /** Lines as machines of each kind have them in /proc/self/mountinfo, with a point of their own. */
  const lines: Record<string, [refused: string[], taken: string[]]> = {
    'shares of a network': [
      [
        '52 29 0:47 / /m rw,relatime shared:27 - nfs 10.0.0.4:/export rw,vers=3,rsize=1048576,proto=tcp,addr=10.0.0.4',
        '52 29 0:47 / /m rw,relatime shared:27 - nfs4 fs-1.efs.amazonaws.com:/ rw,vers=4.1,hard,addr=10.0.0.5',
        '60 29 0:51 / /m rw,relatime - cifs //x.file.core.windows.net/klachten rw,vers=3.1.1,cache=strict,nobrl',
        '60 29 0:51 / /m rw,relatime - smb3 //server/share rw,vers=3.0',
        '61 29 0:52 / /m rw,relatime - afs none rw',
        '62 29 0:53 / /m rw,nosuid,nodev,relatime - fuse.sshfs me@server:/data rw,user_id=1000,group_id=1000',
        '63 29 0:54 / /m rw,relatime - fuse.s3fs s3fs rw,user_id=0',
        '64 29 0:55 / /m rw,relatime - fuse.rclone drive: rw,user_id=0',
        '65 29 0:56 / /m rw,relatime - fuse.blobfuse2 blobfuse2 rw,user_id=0',
        '66 29 0:57 / /m rw,relatime - davfs https://dav.example/ rw',
      ],
      [],
    ],
    clusters: [
      [
        '70 29 0:60 / /m rw,relatime - ceph 10.0.0.1:6789:/ rw,name=admin',
        '71 29 0:61 / /m rw,relatime - fuse.ceph-fuse ceph-fuse rw,user_id=0',
        '72 29 0:62 / /m rw,relatime - fuse.glusterfs gluster1:/gv0 rw,user_id=0',
        '73 29 0:63 / /m rw,relatime - lustre 10.0.0.2@tcp:/scratch rw,flock',
        '74 29 0:64 / /m rw,relatime - beegfs beegfs_nodev rw,cfgFile=/etc/beegfs/beegfs-client.conf',
        '75 29 253:7 / /m rw,relatime - ocfs2 /dev/drbd0 rw,heartbeat=local',
        '76 29 253:8 / /m rw,relatime - gfs2 /dev/vg/lv rw',
      ],
      [],
    ],
    'what a virtual machine, WSL or a desktop for containers sees of its host': [
      [
        '80 29 0:70 / /m rw,relatime - 9p host rw,sync,dirsync,access=client,trans=virtio',
        '81 29 0:71 / /m rw,noatime - 9p drvfs rw,dirsync,aname=drvfs;path=C:\\134;uid=1000,trans=fd,rfd=8,wfd=8',
        '82 29 0:72 / /m rw,noatime - drvfs C: rw,case=off',
        '83 29 0:73 / /m rw,relatime - virtiofs virtiofs0 rw',
        '84 29 0:74 / /m rw,relatime - fuse.grpcfuse grpcfuse rw,user_id=0',
        '85 29 0:75 / /m rw,relatime - fakeowner /run/host_mark/Users rw',
        '86 29 0:76 / /m rw,nodev,relatime - vboxsf share rw,uid=0',
        '87 29 0:77 / /m rw,relatime - fuse.vmhgfs-fuse vmhgfs-fuse rw,user_id=0',
      ],
      [],
    ],
    'disks of the machine itself': [
      [],
      [
        '29 1 8:1 / /m rw,relatime - ext4 /dev/sda1 rw,discard',
        '29 1 259:1 / /m rw,relatime - xfs /dev/nvme0n1p1 rw,attr2',
        '29 1 0:25 /@ /m rw,relatime - btrfs /dev/sda2 rw,subvol=/@',
        '29 1 0:26 / /m rw,relatime - zfs tank/data rw,xattr',
        '29 1 0:27 / /m rw,relatime - overlay overlay rw,lowerdir=/a,upperdir=/b,workdir=/c',
        '29 1 0:28 / /m rw,nosuid,nodev - tmpfs tmpfs rw,size=65536k',
        '29 1 8:17 / /m rw,relatime - fuseblk /dev/sdb1 rw,user_id=0',
        '29 1 8:18 / /m rw,relatime - f2fs /dev/sdb2 rw',
        '29 1 0:29 / /m rw,relatime - fuse.mergerfs pool rw',
        '29 1 0:30 / /m rw,relatime - fuse.gocryptfs /home/me/crypt rw',
      ],
    ],
  };
  for (const [name, [refused, taken]] of Object.entries(lines))
    it(`knows ${name}`, () => {
      for (const mountinfo of refused)
        assert.match(unfit('/m/klachten.db', { mountinfo, env: {} }) ?? '', /STORE=cosmos$/, mountinfo);
      for (const mountinfo of taken)
        assert.equal(unfit('/m/klachten.db', { mountinfo, env: {} }), undefined, mountinfo);
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
        /het register .* kan niet worden geopend: het bestand is leeg \(0 bytes\).*zet een back-up terug.*STORE=cosmos/,
      );
      assert.equal(statSync(path()).size, 0);
    });

    it('refuses one that another process has locked', async () => {
      await sqliteStore(path()).close();
      const holder = aLockHolder();
      try {
        await holder.lockAlone(path());
        assert.throws(
          () => openDatabase(path(), 10),
          /een ander programma of een andere machine.*STORE=cosmos/,
        );
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
        assert.match(stderr, /0 bytes.*zet een back-up terug.*STORE=cosmos/);
      }
    });
  });
});
