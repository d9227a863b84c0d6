import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from '../../a-folder.ts';
import { anOffice, closeOffices } from '../../register/an-office.ts';
import { afterTheCopy, beforeTheCopy, command, goesOn, marker, resumed } from './a-rehearsal.ts';

describe('a backup of a SQLite register that is put back', () => {
  let folder: ReturnType<typeof aFolder>;
  beforeEach(() => {
    folder = aFolder();
  });
  afterEach(async () => {
    await closeOffices();
    folder.remove();
  });

  it('goes on after the last number, without what was erased since', async () => {
    const there = (name: string) => join(folder.path, name);
    const env = { STORE: 'sqlite:klachten.db' };
    const office = anOffice({ file: there('klachten.db') });
    await beforeTheCopy(office);
    assert.equal((await command(folder.path, env, 'backup', 'kopie.db')).code, 0);
    await afterTheCopy(office);
    await office.store.close();

    copyFileSync(there('klachten.db.heads'), there('elders.heads'));
    for (const end of ['', '-wal', '-shm', '.heads']) rmSync(there(`klachten.db${end}`), { force: true });

    renameSync(there('kopie.db'), there('klachten.db'));
    renameSync(there('kopie.db.heads'), there('klachten.db.heads'));
    assert(readFileSync(there('klachten.db')).includes(marker));
    await resumed(folder.path, env, 'elders.heads');
    const restored = anOffice({ file: there('klachten.db'), now: '2026-04-02T10:00' });
    await goesOn(restored, restored.bare);
    for (const end of ['', '-wal'])
      if (existsSync(there(`klachten.db${end}`)))
        assert(!readFileSync(there(`klachten.db${end}`)).includes(marker));
  });
});
