import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder in memory that Linux offers to every program. */
const memory = '/dev/shm';
const enough = 2 ** 30;

/** Makes an empty folder for a register, in memory where there is room, because each write waits for a disk. Remove it after use. */
export function aFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(hasRoom() ? memory : tmpdir(), 'klachtenbot-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > enough;
  } catch {
    return false;
  }
}
