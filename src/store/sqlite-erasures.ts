import type { DatabaseSync } from 'node:sqlite';

/**
 * Counts the erasures, and up to which of them the file was rewritten since. Both only grow, so that who finishes a rewrite cannot
 * count an erasure that another process did meanwhile.
 */
export const erasureTable =
  'CREATE TABLE erasures (erased INTEGER NOT NULL, rewritten INTEGER NOT NULL) STRICT;';

/** The counts of a new file, and those of one of an earlier version, which rewrote nothing after an erasure. */
export const [noErasures, earlierErasures] = [
  'INSERT INTO erasures VALUES (0, 0);',
  'INSERT INTO erasures VALUES (1, 0);',
];

/** How far the file was rewritten; `isDue`: it is to be rewritten again, and may become smaller by that. */
export type Rewritten = { upTo: number; isDue: boolean };

/**
 * Keeps account of what is to be rewritten. SQLite zeroes what is deleted (secure_delete), but not the copy that stays behind in a
 * page from which it moves rows to another; only VACUUM, which writes every page anew, leaves none.
 */
export function sqliteErasures(db: DatabaseSync) {
  const counts = db.prepare('SELECT erased, rewritten FROM erasures');
  const note = db.prepare('UPDATE erasures SET erased = erased + 1');
  const finish = db.prepare('UPDATE erasures SET rewritten = max(rewritten, ?)');

  /** Reads how many were erased, and up to which of them the file was rewritten. */
  function read() {
    const { erased, rewritten } = counts.get() ?? {};
    return { erased: Number(erased), upTo: Number(rewritten) };
  }

  /** Returns up to which erasure the file is to be rewritten; undefined when none is left. */
  function due(): number | undefined {
    const { erased, upTo } = read();
    return upTo < erased ? erased : undefined;
  }

  return {
    due,
    /** Notes an erasure; part of the transaction in which it is written. */
    note: () => note.run(),
    /** Notes up to which erasure nothing is left in the file and its log. */
    finish: (upTo: number) => finish.run(upTo),
    /** Returns how far the file was rewritten; undefined where that cannot be read, as in a file that was cut off. */
    rewritten(): Rewritten | undefined {
      try {
        const { erased, upTo } = read();
        return { upTo, isDue: upTo < erased };
      } catch {
        return undefined;
      }
    },
  };
}
