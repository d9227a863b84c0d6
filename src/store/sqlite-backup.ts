import { DatabaseSync } from 'node:sqlite';
import { isFull } from './sqlite-faults.ts';

/** While somebody else writes, no copy is begun; in milliseconds. */
const waitMs = 10_000;

/**
 * Copies the register in that file, as it is at this moment and with what stands in its log, into an empty file. Whoever
 * uses it may go on meanwhile. What was erased is not in the copy: only rows are copied, and not the pages they stand on.
 */
export function copyDatabase(path: string, emptyFile: string): void {
  const db = connected(path);
  try {
    db.prepare('VACUUM INTO ?').run(emptyFile);
  } finally {
    db.close();
  }
}

/**
 * What SQLite finds wrong with the file itself; nothing when it is whole. On a disk without room it cannot be asked by who
 * has the register open already.
 */
export function pageFaults(path: string): string[] {
  const db = connected(path);
  try {
    const found = db.prepare('PRAGMA integrity_check').all();
    return found.map(({ integrity_check }) => String(integrity_check)).filter((line) => line !== 'ok');
  } finally {
    db.close();
  }
}

/** Where the disk has no room for the index of the log, that is kept in memory, which lets nobody else in meanwhile. */
function connected(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: waitMs });
  try {
    db.exec('SELECT 1 FROM sqlite_schema LIMIT 1');
    return db;
  } catch (error) {
    db.close();
    if (!isFull(error)) throw error;
  }
  const alone = new DatabaseSync(path, { timeout: waitMs });
  alone.exec('PRAGMA locking_mode = EXCLUSIVE');
  return alone;
}
