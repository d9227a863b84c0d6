import type { DatabaseSync } from 'node:sqlite';

/** As many bytes as a dossier takes that was written in a good deal. */
const aDossier = 32 * 1024;

/** A table of its own, so that nobody who walks the documents meets what is written there. */
const table = 'CREATE TABLE IF NOT EXISTS room (filler BLOB) STRICT';
const writeAndRemove = `INSERT INTO room VALUES (zeroblob(${aDossier})); DELETE FROM room`;

/** Writes as much as a dossier takes, and removes it: throws where registering a complaint would fail. */
export function writable(db: DatabaseSync): () => void {
  db.exec(table);
  return () => db.exec(writeAndRemove);
}
