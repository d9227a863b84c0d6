import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.ts';
import type { Figure } from './figure.ts';
import { report } from './report.ts';
import { type BenchSettings, benchSettings } from './settings.ts';
import { sink } from './sink.ts';
import { sweeps } from './sweeps.ts';
import { turns } from './turns.ts';

/** The longest that it may all take, in ms. */
const patience = 15 * 60_000;

/**
 * Measures our bot on SQLite beside an echo bot, each in a process of its own, and the sweep at several sizes of the
 * register. Everything on loopback and in a folder that is removed.
 */
async function main(): Promise<void> {
  const settings = benchSettings(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'klachten-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  setTimeout(() => process.exit(1), patience).unref();
  console.log(`Node ${process.version}; ${JSON.stringify(settings)}`);
  console.log(report([...(await benchTurns(folder, settings)), ...(await sweeps(folder, settings))]));
}

async function benchTurns(folder: string, settings: BenchSettings): Promise<Figure[]> {
  const connector = await sink();
  const store = `sqlite:${join(folder, 'klachten.db')}`;
  const ours = await startChild('src/main.ts', folder, { PORT: '0', STORE: store });
  const echo = await startChild('bench/echo-bot.ts', folder, {});
  try {
    return await turns(
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
  } finally {
    await Promise.all([ours.stop(), echo.stop()]);
    await connector.close();
  }
}

await main();
