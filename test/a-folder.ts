import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder in memory that Linux offers to every program. */
const memory = '/dev/shm';
const enough = 2 ** 30;

const made: (() => void)[] = [];
process.on('exit', () => {
  for (const remove of made) remove();
});

/**
 * Makes an empty folder for a register, in memory where there is room, because each write waits for a disk. It goes with the
 * process that made it; remove it after use.
 */
export function aFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(hasRoom() ? memory : tmpdir(), 'klachtenbot-'));
  const remove = () => rmSync(path, { recursive: true, force: true });
  made.push(remove);
  return { path, remove };
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > enough;
  } catch {
    return false;
  }
}
