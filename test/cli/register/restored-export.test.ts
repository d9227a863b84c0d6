import assert from 'node:assert/strict';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from '../../a-folder.ts';
import { anOffice, closeOffices } from '../../register/an-office.ts';
import { afterTheCopy, beforeTheCopy, command, goesOn, resumed } from './a-rehearsal.ts';

describe('an export that is imported after everything was lost', () => {
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
    assert.equal((await command(folder.path, env, 'export', 'export.jsonl')).code, 0);
    await afterTheCopy(office);
    await office.store.close();

    copyFileSync(there('klachten.db.heads'), there('elders.heads'));
    for (const end of ['', '-wal', '-shm', '.heads']) rmSync(there(`klachten.db${end}`), { force: true });

    assert.equal((await command(folder.path, env, 'import', 'export.jsonl')).code, 0);
    await resumed(folder.path, env, 'elders.heads');
    const restored = anOffice({ file: there('klachten.db'), now: '2026-04-02T10:00' });
    await goesOn(restored, restored.bare);
  });
});
