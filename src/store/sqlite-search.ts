import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Document } from '../register/model/dossier.ts';
import { wordsOf } from '../register/model/search-words.ts';
import type { Search } from '../register/model/store.ts';
import { numberAt, placeOf } from './order.ts';

/**
 * The index of words: a row for each word of each dossier, and the list of all words of a dossier, from which a save finds what to
 * change. `indexing` has a row while dossiers of an earlier version wait to be indexed: up to which id that has been done.
 */
export const searchTables = `
  CREATE TABLE words (word TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (word, place)) STRICT, WITHOUT ROWID;
  CREATE TABLE word_lists (place INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
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
  done: 'SELECT done FROM indexing',
  setDone: 'UPDATE indexing SET done = ?',
  finish: 'DELETE FROM indexing',
  next: 'SELECT id, etag, body FROM documents WHERE id > ? ORDER BY id LIMIT ?',
} as const;

/** The most that one search reads, whatever the size of the register: rows of a word, words with one beginning, dossiers of a word. */
const most = { rows: 500, words: 100, places: 300 };

/** A character that comes after every character of a word. */
const last = '\u{10FFFF}';

/** The candidates of a search, the newest first; `next`: where to go on. 'vague': every word begins too many others. */
export type Candidates = { numbers: CaseNumber[]; next?: CaseNumber } | 'vague';

/** Places of dossiers, the highest first; not complete where there may be lower ones. */
type Places = { places: number[]; isComplete: boolean };

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

  return {
    /** Brings the index of a dossier up to date; part of the transaction in which it is written. */
    note(document: Document): void {
      const place = document.kind === 'dossier' ? placeOf(document.id) : undefined;
      if (place === undefined) return;
      const [before, now] = [listOf(place), listed(wordsOf(document))];
      if (before === now) return;
      const [had, has] = [wordsIn(before), wordsIn(now)];
      for (const word of had) if (!has.has(word)) run('remove').run(word, place);
      for (const word of has) if (!had.has(word)) run('add').run(word, place);
      if (has.size > 0) run('keep').run(place, now);
      else run('drop').run(place);
    },

    /** Finds which dossiers have all of these words, as far as the index knows. */
    candidates({ words, before, limit, except }: Search): Candidates {
      const below = (before && placeOf(before)) ?? Number.MAX_SAFE_INTEGER;
      if (words.length === 0) return { numbers: [] };
      const found = placesOf(words, below);
      if (!found) return 'vague';
      const numbers: CaseNumber[] = [];
      for (const [index, place] of found.places.entries()) {
        const number = numberAt(place);
        const list = listOf(place);
        if (number !== except && words.every((word) => list.includes(` ${word}`))) numbers.push(number);
        if (numbers.length === limit && !(found.isComplete && index === found.places.length - 1))
          return { numbers, next: number };
      }
      const lowest = found.places.at(-1);
      return found.isComplete || lowest === undefined ? { numbers } : { numbers, next: numberAt(lowest) };
    },

    /**
     * Indexes the next dossiers of an earlier version, in the transaction of the caller, which reads their documents. Tells whether
     * there are more.
     */
    indexNext(limit: number, documentOf: (row: Record<string, unknown>) => Document[]): boolean {
      const done = run('done').get()?.done;
      if (done === undefined) return false;
      const rows = run('next').all(done, limit);
      for (const row of rows) for (const document of documentOf(row)) this.note(document);
      const reached = rows.at(-1)?.id;
      if (reached === undefined) run('finish').run();
      else run('setDone').run(reached);
      return reached !== undefined;
    },
  };
}

/** Writes a list of words so that each of them follows a space. */
const listed = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('');

const wordsIn = (list: string): Set<string> => new Set(list.split(' ').filter((word) => word !== ''));

const descending = (places: readonly number[]): number[] =>
  [...new Set(places)].sort((one, other) => other - one);
