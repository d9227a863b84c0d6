import { type Figure, figure, quantile } from './figure.ts';
import { type Contender, colleague } from './people.ts';
import type { BenchSettings } from './settings.ts';
import type { Sink } from './sink.ts';
import { help, registration, type Task } from './tasks.ts';

/** One measurement: the turns a second, and the ms within which 95% of the tasks were done. */
type Measured = { turnsPerSecond: number; p95: number };

/** Measures both bots in turn, so that whatever the machine does strikes both. */
export async function turns(
  ours: Contender,
  echo: Contender,
  sink: Sink,
  { rounds, tasks, inFlight }: BenchSettings,
): Promise<Figure[]> {
  /** The handler's cards follow at the pace that Teams allows in a chat, two a second, whatever is measured meanwhile. */
  const measured = (task: Task, contender: Contender, busy: number): Promise<Measured> =>
    measure(task, contender, busy, tasks, sink);

  async function compare(task: Task, busy: number): Promise<Figure[]> {
    const taken = { ours: [] as Measured[], echo: [] as Measured[] };
    for (let round = 0; round < rounds; round += 1) {
      const sides = [['ours', ours] as const, ['echo', echo] as const];
      for (const [side, contender] of round % 2 ? sides.reverse() : sides) {
        taken[side].push(await measured(task, contender, busy));
      }
    }
    const what = `${task.name}, ${busy} at a time`;
    const compared = (label: string, unit: Figure['unit'], of: (one: Measured) => number): Figure =>
      figure({ what: label, unit, comparedWith: 'echo bot' }, taken.ours.map(of), taken.echo.map(of));
    return [
      compared(what, 'turns/s', ({ turnsPerSecond }) => turnsPerSecond),
      compared(`${what}, p95`, 'ms', ({ p95 }) => p95),
    ];
  }

  for (const task of [help, registration]) {
    for (const contender of [ours, echo]) await measured(task, contender, inFlight);
  }
  return [
    ...(await compare(help, 1)),
    ...(await compare(help, inFlight)),
    ...(await compare(registration, 1)),
    ...(await compare(registration, inFlight)),
  ];
}

async function measure(
  task: Task,
  contender: Contender,
  busy: number,
  times: number,
  sink: Sink,
): Promise<Measured> {
  const took: number[] = [];
  let begun = 0;
  async function work(number: number): Promise<void> {
    const who = colleague(number, contender, sink);
    while (begun < times) {
      begun += 1;
      const start = performance.now();
      await task.perform(who, contender);
      took.push(performance.now() - start);
    }
  }
  const start = performance.now();
  await Promise.all(Array.from({ length: busy }, (_, number) => work(number + 1)));
  const seconds = (performance.now() - start) / 1000;
  return { turnsPerSecond: (times * task.turns) / seconds, p95: quantile(took, 0.95) };
}
