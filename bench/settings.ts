import { parseArgs } from 'node:util';

export type BenchSettings = {
  /** How often everything is measured; each time both sides, one right after the other. */
  rounds: number;
  /** What people do with a bot in one measurement. */
  tasks: number;
  /** People who are busy at the same time, beside the measurement with one. */
  inFlight: number;
  /** How many dossiers the registers hold that are swept and listed; the first is what the others are compared with. */
  stored: number[];
};

const usual: BenchSettings = {
  rounds: 5,
  tasks: 200,
  inFlight: 16,
  stored: [1_000, 10_000, 100_000, 1_000_000],
};
const quick: BenchSettings = { rounds: 3, tasks: 40, inFlight: 16, stored: [1_000, 10_000] };

/** From the command line: `--quick`, or each by itself. Refuses with a RangeError what would take too long. */
export function benchSettings(args: string[]): BenchSettings {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean' },
      rounds: { type: 'string' },
      tasks: { type: 'string' },
      'in-flight': { type: 'string' },
      stored: { type: 'string' },
    },
  });
  const base = values.quick ? quick : usual;
  return {
    rounds: whole('rounds', values.rounds, 1, 20) ?? base.rounds,
    tasks: whole('tasks', values.tasks, 1, 2_000) ?? base.tasks,
    inFlight: whole('in-flight', values['in-flight'], 2, 64) ?? base.inFlight,
    stored:
      values.stored?.split(',').map((text) => whole('stored', text, 100, 1_000_000) ?? 100) ?? base.stored,
  };
}

function whole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`--${name} is '${text}'; expected a whole number from ${least} to ${most}`);
}
