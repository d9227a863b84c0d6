import { DatabaseSync } from 'node:sqlite';
import { isFull } from './sqlite-faults.ts';
import { type FileWatch, ownerOnly, watchFiles } from './sqlite-files.ts';
import { sqliteRows } from './sqlite-rows.ts';
import { isPrepared, prepareSchema, queries } from './sqlite-schema.ts';

/** Only while it is opened, when nobody is served yet, is a lock of another process waited for; in milliseconds. */
const openingMs = 5_000;

/** What the log of SQLite may keep of the disk when nothing stands in it any more; in bytes. */
const idleLogBytes = 4 * 2 ** 20;

/** As many bytes as a dossier takes that was written in a good deal: fails where registering a complaint would. */
const aDossier = 32 * 1024;
const writeAndRemove = `INSERT INTO room VALUES (zeroblob(${aDossier})); DELETE FROM room`;

const inMemory = ':memory:';

/** An open register with its statements. */
export type Database = ReturnType<typeof opened> & {
  /** The disk had no room to open it for writing. */
  readsOnly: boolean;
};

/**
 * Opens the register, and makes the file and its folder where missing. Where the disk has no room for what SQLite keeps
 * beside the file, it is opened for reading only. Throws if the file cannot be opened, is no register, or is of a newer
 * version.
 */
export function openDatabase(path: string, waitMs = openingMs): Database {
  try {
    if (path !== inMemory) ownerOnly(path);
    try {
      return { ...opened(path, waitMs, forWriting), readsOnly: false };
    } catch (error) {
      if (!isFull(error)) throw error;
      return { ...opened(path, waitMs, forReading), readsOnly: true };
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot open the register ${path}: ${reason}`, { cause });
  }
}

function forWriting(db: DatabaseSync): void {
  // FULL: what has been answered survives a power cut too. What is overwritten is wiped, not only let go of.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
    PRAGMA journal_size_limit = ${idleLogBytes}`);
  prepareSchema(db);
}

/** SQLite then keeps the index of its log in memory, which takes no room on the disk, and lets nobody else in. */
function forReading(db: DatabaseSync): void {
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON');
  if (!isPrepared(db)) throw new Error('there is no room to make it');
}

function opened(path: string, timeout: number, prepare: (db: DatabaseSync) => void) {
  const db = new DatabaseSync(path, { timeout, enableForeignKeyConstraints: false });
  try {
    prepare(db);
    db.exec('PRAGMA busy_timeout = 0');
    const files: FileWatch = path === inMemory ? { assertInPlace() {} } : watchFiles(path);
    return {
      db,
      files,
      rows: sqliteRows(db),
      create: db.prepare(queries.create),
      replace: db.prepare(queries.replace),
      due: db.prepare(queries.due),
      tryWriting: () => db.exec(writeAndRemove),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}
