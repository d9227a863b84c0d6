import type { Document, Dossier } from '../register/model/dossier.ts';
import { isJustRedacted } from '../register/model/redact.ts';
import { Conflict, type Search, type Store, Unwritten, type Write } from '../register/model/store.ts';
import { keptDocuments } from './kept-documents.ts';
import { metDocuments } from './met-documents.ts';
import { nearestFirst, newestFirst } from './order.ts';
import { type Database, openDatabase } from './sqlite-database.ts';
import { retryWhileLocked, unwritten } from './sqlite-faults.ts';
import { checkedContentOf, contentOf, type Row } from './sqlite-rows.ts';

/** In milliseconds. */
export type SqliteOptions = {
  /** How long a read or write waits for another process that writes. */
  lockTimeoutMs?: number;
  /** How often the WAL is checkpointed, and how soon again after a reader prevented that. */
  checkpointEveryMs?: number;
  checkpointAgainMs?: number;
};

/** Counts the etag of a document up, as writing does; the first is 1. */
const following = (etag: string | undefined): string => String(Number(etag ?? 0) + 1);

/** Finds candidates and reads their rows. */
function candidateRows({ search, rows }: Database, asked: Search) {
  const found = search.candidates(asked);
  const numbers = found === 'vague' ? [] : found.numbers;
  return { found, rows: numbers.flatMap((number) => rows.rowOf(number) ?? []) };
}

/**
 * Keeps the register in one SQLite file, which several processes may use at once. Makes the file and its folder where
 * missing; ':memory:' keeps nothing. Throws if the file cannot be opened, is no register, or is of a newer version.
 * Waiting for another process never blocks the event loop. A file that is removed or replaced while the bot runs is
 * noticed before and after every write.
 */
export function sqliteStore(
  path: string,
  { lockTimeoutMs = 2_000, checkpointEveryMs = 60_000, checkpointAgainMs = 1_000 }: SqliteOptions = {},
): Store {
  let database = openDatabase(path);
  const met = metDocuments();
  const reading = retryWhileLocked(lockTimeoutMs);
  const writing = retryWhileLocked(lockTimeoutMs);
  let hasLog = true;
  let nextCheckpoint = setTimeout(checkpoint, checkpointEveryMs).unref();

  /** Truncates the WAL, which may hold what was erased from the file; while somebody reads, that is tried again later. */
  function emptyLog(): void {
    hasLog = database.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy !== 0;
  }

  /** Truncates the WAL unless another file has taken the place of ours. */
  function emptyLogInPlace(): void {
    try {
      if (database.readsOnly) return;
      database.files.assertInPlace();
      emptyLog();
    } catch {
      // The next write, or the next check, meets the same error and reports it.
    }
  }

  function checkpoint(): void {
    if (hasLog) emptyLogInPlace();
    nextCheckpoint = setTimeout(checkpoint, hasLog ? checkpointAgainMs : checkpointEveryMs).unref();
  }

  /** Returns the register for writing; opens it anew if the disk had no room for writing before. */
  function forWriting(): Database {
    if (database.readsOnly) {
      if (database.db.isOpen) database.db.close();
      database = openDatabase(path, 0);
    }
    if (database.readsOnly) throw new Unwritten('full');
    // A closed database reports that itself.
    if (database.db.isOpen) database.files.assertInPlace();
    return database;
  }

  /** Runs a write and retries while another process writes; throws `Unwritten` where it is certain that nothing was written. */
  const change = <T>(work: (database: Database) => T): Promise<T> =>
    writing(() => {
      const found = forWriting();
      return found.write(() => work(found));
    }).catch((error: unknown) => {
      throw unwritten(error);
    });

  /** Throws if the file went during the write: then nobody knows whether it was kept. */
  function assertKept(): void {
    try {
      database.files.assertInPlace();
    } catch (cause) {
      throw new Error('the register went while it was written', { cause });
    }
  }

  async function writeTogether(writes: readonly Write[]): Promise<void> {
    const rows = writes.map(({ document, etag }) => ({
      document,
      id: document.id,
      etag,
      body: JSON.stringify(document),
    }));
    const erases = writes.some(
      ({ document }) =>
        (document.kind === 'dossier' && document.complaint.erased) || isJustRedacted(document),
    );
    await change(({ create, replace, search, erasures }) => {
      for (const { document, id, etag, body } of rows) {
        const { changes } = etag === undefined ? create.run(id, body) : replace.run(body, id, Number(etag));
        if (changes === 0) throw new Conflict(id);
        search.note(document);
      }
      search.keepUp();
      if (erases) erasures.note();
    });
    assertKept();
    for (const { document, etag, body } of rows)
      if (document.kind === 'memo') whole.wrote(document, following(etag), body);
    hasLog = true;
    if (erases) emptyLog();
  }

  /** Rewrites the file after erasures; one that others use too long, now or when its log is emptied, waits for the next time. */
  async function rewriteErased(): Promise<void> {
    if ((await reading(() => database.erasures.due())) === undefined) return;
    // A reader who stays would have each rewrite add the whole file to the WAL.
    forWriting();
    emptyLog();
    if (hasLog) return;
    let upTo: number | undefined;
    try {
      upTo = await writing(() => forWriting().rewrite());
    } finally {
      emptyLogInPlace();
    }
    if (hasLog || upTo === undefined) return;
    const rewritten = upTo;
    await change(({ erasures }) => erasures.finish(rewritten));
    hasLog = true;
  }

  const whole = keptDocuments((row) => met.read(...checkedContentOf(row)));
  const listed = keptDocuments((row) => met.read(...contentOf(row)));

  /** Notes that a document is readable, also where it is one that was kept. */
  function readable(document: Document): Document {
    met.isFine(document.id);
    return document;
  }

  const dossiersIn = (rows: Row[]): Dossier[] =>
    rows.flatMap((row) => met.dossierIfPossible(() => readable(listed.of(row))));

  return {
    async read(id) {
      const row = await reading(() => database.rows.rowOf(id));
      if (row) return { document: readable(whole.of(row)), etag: row.etag };
      met.isFine(id);
      return undefined;
    },
    async write(document, etag) {
      await writeTogether([{ document, etag }]);
      return following(etag);
    },
    writeTogether,
    async due(at, limit) {
      const rows = await reading(() => database.due.all(at, limit));
      return rows.map(({ id }) => String(id));
    },
    async list(selection) {
      if ('registeredBy' in selection) {
        const rows = await reading(() => database.rows.registeredBy(selection.registeredBy));
        return dossiersIn(rows).sort(newestFirst);
      }
      const rows = await reading(() => database.rows.open());
      return dossiersIn(rows).sort(nearestFirst);
    },
    async search(asked) {
      const { found, rows } = await reading(() => candidateRows(database, asked));
      if (found === 'vague') return found;
      return { dossiers: dossiersIn(rows), ...(found.next && { next: found.next }) };
    },
    async indexMore() {
      if (!(await reading(() => database.search.hasMore()))) return false;
      const documentsIn = (row: Row | undefined) =>
        row ? met.ifPossible(() => met.read(...contentOf(row))) : [];
      // Before the transaction: in one that met a damaged page, SQLite writes nothing more.
      const earlier = await reading(() => {
        const after = database.search.earlierAfter();
        return { after, rows: after === undefined ? [] : database.rows.page(after) };
      });
      const lost = new Set(earlier.rows.filter((row) => documentsIn(row).length === 0).map(({ id }) => id));
      const next = { after: earlier.after, ids: earlier.rows.map(({ id }) => id) };
      await change(({ search, rows }) =>
        search.indexMore(next, (id) => (lost.has(id) ? [] : documentsIn(rows.rowOf(id)))),
      );
      hasLog = true;
      return true;
    },
    async rewriteErased() {
      try {
        await rewriteErased();
      } catch (error) {
        const cause = unwritten(error);
        if (!(cause instanceof Unwritten && cause.code === 'busy')) throw cause;
      }
    },
    async *all() {
      // Page by page: an open statement would keep the WAL from being truncated.
      const page = (after: string) => reading(() => database.rows.page(after));
      let rows = await page('');
      while (rows.length > 0) {
        for (const row of rows)
          yield* met
            .ifPossible(() => met.read(...checkedContentOf(row)))
            .map((document) => ({ document, etag: row.etag }));
        rows = await page(rows.at(-1)?.id ?? '');
      }
    },
    unreadable: met.unreadable,
    async faults() {
      return reading(() => database.faults());
    },
    async check() {
      await change(({ tryWriting }) => tryWriting());
    },
    async close() {
      clearTimeout(nextCheckpoint);
      if (!database.db.isOpen) return;
      emptyLogInPlace();
      database.db.close();
    },
  };
}
