import type { DatabaseSync } from 'node:sqlite';

/** The most characters that are kept. */
const mostKept = 2_000_000;

/**
 * Keeps the rows that were read until somebody commits something, so that asking the same again costs a number and not the
 * texts: SQLite counts the commits of other connections, and `forget` is called for our own.
 */
export function keptRows<Row extends { body: string }>(db: DatabaseSync) {
  const commits = db.prepare('PRAGMA data_version');
  const kept = new Map<string, Row[]>();
  let keptSince: unknown;
  let size = 0;

  function forget(): void {
    kept.clear();
    size = 0;
  }

  return {
    forget,
    /** Returns the rows that answer a question; asks only where they are not kept. */
    rows(question: string, ask: () => Row[]): Row[] {
      const now = commits.get()?.data_version;
      if (now !== keptSince) forget();
      keptSince = now;
      const before = kept.get(question);
      if (before) return before;
      const found = ask();
      size += found.reduce((sum, { body }) => sum + body.length, question.length);
      if (size > mostKept) forget();
      else kept.set(question, found);
      return found;
    },
  };
}
