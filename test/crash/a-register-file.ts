import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { type SharedRegister, sharedRegister } from './a-shared-register.ts';

/** Opens a register in SQLite: the existing file, or one in a new folder, which is removed with it. */
export function aRegisterFile(existing?: string): SharedRegister {
  const folder = existing ? undefined : mkdtempSync(join(tmpdir(), 'klachten-'));
  const path = existing ?? join(folder ?? '', 'klachten.db');
  return sharedRegister({ kind: 'sqlite', path }, sqliteStore(path), () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
}
