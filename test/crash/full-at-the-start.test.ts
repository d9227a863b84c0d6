import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from '../a-folder.ts';
import { registration } from '../procedure/asked.ts';
import { anOffice, closeOffices } from '../register/an-office.ts';
import { type ProductionOffice, productionOffice, sanne } from '../security/production-office.ts';
import { becoming, statusAt } from '../status-at.ts';

describe('a bot that starts while the disk is full', () => {
  let folder: ReturnType<typeof aFolder>;
  let office: ProductionOffice;

  beforeEach(() => {
    folder = aFolder();
  });

  afterEach(async () => {
    await office?.end();
    await closeOffices();
    folder.remove();
  });

  const file = (): string => join(folder.path, 'klachten.db');

  /** Asks until it is as ready as that. */
  const ready = (status: number) =>
    becoming(
      () => statusAt(`${office.bot.url}/health/ready`),
      (found) => found === status,
    );

  /** Gives the running bot room on the disk again. */
  function makeRoom(): void {
    const pid = readFileSync(join(folder.path, 'pid'), 'utf8').trim();
    const { status } = spawnSync('prlimit', ['--pid', pid, '--fsize=unlimited']);
    assert.equal(status, 0);
  }

  /** Starts Node with a limit on the size of files, in blocks of 512 bytes, which stands for a full disk. */
  function onAFullDisk(blocks = 0): string {
    const script = join(folder.path, 'on-a-full-disk');
    writeFileSync(
      script,
      `#!/bin/sh\necho $$ > "${join(folder.path, 'pid')}"\nulimit -S -f ${blocks}\nexec "${process.execPath}" "$@"\n`,
    );
    chmodSync(script, 0o700);
    return script;
  }

  const start = async (blocks?: number) => {
    office = await productionOffice({ env: { STORE: `sqlite:${file()}` }, execPath: onAFullDisk(blocks) });
  };

  const typed = async (text: string): Promise<string> => {
    assert.equal((await office.postTrusted(office.message({ text }))).status, 200);
    return office.teams.answers().at(-1)?.body ?? '';
  };

  it('lets people read, is not ready, and says of a registration that nothing was recorded', async () => {
    const before = anOffice({ file: file() });
    await before.file({ ...registration, receivedOn: before.clock.today() }, 'form', sanne);
    const year = new Date().getFullYear();
    // A number that the register does not know of is one of the four things that a start writes.
    before.heads?.note({ number: `K-${year}-0005`, version: 0, hash: '' });
    await closeOffices();
    assert.ok(!existsSync(`${file()}-shm`));
    await start();
    assert.equal(await ready(503), 503);
    assert.equal(await statusAt(`${office.bot.url}/health/live`), 200);
    assert.match(await typed('mijn klachten'), /K-2026-0001/);
    await typed('zaken');
    await typed('termijnen');
    const { status, text } = await office.postTrusted(office.registration());
    assert.equal(status, 200);
    assert.match(text, /Er is niets vastgelegd; lezen kan wel\. Wat je typte staat nog in de kaart\./);

    for (const unwritten of ['cannot be written', 'not brought up to date', 'were not struck out'])
      assert.ok(office.bot.printed().includes(unwritten), unwritten);

    makeRoom();
    assert.match((await office.postTrusted(office.registration())).text, new RegExp(`K-${year}-0006 `));
    assert.equal(await ready(200), 200);
  });

  async function aRegisterThatWasClosed(): Promise<void> {
    const before = anOffice({ file: file() });
    await before.file({ ...registration, receivedOn: before.clock.today() }, 'form', sanne);
    await closeOffices();
    assert.deepEqual(
      ['-wal', '-shm'].filter((end) => existsSync(`${file()}${end}`)),
      [],
    );
  }

  // The WAL index starts with 3 bytes, is lengthened to 32 kB and mapped; the WAL starts with 32 bytes and grows by the page.
  for (const blocks of [8, 63]) {
    it(`with room for ${blocks} half kilobytes after a clean stop, lets people read and writes once there is room`, async () => {
      await aRegisterThatWasClosed();
      await start(blocks);
      assert.equal(await ready(503), 503);
      assert.match(await typed('mijn klachten'), /K-20\d\d-0001/);
      makeRoom();
      assert.match((await office.postTrusted(office.registration())).text, /K-20\d\d-0002 /);
      assert.equal(await ready(200), 200);
    });
  }

  for (const blocks of [0, 1, 8, 63]) {
    it(`with room for ${blocks} half kilobytes after a clean stop, can be verified and exported`, async () => {
      await aRegisterThatWasClosed();
      const ran = (...operands: string[]) =>
        spawnSync(onAFullDisk(blocks), ['src/cli/register.ts', ...operands], {
          env: { ...process.env, STORE: `sqlite:${file()}` },
          encoding: 'utf8',
        });
      const verified = ran('verify');
      assert.equal(verified.status, 0, verified.stderr);
      assert.match(verified.stdout, /1 dossier .*alles klopt/);
      // The only fault allowed is that the file of the export has no room either.
      const exported = ran('export', join(folder.path, 'export'));
      assert.doesNotMatch(exported.stderr, /cannot open|disk I\/O|locked/);
    });
  }
});
