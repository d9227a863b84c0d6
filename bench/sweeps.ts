import { join } from 'node:path';
import { linkChannel } from '../src/register/channel-link.ts';
import type { Stored } from '../src/register/store.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { type Figure, figure } from './figure.ts';
import { sweptAt } from './lives.ts';
import { office } from './office.ts';
import { dueCount, seed } from './seed.ts';
import type { BenchSettings } from './settings.ts';

/** Each reminder goes to the handler and to the channel. */
const expected = 2 * dueCount;

/** A register of that size, whose due dossiers can be swept again and again. */
type Swept = { stored: number; took: number[]; sweepOnce(): Promise<number>; close(): Promise<void> };

/** The time of a sweep with the same number due in registers of each size; it must be the same. */
export async function sweeps(folder: string, { stored, rounds }: BenchSettings): Promise<Figure[]> {
  const registers: Swept[] = [];
  for (const size of stored) registers.push(await swept(join(folder, `${size}.db`), size));
  for (const { sweepOnce } of registers) await sweepOnce();
  for (let round = 0; round < rounds; round += 1) {
    for (const one of round % 2 ? registers.toReversed() : registers) one.took.push(await one.sweepOnce());
  }
  for (const { close } of registers) await close();
  const [first] = registers;
  const comparedWith = `${first?.stored.toLocaleString('en')} stored`;
  return registers.map(({ stored, took }) => {
    const what = `sweep, ${dueCount} due of ${stored.toLocaleString('en')} stored`;
    return figure({ what, unit: 'ms', comparedWith }, took, first?.took ?? []);
  });
}

async function swept(file: string, stored: number): Promise<Swept> {
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
    took: [],
    async sweepOnce() {
      const before = bureau.delivered();
      const start = performance.now();
      await bureau.sweep();
      const ms = performance.now() - start;
      const delivered = bureau.delivered() - before;
      if (delivered !== expected) throw new Error(`${delivered} of ${expected} reminders were delivered`);
      await putBack();
      return ms;
    },
    close: () => store.close(),
  };
}
