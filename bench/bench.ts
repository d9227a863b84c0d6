import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Child } from './child.ts';
import { startContender } from './contenders.ts';
import { documents } from './documents.ts';
import { checkOutEarlierVersion, earlierVersion } from './earlier-version.ts';
import { type Figure, figure } from './figure.ts';
import { registrations } from './registrations.ts';
import { report } from './report.ts';
import { type BenchSettings, benchSettings } from './settings.ts';
import { sink } from './sink.ts';
import { sizes } from './sizes.ts';
import { starts } from './starts.ts';
import { turns } from './turns.ts';

/** The most minutes of a run: ends only one that hangs. */
const mostMinutes = 60;

/**
 * Measures our bot on SQLite beside an echo bot and beside an earlier version, each in a process of its own; registrations
 * beside bare commits; and the sweep and the digest at several sizes of the register. Everything on loopback and in a folder that is removed.
 */
async function main(): Promise<void> {
  const settings = benchSettings(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'klachten-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  setTimeout(giveUp, mostMinutes * 60_000).unref();
  console.log(`Node ${process.version}; ${JSON.stringify(settings)}`);
  const figures = await benchTurns(folder, settings);
  figures.push(await registrations(folder, settings), ...(await sizes(folder, settings)));
  figures.push(...(await documents(folder, settings.rounds)));
  console.log(report(figures));
}

function giveUp(): never {
  console.error(`Given up after ${mostMinutes} minutes.`);
  process.exit(1);
}

async function benchTurns(folder: string, settings: BenchSettings): Promise<Figure[]> {
  const earlierMain = checkOutEarlierVersion(folder);
  if (!earlierMain) console.log(`No history of ${earlierVersion} here: nothing is compared with it.`);
  const connector = await sink();
  const figures = await starts(folder, connector, settings);
  const ours = await startContender('ours', folder, 'src/start.js');
  const echo = await startContender('echo', folder, 'bench/echo-bot.ts');
  const earlier = earlierMain ? await startContender('earlier', folder, earlierMain) : undefined;
  try {
    figures.push(...(await turns(ours, { echo, earlier }, connector, settings)));
    return [...figures, ...memory(ours, echo)];
  } finally {
    await Promise.all([ours, echo, earlier].map((one) => one?.stop()));
    await connector.close();
  }
}

/** Measures the resident memory of each bot after all that; nothing where it cannot be read. */
function memory(ours: Child, echo: Child): Figure[] {
  const [value, base] = [ours.megabytes(), echo.megabytes()];
  if (value === undefined || base === undefined) return [];
  return [figure({ what: 'memory after that', unit: 'MB', comparedWith: 'echo bot' }, [value], [base])];
}

await main();
