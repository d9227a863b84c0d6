import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { linkChannel } from '../src/register/model/linked-channel.ts';
import type { Stored } from '../src/register/model/store.ts';
import { digest } from '../src/register/notify/digest.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { type Figure, figure } from './figure.ts';
import { sweptAt } from './lives.ts';
import { office, people } from './office.ts';
import { dueCount, openCount, seed } from './seed.ts';
import type { BenchSettings } from './settings.ts';

/** Each reminder goes to the handler and to the channel. */
const expected = 2 * dueCount;

const works = ['sweep', 'digest', 'search'] as const;
type Work = (typeof works)[number];

/** A register of that size, of which the due dossiers can be swept again and again; how long each work took, in ms. */
type Filled = { stored: number; took: Record<Work, number[]>; close(): Promise<void> } & Record<
  Work,
  () => Promise<number>
>;

/** The time of a sweep, of a digest and of searches in registers of each size, with as many due and open in all; it must be the same. */
export async function sizes(folder: string, { stored, rounds }: BenchSettings): Promise<Figure[]> {
  const registers: Filled[] = [];
  for (const size of stored) registers.push(await filled(join(folder, `${size}.db`), size));
  for (const work of works) {
    for (const one of registers) await one[work]();
    for (let round = 0; round < rounds; round += 1) {
      for (const one of round % 2 ? registers.toReversed() : registers)
        one.took[work].push(await one[work]());
    }
  }
  for (const { close } of registers) await close();
  const [first] = registers;
  const comparedWith = `${first?.stored.toLocaleString('en')} stored`;
  const counts = {
    sweep: `${dueCount} due`,
    digest: `${openCount} open`,
    search: `${searches.length} times`,
  };
  return works.flatMap((work) =>
    registers.map(({ stored, took }) => {
      const what = `${work}, ${counts[work]} of ${stored.toLocaleString('en')} stored`;
      return figure({ what, unit: 'ms', comparedWith }, took[work], first?.took[work] ?? []);
    }),
  );
}

/** Words of one dossier, of none, of all, of all and of one, and half a word of all; with how many hits stand on a page. */
const searches: readonly [words: string, hits: number][] = [
  ['k-2026-0050', 1],
  ['roerdomp', 0],
  ['berg utrecht', 10],
  ['berg k-2026-0007', 1],
  ['mevr teruggeb', 10],
];

async function filled(file: string, stored: number): Promise<Filled> {
  await seed(file, stored);
  const store = sqliteStore(file);
  const bureau = office(store);
  bureau.moveTo(sweptAt);
  const address = { serviceUrl: 'http://127.0.0.1', conversationId: '19:channel', botId: '28:bot' };
  await linkChannel(store, { address, linkedAt: bureau.clock.now() });
  const due = await Promise.all(
    (await store.due(bureau.clock.now(), stored)).map((id) => store.read(id) as Promise<Stored>),
  );

  /** Makes the same dossiers due again. */
  async function putBack(): Promise<void> {
    for (const { document } of due) await store.write(document, (await store.read(document.id))?.etag);
  }

  return {
    stored,
    took: { sweep: [], digest: [], search: [] },
    async sweep() {
      const before = bureau.delivered();
      const start = performance.now();
      await bureau.sweep();
      const ms = performance.now() - start;
      const delivered = bureau.delivered() - before;
      if (delivered !== expected) throw new Error(`${delivered} of ${expected} reminders were delivered`);
      await putBack();
      return ms;
    },
    async digest() {
      const start = performance.now();
      const {
        open: { rows },
      } = await digest(store, bureau.desk(), bureau.clock.today(), bureau.config);
      const ms = performance.now() - start;
      if (rows.length !== openCount) throw new Error(`${rows.length} of ${openCount} stood in the digest`);
      return ms;
    },
    async search() {
      const start = performance.now();
      for (const [words, hits] of searches) {
        const found = await bureau.search(words, people.officer);
        const count = found === 'vague' ? 0 : found.hits.length;
        if (count !== hits) throw new Error(`${count} of ${hits} were found by ${words}`);
      }
      return performance.now() - start;
    },
    async close() {
      await store.close();
      rmSync(file);
    },
  };
}
