import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Document } from '../register/model/dossier.ts';
import { wordsOf } from '../register/model/search-words.ts';
import type { Search } from '../register/model/store.ts';
import { numberAt, placeOf } from './order.ts';

/**
 * The index of words: a row for each word of each dossier, and the list of all words of a dossier, from which a save finds what to
 * change. A new dossier has its list in `unindexed` only, one row instead of forty, until it is indexed. `indexing` has a row while
 * dossiers of an earlier version are still to get a list: up to which id that has been done.
 */
export const searchTables = `
  CREATE TABLE words (word TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (word, place)) STRICT, WITHOUT ROWID;
  CREATE TABLE word_lists (place INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
  CREATE TABLE unindexed (place INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
  CREATE TABLE indexing (done TEXT NOT NULL) STRICT;
`;

/** Says that every dossier of an existing register is still to be indexed. */
export const indexAll = `INSERT INTO indexing VALUES ('')`;

/** Every statement of the search; each reads a stretch of an index, and stops at its limit. */
const statements = {
  listOf: 'SELECT words FROM word_lists WHERE place = ?',
  keep: 'INSERT INTO word_lists VALUES (?, ?) ON CONFLICT DO UPDATE SET words = excluded.words',
  drop: 'DELETE FROM word_lists WHERE place = ?',
  add: 'INSERT INTO words VALUES (?, ?) ON CONFLICT DO NOTHING',
  remove: 'DELETE FROM words WHERE word = ? AND place = ?',
  places: 'SELECT place FROM words WHERE word >= ? AND word < ? LIMIT ?',
  newest: 'SELECT place FROM words WHERE word = ? AND place < ? ORDER BY place DESC LIMIT ?',
  /** Jumps from each word to the next, whatever number of dossiers has it. */
  complete: `WITH RECURSIVE found (word) AS (
      SELECT min(word) FROM words WHERE word >= ?1 AND word < ?2
      UNION ALL
      SELECT (SELECT min(word) FROM words WHERE word > found.word AND word < ?2) FROM found WHERE found.word IS NOT NULL
    ) SELECT word FROM found WHERE word IS NOT NULL LIMIT ?3`,
  await: `INSERT INTO unindexed VALUES (?, ?)
    ON CONFLICT DO UPDATE SET words = excluded.words WHERE words <> excluded.words`,
  leave: 'DELETE FROM unindexed WHERE place = ?',
  oldestUnindexed: 'SELECT place, words FROM unindexed ORDER BY place LIMIT ?',
  unindexedBelow: 'SELECT place, words FROM unindexed WHERE place < ?',
  span: 'SELECT (SELECT max(place) FROM unindexed) - (SELECT min(place) FROM unindexed) AS span',
  done: 'SELECT done FROM indexing',
  setDone: 'UPDATE indexing SET done = ?',
  finish: 'DELETE FROM indexing',
} as const;

/** The most that one search reads, whatever the size of the register: rows of a word, words with one beginning, dossiers of a word. */
const most = { rows: 500, words: 100, places: 300 };

/** How many dossiers are indexed in one transaction, and the most that wait for it while others are written. */
const [indexedAtOnce, mostUnindexed] = [100, 500];

/** A character that comes after every character of a word. */
const last = '\u{10FFFF}';

/** The candidates of a search, the newest first; `next`: where to go on. 'vague': every word begins too many others. */
export type Candidates = { numbers: CaseNumber[]; next?: CaseNumber } | 'vague';

/** Places of dossiers, the highest first; not complete where there may be lower ones. */
type Places = { places: number[]; isComplete: boolean };

/** The ids of the next dossiers of an earlier version; without `after` where there are none to index. */
export type Earlier = { after?: string | undefined; ids: readonly string[] };

/** Finds dossiers by words, in a time that does not grow with the register. */
export function sqliteSearch(db: DatabaseSync) {
  const prepared = new Map<string, StatementSync>();
  /** Prepares a statement when it is first used. */
  function run(name: keyof typeof statements): StatementSync {
    const known = prepared.get(name) ?? db.prepare(statements[name]);
    prepared.set(name, known);
    return known;
  }
  const listOf = (place: number): string => String(run('listOf').get(place)?.words ?? '');

  /** Lists all places of the word that the fewest dossiers have; undefined where each has many. */
  function fewest(words: readonly string[]): number[] | undefined {
    let found: number[] | undefined;
    for (const word of words) {
      const rows = run('places').all(word, word + last, most.rows + 1);
      if (rows.length <= most.rows && rows.length < (found?.length ?? Number.POSITIVE_INFINITY))
        found = rows.map(({ place }) => Number(place));
    }
    return found;
  }

  /** Lists the newest places of the word that is the beginning of the fewest others; undefined where each has many. */
  function newest(words: readonly string[], below: number): Places | undefined {
    const [whole] = words
      .map((word) => run('complete').all(word, word + last, most.words + 1))
      .filter(({ length }) => length <= most.words)
      .sort((one, other) => one.length - other.length);
    if (!whole) return undefined;
    const lists = whole.map(({ word }) => run('newest').all(String(word), below, most.places));
    const places = descending(lists.flatMap((rows) => rows.map(({ place }) => Number(place))));
    const isComplete = places.length <= most.places && lists.every(({ length }) => length < most.places);
    return { places: places.slice(0, most.places), isComplete };
  }

  function placesOf(words: readonly string[], below: number): Places | undefined {
    const all = fewest(words);
    if (!all) return newest(words, below);
    return { places: descending(all.filter((place) => place < below)), isComplete: true };
  }

  /** Keeps the words of a dossier that is not indexed yet, in one row. */
  function wait(place: number, words: string): void {
    if (words === '') run('leave').run(place);
    else run('await').run(place, words);
  }

  /** Changes the index from the words that a dossier had to those that it has. */
  function change(place: number, before: string, now: string): void {
    const [had, has] = [wordsIn(before), wordsIn(now)];
    for (const word of had) if (!has.has(word)) run('remove').run(word, place);
    for (const word of has) if (!had.has(word)) run('add').run(word, place);
    if (has.size > 0) run('keep').run(place, now);
    else run('drop').run(place);
  }

  /** Indexes the oldest dossiers that wait for it; tells whether there were any. */
  function indexOldest(): boolean {
    const rows = run('oldestUnindexed').all(indexedAtOnce);
    for (const row of rows) {
      const [place, words] = [Number(row.place), String(row.words)];
      change(place, listOf(place), words);
      run('leave').run(place);
    }
    return rows.length > 0;
  }

  return {
    /** Notes the words of a dossier; part of the transaction in which it is written. */
    note(document: Document): void {
      const place = document.kind === 'dossier' ? placeOf(document.id) : undefined;
      if (place === undefined) return;
      const [indexed, now] = [listOf(place), listed(wordsOf(document))];
      if (indexed === '') wait(place, now);
      else if (indexed !== now) change(place, indexed, now);
    },

    /**
     * Indexes some dossiers when too many may wait for it; part of a transaction of the caller. From the oldest to the newest there
     * are at most so many, and their places are found without reading what is between them.
     */
    keepUp(): void {
      if (Number(run('span').get()?.span) >= mostUnindexed - 1) indexOldest();
    },

    /** Finds which dossiers have all of these words, as far as the index knows. */
    candidates({ words, before, limit, except }: Search): Candidates {
      const below = (before && placeOf(before)) ?? Number.MAX_SAFE_INTEGER;
      if (words.length === 0) return { numbers: [] };
      const hasAll = (list: string): boolean => words.every((word) => list.includes(` ${word}`));
      // Before the index, because another process may move them there meanwhile.
      const unindexed = run('unindexedBelow').all(below);
      const found = placesOf(words, below);
      if (!found) return 'vague';
      const waiting = new Set(
        unindexed.filter((row) => hasAll(String(row.words))).map(({ place }) => Number(place)),
      );
      const lowest = found.isComplete ? 0 : (found.places.at(-1) ?? 0);
      const places = descending([...found.places, ...[...waiting].filter((place) => place > lowest)]);
      const numbers: CaseNumber[] = [];
      for (const [index, place] of places.entries()) {
        const number = numberAt(place);
        if (number !== except && (waiting.has(place) || hasAll(listOf(place)))) numbers.push(number);
        if (numbers.length === limit && !(found.isComplete && index === places.length - 1))
          return { numbers, next: number };
      }
      return found.isComplete || lowest === 0 ? { numbers } : { numbers, next: numberAt(lowest) };
    },

    /** Tells whether there is anything to index. */
    hasMore: (): boolean => Boolean(run('oldestUnindexed').get(1) ?? run('done').get()),

    /** Finds after which id dossiers of an earlier version are still to get their words, once no others wait; undefined when none are. */
    earlierAfter(): string | undefined {
      const done = run('oldestUnindexed').get(1) ? undefined : run('done').get()?.done;
      return done === undefined ? undefined : String(done);
    },

    /**
     * Indexes the next dossiers that wait for it, and after those has the next of an earlier version wait too; in the transaction of
     * the caller, which reads the documents of those ids, the next after `after`.
     */
    indexMore({ after, ids }: Earlier, documentsOf: (id: string) => Document[]): void {
      if (indexOldest() || run('done').get()?.done !== after) return;
      for (const id of ids) for (const document of documentsOf(id)) this.note(document);
      const reached = ids.at(-1);
      if (reached === undefined) run('finish').run();
      else run('setDone').run(reached);
    },
  };
}

/** Writes a list of words so that each of them follows a space. */
const listed = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('');

const wordsIn = (list: string): Set<string> => new Set(list.split(' ').filter((word) => word !== ''));

const descending = (places: readonly number[]): number[] =>
  [...new Set(places)].sort((one, other) => other - one);
