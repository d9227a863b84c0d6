import type { DatabaseSync } from 'node:sqlite';

/** As many bytes as a dossier takes that was written in a good deal. */
const aDossier = 32 * 1024;

const writeAndRemove = `INSERT INTO room VALUES (zeroblob(${aDossier})); DELETE FROM room`;

/** Writes as much as a dossier takes, and removes it: throws where registering a complaint would fail. */
export function writable(db: DatabaseSync): () => void {
  return () => db.exec(writeAndRemove);
}
