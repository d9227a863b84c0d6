import { rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Unwritten } from '../register/model/store.ts';
import { sqliteErasures } from './sqlite-erasures.ts';
import { isFull, noRegister, notOpened } from './sqlite-faults.ts';
import { type FileWatch, keptLogBytes, ownerOnly, watchFiles } from './sqlite-files.ts';
import { assertFit, assertRegister } from './sqlite-place.ts';
import { sqliteRows } from './sqlite-rows.ts';
import { isOfAnother, isPrepared, prepareSchema, queries, schemaWatch } from './sqlite-schema.ts';
import { sqliteSearch } from './sqlite-search.ts';

/** How long opening waits for a lock of another process, in milliseconds. It blocks, but nobody is served yet. */
const openingMs = 5_000;

/** The size of a large dossier, in bytes, so that the trial fails where registering a complaint would. */
const aDossier = 32 * 1024;
const writeAndRemove = `INSERT INTO room VALUES (zeroblob(${aDossier})); DELETE FROM room`;

const inMemory = ':memory:';

/** An open register with its statements. */
export type Database = ReturnType<typeof opened> & {
  /** Whether the disk had no room to open it for writing. */
  readsOnly: boolean;
};

/**
 * Opens the register, and makes the file and its folder where missing. Opens it read-only where the disk has no room for
 * the WAL and its index. Throws if the file cannot be opened, is no register, or is of a newer version; and where SQLite would lose
 * it: on a network file system, in an empty file that was there before, or while another has it locked.
 */
export function openDatabase(path: string, waitMs = openingMs): Database {
  try {
    if (path === inMemory) return openedOrRead(path, waitMs);
    assertFit(path);
    assertRegister(path);
    const made = ownerOnly(path);
    try {
      return openedOrRead(path, waitMs);
    } catch (error) {
      // An empty file that stays behind would be refused at the next start.
      if (made && statSync(path, { throwIfNoEntry: false })?.size === 0) rmSync(path);
      throw error;
    }
  } catch (cause) {
    throw notOpened(path, cause);
  }
}

function openedOrRead(path: string, waitMs: number): Database {
  try {
    return { ...opened(path, waitMs, forWriting), readsOnly: false };
  } catch (error) {
    if (!isFull(error)) throw error;
    return { ...opened(path, waitMs, forReading), readsOnly: true };
  }
}

function forWriting(db: DatabaseSync): void {
  // Also what stands in a WAL only, which `assertRegister` does not read.
  if (isOfAnother(db)) throw new Error(noRegister);
  // FULL: an acknowledged write survives a power cut. secure_delete: overwritten data is zeroed.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
    PRAGMA journal_size_limit = ${keptLogBytes}`);
  prepareSchema(db);
}

/** Opens read-only with the WAL index in memory (exclusive mode): it takes no room on the disk, and locks others out. */
function forReading(db: DatabaseSync): void {
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON');
  if (!isPrepared(db)) throw new Error('op de schijf is geen ruimte om het te maken');
}

function opened(path: string, timeout: number, prepare: (db: DatabaseSync) => void) {
  const db = new DatabaseSync(path, { timeout, enableForeignKeyConstraints: false });
  try {
    prepare(db);
    db.exec('PRAGMA busy_timeout = 0');
    const erasures = sqliteErasures(db);
    const files: FileWatch =
      path === inMemory ? { assertInPlace() {} } : watchFiles(path, erasures.rewritten);
    const faults = schemaWatch(db);
    const rows = sqliteRows(db);
    const search = sqliteSearch(db);
    return {
      db,
      files,
      rows,
      search,
      erasures,
      create: db.prepare(queries.create),
      replace: db.prepare(queries.replace),
      due: db.prepare(queries.due),
      faults,
      /**
       * Writes every page anew where an erasure asks for that, and returns up to which erasure; undefined when none does. What was
       * erased is gone when the WAL has been emptied after that.
       */
      rewrite(): number | undefined {
        const upTo = erasures.due();
        if (upTo === undefined) return undefined;
        if (faults().length > 0) throw new Unwritten('changed');
        db.exec('VACUUM');
        return upTo;
      },
      tryWriting: () => db.exec(writeAndRemove),
      /**
       * Runs a write in a transaction, in which nobody can change the schema. Throws `Unwritten` when it is not as the bot made
       * it: a trigger may undo what is written, or have it ignored.
       */
      write<T>(work: () => T): T {
        db.exec('BEGIN IMMEDIATE');
        try {
          if (faults().length > 0) throw new Unwritten('changed');
          rows.forget();
          const done = work();
          db.exec('COMMIT');
          return done;
        } catch (error) {
          if (db.isTransaction) db.exec('ROLLBACK');
          throw error;
        }
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}
