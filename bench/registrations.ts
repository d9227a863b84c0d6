import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { tryoutPeople } from '../src/tryout/people.ts';
import { type Figure, figure } from './figure.ts';
import { exemplars, registration, sweptAt } from './lives.ts';
import { office, people } from './office.ts';
import { seed } from './seed.ts';
import type { BenchSettings } from './settings.ts';

/** Dossiers of a register in use: its intake document remembers as many forms as it ever does. */
const stored = 1_000;

/**
 * Registrations a second, one after the other in this process, each on the disk before the next (Art. 4: the number and
 * the dossier, in one commit), beside the bare commits of a dossier that SQLite does in a second.
 */
export async function registrations(folder: string, { rounds, tasks }: BenchSettings): Promise<Figure> {
  const file = join(folder, 'registrations.db');
  await seed(file, stored);
  const store = sqliteStore(file);
  const bureau = office(store);
  bureau.moveTo(sweptAt);
  const receivedOn = bureau.clock.today();
  const [receiver = people.officer] = tryoutPeople;
  const bare = await commits(join(folder, 'commits.db'));
  const take = () => bureau.file({ ...registration, receivedOn, remedied: false }, randomUUID(), receiver);

  /** Measures both in turn, so that other work on the machine affects both. */
  async function perSecond(): Promise<{ ours: number; bare: number }> {
    const ms = { ours: 0, bare: 0 };
    for (let done = 0; done < tasks; done += 1) {
      const start = performance.now();
      await take();
      const between = performance.now();
      bare.commit();
      ms.ours += between - start;
      ms.bare += performance.now() - between;
    }
    return { ours: (1000 * tasks) / ms.ours, bare: (1000 * tasks) / ms.bare };
  }

  await perSecond();
  const rates: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) rates.push(await perSecond());
  await store.close();
  bare.close();
  const what = 'registrations, on disk';
  return figure(
    { what, unit: 'times/s', comparedWith: 'bare SQLite commits', goal: { atLeast: 0.3 } },
    rates.map(({ ours }) => ours),
    rates.map(({ bare }) => bare),
  );
}

/** The least that keeps a dossier: one row a commit, as durable as the store's. */
async function commits(file: string) {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec('CREATE TABLE documents (id TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO documents (id, body) VALUES (?, ?)');
  const body = JSON.stringify((await exemplars()).due);
  return { commit: () => insert.run(randomUUID(), body), close: () => db.close() };
}
