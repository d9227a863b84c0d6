import { DatabaseSync } from 'node:sqlite';

/** A command to the holder: take the lock of that database, or let go of it. */
export type Asked = { lock: string; alone?: true } | { release: string };

const held = new Map<string, DatabaseSync>();

process.on('message', (asked: Asked) => {
  if ('lock' in asked) {
    const db = new DatabaseSync(asked.lock, { timeout: 60_000 });
    if (asked.alone) db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE');
    held.set(asked.lock, db);
  } else {
    held.get(asked.release)?.close();
    held.delete(asked.release);
  }
  process.send?.(asked);
});

// Ends with the test.
process.on('disconnect', () => process.exit());
