import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Document, Dossier } from '../register/dossier.ts';
import { Conflict, type Selection, type Store } from '../register/store.ts';
import { metDocuments } from './met-documents.ts';
import { nearestFirst, newestFirst } from './order.ts';
import { queries } from './sqlite-queries.ts';
import { writable } from './sqlite-room.ts';
import { type Row, sqliteRows } from './sqlite-rows.ts';
import { prepareSchema } from './sqlite-schema.ts';

/**
 * The register in one SQLite file, which several processes may use at once. Makes the file and its folder where
 * missing; ':memory:' keeps nothing. Throws if the file cannot be opened, is no register, or is of a newer version.
 */
export function sqliteStore(path: string): Store {
  const db = open(path);
  const rows = sqliteRows(db);
  const met = metDocuments();
  const create = db.prepare(queries.create);
  const replace = db.prepare(queries.replace);
  const due = db.prepare(queries.due);
  const tryWriting = writable(db);

  /** The log of SQLite still holds what the file has lost already; while somebody reads, it goes at a later moment. */
  const emptyLog = () => db.exec('PRAGMA wal_checkpoint(TRUNCATE)');

  const readable = (row: Row): Dossier[] => met.readIfPossible<Dossier>(...stored(row));

  function selected(selection: Selection): Dossier[] {
    if ('registeredBy' in selection) {
      return rows.registeredBy(selection.registeredBy).flatMap(readable).sort(newestFirst);
    }
    return rows.open().flatMap(readable).sort(nearestFirst);
  }

  return {
    async read<T extends Document>(id: string) {
      const row = rows.rowOf(id);
      if (row) return { document: met.read<T>(...stored(row)), etag: row.etag };
      met.isGone(id);
      return undefined;
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
      let page = rows.page('');
      while (page.length > 0) {
        for (const row of page)
          yield* met.readIfPossible(...stored(row)).map((document) => ({ document, etag: row.etag }));
        page = rows.page(page.at(-1)?.id ?? '');
      }
    },
    unreadable: met.unreadable,
    async check() {
      tryWriting();
    },
    async close() {
      if (db.isOpen) db.close();
    },
  };
}

const stored = ({ id, body }: Row) => [id, parsed(body), () => body] as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
