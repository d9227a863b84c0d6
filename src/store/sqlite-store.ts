import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Document, Dossier } from '../register/dossier.ts';
import { Conflict, type Selection, type Store } from '../register/store.ts';
import { nearestFirst, newestFirst } from './order.ts';
import { queries } from './sqlite-queries.ts';
import { writable } from './sqlite-room.ts';
import { prepareSchema } from './sqlite-schema.ts';

/**
 * The register in one SQLite file, which several processes may use at once. Makes the file and its folder where
 * missing; ':memory:' keeps nothing. Throws if the file cannot be opened, is no register, or is of a newer version.
 */
export function sqliteStore(path: string): Store {
  const db = open(path);
  const read = db.prepare(queries.read);
  const create = db.prepare(queries.create);
  const replace = db.prepare(queries.replace);
  const due = db.prepare(queries.due);
  const walk = db.prepare(queries.walk);
  const tryWriting = writable(db);
  const lists = {
    open: db.prepare(queries.open),
    registeredBy: db.prepare(queries.registeredBy),
  };

  /** The log of SQLite still holds what the file has lost already; while somebody reads, it goes at a later moment. */
  const emptyLog = () => db.exec('PRAGMA wal_checkpoint(TRUNCATE)');

  function select(list: keyof typeof lists, ...values: SQLInputValue[]): Dossier[] {
    return lists[list].all(...values).map(({ body }) => JSON.parse(String(body)));
  }

  function selected(selection: Selection): Dossier[] {
    if ('registeredBy' in selection) {
      return select('registeredBy', selection.registeredBy).sort(newestFirst);
    }
    return select('open').sort(nearestFirst);
  }

  return {
    async read<T extends Document>(id: string) {
      const row = read.get(id);
      return row && { document: JSON.parse(String(row.body)) as T, etag: String(row.etag) };
    },
    async write(document, etag) {
      const body = JSON.stringify(document);
      const { changes } =
        etag === undefined ? create.run(document.id, body) : replace.run(body, document.id, Number(etag));
      if (changes === 0) throw new Conflict(document.id);
      if (document.kind === 'dossier' && document.complaint.erased) emptyLog();
      return etag === undefined ? '1' : String(Number(etag) + 1);
    },
    async due(at, limit) {
      return due.all(at, limit).map(({ id }) => String(id));
    },
    async list(selection) {
      return selected(selection);
    },
    async *all() {
      // By the page: an open statement would keep the log of SQLite from being cleared.
      let rows = walk.all('');
      while (rows.length > 0) {
        for (const { etag, body } of rows) yield { document: JSON.parse(String(body)), etag: String(etag) };
        rows = walk.all(String(rows.at(-1)?.id));
      }
    },
    async check() {
      tryWriting();
    },
    async close() {
      if (db.isOpen) db.close();
    },
  };
}

function open(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const db = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: false });
    try {
      // FULL: what has been answered survives a power cut too. What is overwritten is wiped, not only let go of.
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
      prepareSchema(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot open the register ${path}: ${reason}`, { cause });
  }
}
