import { DatabaseSync } from 'node:sqlite';
import type { Document, Dossier } from '../src/register/dossier.ts';
import { append, eventOf, type JournalEntry } from '../src/register/journal.ts';
import { queries } from '../src/store/sqlite-queries.ts';
import { prepareSchema } from '../src/store/sqlite-schema.ts';
import { exemplars } from './lives.ts';
import { people } from './office.ts';

/** How many dossiers a sweep finds to be due. */
export const dueCount = 20;

/** Forms that a front desk remembers. */
const remembered = 1_000;

/**
 * Fills a new SQLite file with that many dossiers, `dueCount` of them due at `sweptAt`, spread over the file. In one
 * transaction without waiting for the disk: what it holds is worth nothing.
 */
export async function seed(path: string, stored: number): Promise<void> {
  const { due, others } = await exemplars();
  const everyNth = Math.floor(stored / dueCount);
  const exemplarFor = (n: number): Dossier =>
    n % everyNth === 0 && n / everyNth <= dueCount ? due : (others[n % others.length] ?? due);

  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  prepareSchema(db);
  const create = db.prepare(queries.create);
  const put = (document: Document) => create.run(document.id, JSON.stringify(document));
  db.exec('BEGIN');
  for (let n = 1; n <= stored; n += 1) put(renumbered(exemplarFor(n), n));
  put(frontDesk(stored));
  db.exec('COMMIT');
  db.close();
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

/** The front desk after that many complaints: the next one gets the next number. */
function frontDesk(stored: number): Document {
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
