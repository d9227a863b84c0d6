import { setTimeout as pause } from 'node:timers/promises';
import { startContender } from './contenders.ts';
import { type Figure, figure } from './figure.ts';
import { colleague } from './people.ts';
import type { BenchSettings } from './settings.ts';
import type { Sink } from './sink.ts';
import { help } from './tasks.ts';

/** How long a bot is left alone before its memory is read, in ms. */
const restMs = 2_000;

type Started = { ms: number; megabytes: number | undefined };

/**
 * The time from the start of the process until it has answered somebody, and the memory that it holds in RAM some seconds
 * later. Each side starts once before it is measured, as on a machine where it has run before.
 */
export async function starts(folder: string, sink: Sink, { rounds }: BenchSettings): Promise<Figure[]> {
  const ours = () => start('ours', 'src/start.js', folder, sink);
  const echo = () => start('echo', 'bench/echo-bot.ts', folder, sink);
  await ours();
  await echo();
  const taken: { ours: Started; echo: Started }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 ? [echo, ours] : [ours, echo];
    const [one, other] = [await first(), await second()];
    taken.push(round % 2 ? { ours: other, echo: one } : { ours: one, echo: other });
  }
  const compared = (label: Pick<Figure, 'what' | 'unit' | 'goal'>, of: (one: Started) => number): Figure =>
    figure(
      { ...label, comparedWith: 'echo bot' },
      taken.map((one) => of(one.ours)),
      taken.map((one) => of(one.echo)),
    );
  return [
    compared(
      { what: 'cold start, until the first answer', unit: 'ms', goal: { atMost: 1.5 } },
      ({ ms }) => ms,
    ),
    ...(taken.every((one) => one.ours.megabytes && one.echo.megabytes)
      ? [
          compared(
            { what: 'memory, idle', unit: 'MB', goal: { atMost: 1.4 } },
            ({ megabytes = Number.NaN }) => megabytes,
          ),
        ]
      : []),
  ];
}

async function start(side: 'ours' | 'echo', main: string, folder: string, sink: Sink): Promise<Started> {
  const before = performance.now();
  const contender = await startContender(side, folder, main);
  try {
    await help.perform(colleague(1, contender, sink), contender);
    const ms = performance.now() - before;
    await pause(restMs);
    return { ms, megabytes: contender.megabytes() };
  } finally {
    await contender.stop();
  }
}
