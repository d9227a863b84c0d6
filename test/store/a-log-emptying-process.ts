import { DatabaseSync } from 'node:sqlite';

/** Writes to that database and empties its log, over and over, until its parent goes. */
const db = new DatabaseSync(process.argv[2] ?? '', { timeout: 60_000 });
db.exec('PRAGMA synchronous = OFF');
process.on('disconnect', () => process.exit());
process.send?.('ready');

function writeAndEmpty(): void {
  for (let times = 0; times < 3; times++) db.exec('INSERT INTO room VALUES (zeroblob(20000))');
  db.exec('DELETE FROM room; PRAGMA wal_checkpoint(TRUNCATE)');
  setImmediate(writeAndEmpty);
}
writeAndEmpty();
