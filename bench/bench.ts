import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import { type Figure, figure } from './figure.ts';
import { registrations } from './registrations.ts';
import { report } from './report.ts';
import { type BenchSettings, benchSettings } from './settings.ts';
import { sink } from './sink.ts';
import { sizes } from './sizes.ts';
import { turns } from './turns.ts';

/** The longest that it may all take, in minutes: ends only what hangs. */
const mostMinutes = 60;

/**
 * Measures our bot on SQLite beside an echo bot, each in a process of its own; registrations beside bare commits; and
 * the sweep and the digest at several sizes of the register. Everything on loopback and in a folder that is removed.
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
  console.log(report(figures));
}

function giveUp(): never {
  console.error(`Given up after ${mostMinutes} minutes.`);
  process.exit(1);
}

async function benchTurns(folder: string, settings: BenchSettings): Promise<Figure[]> {
  const connector = await sink();
  const store = `sqlite:${join(folder, 'klachten.db')}`;
  const ours = await startChild('src/main.ts', folder, { PORT: '0', STORE: store });
  const echo = await startChild('bench/echo-bot.ts', folder, {});
  try {
    const figures = await turns(
      {
        name: 'ours',
        url: ours.url,
        answers: { help: 'AdaptiveCard', form: 'Korte inhoud', registered: 'is geregistreerd' },
      },
      {
        name: 'echo',
        url: echo.url,
        answers: { help: 'Je zei: help', form: 'Je zei: klacht', registered: 'Je drukte.' },
      },
      connector,
      settings,
    );
    return [...figures, ...memory(ours, echo)];
  } finally {
    await Promise.all([ours.stop(), echo.stop()]);
    await connector.close();
  }
}

/** What each bot holds in RAM after all that; nothing where it cannot be read. */
function memory(ours: Child, echo: Child): Figure[] {
  const [value, base] = [ours.megabytes(), echo.megabytes()];
  if (value === undefined || base === undefined) return [];
  return [figure({ what: 'memory after that', unit: 'MB', comparedWith: 'echo bot' }, [value], [base])];
}

await main();
