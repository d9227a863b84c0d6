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

/** A register in use: its front desk remembers as many forms as it ever does. */
const stored = 1_000;

/**
 * Registrations a second, one after the other in this process, each on the disk before the next (Art. 4: the number,
 * then the dossier), beside the bare commits of a dossier that SQLite does in a second: at best half as many.
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
  const sides = {
    ours: () => bureau.take({ ...registration, receivedOn, remedied: false }, randomUUID(), receiver),
    bare: async () => bare.commit(),
  };
  for (const work of Object.values(sides)) await perSecond(tasks, work);
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const order = ['ours', 'bare'] as const;
    for (const side of round % 2 ? order.toReversed() : order) {
      rates[side].push(await perSecond(tasks, sides[side]));
    }
  }
  await store.close();
  bare.close();
  const what = 'registrations, on disk, 2 commits each';
  return figure({ what, unit: 'times/s', comparedWith: 'bare SQLite commits' }, rates.ours, rates.bare);
}

async function perSecond(times: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let done = 0; done < times; done += 1) await work();
  return (1000 * times) / (performance.now() - start);
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
