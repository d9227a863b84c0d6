import { DatabaseSync } from 'node:sqlite';

/** While somebody else writes, no copy is begun; in milliseconds. */
const waitMs = 10_000;

/**
 * Copies the register in that file, as it is at this moment and with what stands in its log, into an empty file. Whoever
 * uses it may go on meanwhile. What was erased is not in the copy: only rows are copied, and not the pages they stand on.
 */
export function copyDatabase(path: string, emptyFile: string): void {
  const db = new DatabaseSync(path, { timeout: waitMs });
  try {
    db.prepare('VACUUM INTO ?').run(emptyFile);
  } finally {
    db.close();
  }
}

/** What SQLite finds wrong with the file itself; nothing when it is whole. */
export function pageFaults(path: string): string[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const found = db.prepare('PRAGMA integrity_check').all();
    return found.map(({ integrity_check }) => String(integrity_check)).filter((line) => line !== 'ok');
  } finally {
    db.close();
  }
}
