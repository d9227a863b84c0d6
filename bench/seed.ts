import { DatabaseSync } from 'node:sqlite';
import { caseNumber } from '../src/procedure/model/case-number.ts';
import type { Document, Dossier } from '../src/register/model/dossier.ts';
import { append, eventOf, type JournalEntry } from '../src/register/model/journal.ts';
import { prepareSchema, queries } from '../src/store/sqlite-schema.ts';
import { sqliteSearch } from '../src/store/sqlite-search.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { exemplars } from './lives.ts';
import { people } from './office.ts';

/** How many dossiers a sweep finds to be due. */
export const dueCount = 20;

/** How many are open, however many are stored: the due ones are one in three, as `exemplars` has two others. */
export const openCount = 3 * dueCount;

/** Forms that an intake document remembers. */
const remembered = 200;

/**
 * Fills a new SQLite file with that many dossiers (100 at the least), `dueCount` of them due at `sweptAt` and
 * `openCount` open, spread over the file, all indexed for search. In one transaction without waiting for the disk: what it holds is worth
 * nothing.
 */
export async function seed(path: string, stored: number): Promise<void> {
  const { due, open, closed } = await exemplars();
  const closedText = JSON.stringify(closed);
  const inTurn = [due, ...open];
  const everyNth = Math.floor(stored / openCount);

  /** Makes a dossier: closed ones are copies with the hashes of the other, because no work here reads those. */
  function made(n: number): { body: string; dossier: Dossier } {
    const turn = n / everyNth;
    if (Number.isInteger(turn) && turn <= openCount) {
      const dossier = renumbered(inTurn[turn % inTurn.length] ?? due, n);
      return { body: JSON.stringify(dossier), dossier };
    }
    const id = caseNumber(numberOf(n));
    const dossier = { ...closed, id, complaint: { ...closed.complaint, number: id } };
    return { body: closedText.replaceAll(closed.id, id), dossier };
  }

  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  prepareSchema(db);
  const create = db.prepare(queries.create);
  const index = sqliteSearch(db);
  db.exec('BEGIN');
  for (let n = 1; n <= stored; n += 1) {
    const { body, dossier } = made(n);
    create.run(numberOf(n), body);
    index.note(dossier);
    index.keepUp();
  }
  const desk = intakeAfter(stored);
  create.run(desk.id, JSON.stringify(desk));
  db.exec('COMMIT');
  db.close();
  await indexAll(path);
}

/** Indexes what still waits for it, as the sweep does. */
async function indexAll(path: string): Promise<void> {
  const store = sqliteStore(path);
  while (await store.indexMore());
  await store.close();
}

const numberOf = (n: number): string => `K-2026-${String(n).padStart(4, '0')}`;
const formOf = (n: number): string => `form-${n}`;

/** The same dossier under another number, with a journal whose hashes are right. */
function renumbered(exemplar: Dossier, n: number): Dossier {
  const copy: Dossier = JSON.parse(JSON.stringify(exemplar).replaceAll(exemplar.id, numberOf(n)));
  const journal = copy.journal.reduce<JournalEntry[]>(
    (before, entry) => append(before, eventOf(entry), entry.erasable?.by ?? people.officer, entry.at),
    [],
  );
  return { ...copy, journal, forms: [formOf(n)] };
}

/** Makes the intake document after that many complaints, so that the next one gets the next number. */
function intakeAfter(stored: number): Document {
  const from = Math.max(1, stored - remembered + 1);
  const taken = Array.from({ length: stored - from + 1 }, (_, i) => ({
    form: formOf(from + i),
    number: numberOf(from + i),
  }));
  return {
    kind: 'memo',
    id: 'front-desk',
    content: { lastNumber: { 2026: stored }, taken, absences: [] },
  };
}
