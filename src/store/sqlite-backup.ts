import { DatabaseSync } from 'node:sqlite';
import { isFull, notOpened } from './sqlite-faults.ts';

/** How long the copy waits for another process that writes, in milliseconds. */
const waitMs = 10_000;

/**
 * Copies the register, with what is in its WAL, into an empty file, while others go on using it. Copies rows and not pages,
 * so that no erased text comes along.
 */
export function copyDatabase(path: string, emptyFile: string): void {
  const db = connected(path);
  try {
    db.prepare('VACUUM INTO ?').run(emptyFile);
  } catch (cause) {
    throw isFull(cause) ? cause : notOpened(path, cause);
  } finally {
    db.close();
  }
}

/**
 * Lists what SQLite finds wrong with the file itself; empty when it is whole. On a full disk only a process that does not
 * have the register open yet can ask this.
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

/** Opens the file; where the disk has no room for the WAL index it is kept in memory, which locks others out meanwhile. */
function connected(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: waitMs });
  try {
    db.exec('SELECT 1 FROM sqlite_schema LIMIT 1');
    return db;
  } catch (error) {
    db.close();
    if (!isFull(error)) throw notOpened(path, error);
  }
  const alone = new DatabaseSync(path, { timeout: waitMs });
  alone.exec('PRAGMA locking_mode = EXCLUSIVE');
  return alone;
}
