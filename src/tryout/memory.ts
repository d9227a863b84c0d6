import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** A message in a conversation. */
export type Said = {
  id: string;
  /** 'bot', or the id of the person who said it. */
  from: string;
  name: string;
  text: string;
  /** The Adaptive Card, as the bot sent it. */
  card?: unknown;
  /** The file that the bot offers (file consent), with the data that it wants back in the answer. */
  offer?: { name: string; description: string; size: number; accept: unknown; decline: unknown };
  /** The file that the bot has delivered, and its address. */
  file?: { name: string; url: string };
  /** The files that were sent with it. */
  sent?: { name: string; url: string; isPicture: boolean }[];
  /** The letter by e-mail that it is, with its files. */
  mail?: { to: string; subject: string; files: { name: string; url: string }[] };
  /** Instant, try-out time. */
  at: string;
  /** How often the bot has replaced it. */
  edited: number;
  /** Whether it shows in the activity feed. */
  notify: boolean;
  /** The text that it shows there. */
  summary?: string;
};

/** A file in somebody's OneDrive; without bytes it is a place for one. */
type StoredFile = { name: string; bytes?: Uint8Array<ArrayBuffer> };

/** How long opening waits for a try-out that is just stopping, in milliseconds; nobody is served yet. */
const openingMs = 5_000;

/** The memory of the stand-in for Teams, in one SQLite file of its own. */
export type Memory = {
  add(chatId: string, said: Said): void;
  find(chatId: string, id: string): Said | undefined;
  replace(chatId: string, said: Said): void;
  remove(chatId: string, id: string): boolean;
  all(chatId: string): Said[];
  keepFile(id: string, file: StoredFile): void;
  file(id: string): StoredFile | undefined;
  note(key: string, value: unknown): void;
  noted(key: string): unknown;
  close(): void;
};

const schema = `
  CREATE TABLE IF NOT EXISTS said (chat TEXT, id TEXT, body TEXT, PRIMARY KEY (chat, id));
  CREATE TABLE IF NOT EXISTS file (id TEXT PRIMARY KEY, name TEXT, bytes BLOB);
  CREATE TABLE IF NOT EXISTS note (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
`;

/** Result code of SQLite (sqlite.org/rescode.html): another process holds the lock. */
const busy = 5;

/** Opens the file exclusively, so that no write ever waits for a lock and blocks the event loop. */
function openAlone(file: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: openingMs });
    db.exec(
      `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${schema}`,
    );
    return db;
  } catch (cause) {
    db?.close();
    const message = cause instanceof Error ? cause.message : String(cause);
    const errcode = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) : 0;
    const reason =
      (errcode & 0xff) === busy
        ? 'another try-out keeps its chats there. Stop that one, or start this one with a STORE in another folder'
        : message;
    throw new Error(`cannot open ${file}, the chats of the try-out: ${reason}`, { cause });
  }
}

/** Result codes of SQLite: a full disk, and an I/O error (the low byte of its kinds). */
const unwritable = [13, 10];

/** Tries whether the disk has room; if not, earlier messages are read, and new ones are kept for this process only. */
const tryWriting = "INSERT INTO note VALUES ('room', zeroblob(65536)); DELETE FROM note WHERE key = 'room'";

function openWithRoom(file: string): DatabaseSync {
  const db = openAlone(file);
  try {
    db.exec(tryWriting);
    return db;
  } catch (error) {
    const { errcode = 0 } = error as { errcode?: number };
    if (!unwritable.includes(errcode & 0xff)) throw error;
  }
  const inMemory = openAlone(':memory:');
  for (const [table, columns] of Object.entries({ said: 3, file: 3, note: 2 })) {
    const insert = inMemory.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join()})`);
    const order = table === 'said' ? 'ORDER BY rowid' : '';
    for (const row of db.prepare(`SELECT * FROM ${table} ${order}`).all()) insert.run(...Object.values(row));
  }
  db.close();
  return inMemory;
}

/**
 * Opens the memory. Throws, naming the file and what to do, when another try-out has it open.
 * @param file where to keep it; ':memory:' forgets
 */
export function openMemory(file: string): Memory {
  const db = openWithRoom(file);
  const add = db.prepare('INSERT INTO said (chat, id, body) VALUES (?, ?, ?)');
  const find = db.prepare('SELECT body FROM said WHERE chat = ? AND id = ?');
  const replace = db.prepare('UPDATE said SET body = ? WHERE chat = ? AND id = ?');
  const remove = db.prepare('DELETE FROM said WHERE chat = ? AND id = ?');
  const all = db.prepare('SELECT body FROM said WHERE chat = ? ORDER BY rowid');
  const keepFile = db.prepare(
    'INSERT INTO file VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes',
  );
  const fileOf = db.prepare('SELECT name, bytes FROM file WHERE id = ?');
  const note = db.prepare('INSERT INTO note VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const noted = db.prepare('SELECT value FROM note WHERE key = ?');

  return {
    add: (chatId, said) => void add.run(chatId, said.id, JSON.stringify(said)),
    find: (chatId, id) => parsed(find.get(chatId, id)?.body) as Said | undefined,
    replace: (chatId, said) => void replace.run(JSON.stringify(said), chatId, said.id),
    remove: (chatId, id) => remove.run(chatId, id).changes > 0,
    all: (chatId) => all.all(chatId).map((row) => parsed(row.body) as Said),
    keepFile: (id, { name, bytes }) => void keepFile.run(id, name, bytes ?? null),
    file: (id) => {
      const row = fileOf.get(id);
      if (!row) return undefined;
      return { name: String(row.name), bytes: (row.bytes as Uint8Array<ArrayBuffer> | null) ?? undefined };
    },
    note: (key, value) => void note.run(key, JSON.stringify(value)),
    noted: (key) => parsed(noted.get(key)?.value),
    close: () => db.close(),
  };
}

/**
 * Reads how far try-out time was ahead of real time when it last moved, in milliseconds. Undefined when it was never opened.
 */
export function savedClock(file: string): { offsetMs: number } | undefined {
  if (file === ':memory:' || !existsSync(file)) return undefined;
  const memory = openMemory(file);
  const offsetMs = memory.noted('offsetMs');
  memory.close();
  return typeof offsetMs === 'number' ? { offsetMs } : undefined;
}

/** Forgets all that is kept in that file. */
export function forgetEverything(file: string): void {
  const db = openAlone(file);
  for (const table of ['said', 'file', 'note']) db.exec(`DELETE FROM ${table}`);
  db.close();
}

function parsed(json: unknown): unknown {
  return typeof json === 'string' ? JSON.parse(json) : undefined;
}
