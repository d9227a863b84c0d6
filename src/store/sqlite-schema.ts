import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { schema } from '../register/model/upcast.ts';
import { earlierErasures, erasureTable, noErasures } from './sqlite-erasures.ts';
import { indexAll, searchTables } from './sqlite-search.ts';

/** The version of the tables, kept in the file itself. */
const version = 2;

/**
 * The columns that queries need are generated from `body`, so that they cannot differ from it. They precede it, so that
 * finding a row does not read through its text.
 */
const tables = `
  CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL,
    etag INTEGER NOT NULL,
    kind TEXT AS (body ->> '$.kind') STORED,
    open INTEGER AS (body ->> '$.open') STORED,
    receiver_id TEXT AS (body ->> '$.receiverId') STORED,
    next_day_to_act TEXT AS (body ->> '$.nextDayToAct') STORED,
    attention_at TEXT AS (body ->> '$.attentionAt') STORED,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX due ON documents (attention_at, id) WHERE attention_at IS NOT NULL;
  CREATE INDEX open_ones ON documents (open) WHERE open = 1;
  CREATE INDEX by_receiver ON documents (receiver_id) WHERE receiver_id IS NOT NULL;
`;

/** A separate table for trying whether there is room, so that a walk over the documents never meets that trial. */
const room = 'CREATE TABLE IF NOT EXISTS room (filler BLOB) STRICT';

const versionOf = (db: DatabaseSync): number => Number(db.prepare('PRAGMA user_version').get()?.user_version);

/** Tells whether the file has the tables of this version; throws when a newer version of the bot has written it. */
export function isPrepared(db: DatabaseSync): boolean {
  return knownVersionOf(db) === version;
}

function knownVersionOf(db: DatabaseSync): number {
  const found = versionOf(db);
  if (found > version) {
    throw new Error(
      `de tabellen zijn van versie ${found}, en deze Klachtenbot kent tot en met ${version}; start de nieuwere Klachtenbot die het schreef`,
    );
  }
  return found;
}

/** The statements that bring the tables of each version to the next; those of 1, of 0.7.0 and before, had no search and counted no erasures. */
const upgrades = [
  `${tables} ${searchTables} ${erasureTable} ${noErasures}`,
  `${searchTables} ${indexAll}; ${erasureTable} ${earlierErasures}`,
];

/** Tells whether a database holds tables and is no register: those of another program, or what is left of a register. */
export const isOfAnother = (db: DatabaseSync): boolean =>
  db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!')
        AND (SELECT count(*) FROM pragma_table_xinfo('documents') WHERE name IN ('id', 'etag', 'body')) < 3 AS another`,
    )
    .get()?.another === 1;

/** Makes the tables that are not there; opening a register that has them needs no lock. */
export function prepareSchema(db: DatabaseSync): void {
  if (!isPrepared(db)) makeTables(db);
  db.exec(room);
}

function makeTables(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    // Two processes may start on a new file at the same moment.
    if (!isPrepared(db)) db.exec(`${upgrades[knownVersionOf(db)]} PRAGMA user_version = ${version};`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Watches the schema: names the tables, indexes and other parts that are not exactly as this version makes them at this moment: an
 * index can leave documents out, and a trigger can change them. It is read each time, because whoever writes in the file can also
 * put back the number by which SQLite counts changes.
 */
export function schemaWatch(db: DatabaseSync): () => string[] {
  const parts = db.prepare(partsOfSchema);
  const whole = db.prepare(schemaAsText);
  const made = schemaMade();
  let asMade: unknown;
  return () => {
    const text = whole.get()?.text;
    if (text === asMade) return [];
    const found = schemaIn(parts);
    const names = new Set([...found.keys(), ...made.keys()]);
    const faults = [...names].filter((name) => found.get(name) !== made.get(name)).sort();
    if (faults.length === 0) asMade = text;
    return faults;
  };
}

const partsOfSchema = 'SELECT name, type, tbl_name, sql FROM sqlite_schema';

/** The same as one text, which is compared in one go. */
const schemaAsText =
  'SELECT json_group_array(json_array(name, type, tbl_name, sql)) AS text FROM sqlite_schema';

function schemaMade(): Map<string, string> {
  const db = new DatabaseSync(':memory:');
  try {
    prepareSchema(db);
    return schemaIn(db.prepare(partsOfSchema));
  } finally {
    db.close();
  }
}

const schemaIn = (parts: StatementSync): Map<string, string> =>
  new Map(parts.all().map(({ name, type, tbl_name, sql }) => [String(name), `${type} ${tbl_name} ${sql}`]));

/** The generated columns. */
const found = 'kind, open, receiver_id, next_day_to_act, attention_at';

/** Every statement of the store; each finds its rows by an index, so that it costs what it returns. */
export const queries = {
  read: `SELECT etag, body, ${found} FROM documents WHERE id = ?`,
  create: 'INSERT INTO documents (id, etag, body) VALUES (?, 1, ?) ON CONFLICT DO NOTHING',
  /** Replaces nothing that a newer bot wrote, also where that was put there under the same etag. */
  replace: `UPDATE documents SET etag = etag + 1, body = ? WHERE id = ? AND etag = ? AND CASE
    WHEN NOT json_valid(body) THEN 1
    WHEN typeof(body ->> '$.schema') = 'integer' THEN body ->> '$.schema' <= ${schema}
    ELSE 1 END`,
  due: 'SELECT id FROM documents WHERE attention_at <= ? ORDER BY attention_at, id LIMIT ?',
  open: 'SELECT id, etag, body FROM documents WHERE open = 1',
  registeredBy: 'SELECT id, etag, body FROM documents WHERE receiver_id = ?',
  walk: `SELECT id, etag, body, ${found} FROM documents WHERE id > ? ORDER BY id LIMIT 100`,
  /** Covered by the index, so that it also works where a page of the table cannot be read. */
  ids: 'SELECT id FROM documents WHERE id > ? ORDER BY id LIMIT ?',
} as const;
