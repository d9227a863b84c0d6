import type { Running } from './contenders.ts';
import { earlierVersion } from './earlier-version.ts';
import { type Figure, figure, quantile } from './figure.ts';
import { colleague } from './people.ts';
import type { BenchSettings } from './settings.ts';
import type { Sink } from './sink.ts';
import { help, myComplaints, openDossier, registration, type Task } from './tasks.ts';

/**
 * One measurement: the turns a second, the ms within which 95% of the tasks were done, and the ms of CPU that a turn took, which
 * other work on the machine hardly affects.
 */
type Measured = { turnsPerSecond: number; p95: number; cpu: number };

/** What our bot is compared with, by which name, and how many times as many turns a second it should do at the least. */
type Comparison = { task: Task; busy: number; with: Running; called: string; times?: number };

/**
 * Measures the bots in turn, so that other work on the machine affects all; each has done each task before. A press that reads
 * is measured when the cards of what was registered have gone, and registrations last, with their cards on the way.
 */
export async function turns(
  ours: Running,
  { echo, earlier }: { echo: Running; earlier: Running | undefined },
  sink: Sink,
  { rounds, tasks, inFlight }: BenchSettings,
): Promise<Figure[]> {
  const measured = (task: Task, contender: Running, busy: number): Promise<Measured> =>
    measure(task, contender, busy, tasks, sink);

  async function compare({ task, busy, with: other, called, times }: Comparison): Promise<Figure[]> {
    const taken = { ours: [] as Measured[], other: [] as Measured[] };
    for (let round = 0; round < rounds; round += 1) {
      const sides = [['ours', ours] as const, ['other', other] as const];
      for (const [side, contender] of round % 2 ? sides.reverse() : sides) {
        taken[side].push(await measured(task, contender, busy));
      }
    }
    const what = `${task.name}, ${busy} at a time`;
    const compared = (label: Pick<Figure, 'what' | 'unit' | 'goal'>, of: (one: Measured) => number): Figure =>
      figure({ ...label, comparedWith: called }, taken.ours.map(of), taken.other.map(of));
    return [
      compared(
        { what, unit: 'turns/s', ...(times && { goal: { atLeast: times } }) },
        ({ turnsPerSecond }) => turnsPerSecond,
      ),
      compared({ what: `${what}, p95`, unit: 'ms' }, ({ p95 }) => p95),
      compared(
        { what: `${what}, CPU a turn`, unit: 'ms', ...(times && { goal: { atMost: 1 / times } }) },
        ({ cpu }) => cpu,
      ),
    ];
  }

  const everybody = [ours, echo, ...(earlier ? [earlier] : [])];
  const besideEcho = { with: echo, called: 'echo bot' };
  const figures: Figure[] = [];
  const add = async (comparison: Comparison) => figures.push(...(await compare(comparison)));
  const warm = async (task: Task) => {
    for (const contender of everybody) await measured(task, contender, inFlight);
  };

  await warm(help);
  await add({ task: help, busy: 1, ...besideEcho });
  await add({ task: help, busy: inFlight, ...besideEcho, times: 1.3 });

  await warm(registration);
  await sink.quiet();
  await warm(myComplaints);
  await warm(openDossier);
  await add({ task: myComplaints, busy: 1, ...besideEcho });
  await add({ task: myComplaints, busy: inFlight, ...besideEcho, times: 1 });
  await add({ task: openDossier, busy: 1, ...besideEcho });
  await add({ task: openDossier, busy: inFlight, ...besideEcho });

  await add({ task: registration, busy: 1, ...besideEcho });
  await add({ task: registration, busy: inFlight, ...besideEcho });
  if (earlier) {
    const beside = { with: earlier, called: earlierVersion };
    await add({ task: registration, busy: inFlight, ...beside, times: 2 }).catch((error: unknown) =>
      console.log(`Not compared with ${earlierVersion}, which did not keep up: ${error}`),
    );
  }
  return figures;
}

async function measure(
  task: Task,
  contender: Running,
  busy: number,
  times: number,
  sink: Sink,
): Promise<Measured> {
  const took: number[] = [];
  let begun = 0;
  async function work(number: number): Promise<void> {
    const who = colleague(number, contender, sink, task.by);
    while (begun < times) {
      begun += 1;
      const start = performance.now();
      await task.perform(who, contender);
      took.push(performance.now() - start);
    }
  }
  const cpuBefore = await contender.cpuMs();
  const start = performance.now();
  await Promise.all(Array.from({ length: busy }, (_, number) => work(number + 1)));
  const seconds = (performance.now() - start) / 1000;
  const cpu = (await contender.cpuMs()) - cpuBefore;
  const done = times * task.turns;
  return { turnsPerSecond: done / seconds, p95: quantile(took, 0.95), cpu: cpu / done };
}
