import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { logger } from '../src/log.ts';
import { largestDocument } from '../src/procedure/model/document.ts';
import { keepingDocuments } from '../src/register/documents.ts';
import { documentsFolder } from '../src/store/documents-folder.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { addNote, registration } from '../test/procedure/asked.ts';
import { type Figure, figure, quantile } from './figure.ts';
import { office, people } from './office.ts';
import { report } from './report.ts';

const megabyte = 1024 * 1024;

/** How much comes in at a time, as from a socket. */
const pieceBytes = 64 * 1024;

/** How many notes are added in one measurement. */
const notes = 200;

/**
 * Measures what a document of 25 MB costs: the memory that the process grows by while it comes in, and what other work, a note in a dossier,
 * takes meanwhile beside what it takes when nothing comes in.
 */
export async function documents(folder: string, rounds: number): Promise<Figure[]> {
  const store = sqliteStore(join(folder, 'documents.db'));
  const bureau = office(store);
  bureau.moveTo('2026-04-01T10:00');
  const kept = documentsFolder(join(folder, 'documents'));
  const keeping = keepingDocuments({
    store,
    documents: kept,
    register: bureau.register,
    log: logger('silent'),
  });
  const colleague = people.substitutes[0] ?? people.officer;
  const { id: number } = await bureau.file(registration, 'bench', colleague);
  let peak = 0;

  async function* aDocument(): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < largestDocument; sent += pieceBytes) {
      // Each piece anew, as a socket gives them.
      yield Buffer.alloc(pieceBytes, 'Geachte heer Brouwer, ');
      peak = Math.max(peak, process.memoryUsage.rss());
      await turn();
    }
  }

  const receive = async () => keeping.discard(await keeping.receive(aDocument(), 'Brief.txt'));

  /** Adds notes one after the other; returns how long the slowest of twenty took, in ms. */
  async function noting(): Promise<number> {
    const took: number[] = [];
    for (let count = 0; count < notes; count += 1) {
      const start = performance.now();
      await bureau.execute({ ...addNote({ text: `${count}` }), number, by: people.officer });
      took.push(performance.now() - start);
      await turn();
    }
    return quantile(took, 0.95);
  }

  await receive();
  await noting();
  const grown: number[] = [];
  const slow: number[] = [];
  const alone: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await noting());
    const before = process.memoryUsage.rss();
    peak = before;
    await receive();
    grown.push((peak - before) / megabyte);
    let isBusy = true;
    const coming = (async () => {
      while (isBusy) await receive();
    })();
    slow.push(await noting());
    isBusy = false;
    await coming;
  }
  await store.close();
  const size = grown.map(() => largestDocument / megabyte);
  return [
    figure(
      { what: 'memory of a document', unit: 'MB', comparedWith: 'its size', goal: { atMost: 40 / 25 } },
      grown,
      size,
    ),
    figure(
      {
        what: 'a note (19 of 20) while documents come in',
        unit: 'ms',
        comparedWith: 'nothing comes in',
        goal: { atMost: 3 },
      },
      slow,
      alone,
    ),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = mkdtempSync(join(tmpdir(), 'klachten-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  console.log(report(await documents(folder, 5)));
}
