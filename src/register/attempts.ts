import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Attempt } from './message.ts';

/** Different faults kept of one message; those seen longest ago are summed up as one. */
const mostFaults = 8;

const various = 'various';

/** How often a message was tried. */
export const triesOf = ({ attempts }: { attempts: readonly Attempt[] }): number =>
  attempts.reduce((sum, { times = 1 }) => sum + times, 0);

/** When a message was tried last, and why that failed if it did; undefined when it never was. */
export function lastTryOf({ attempts }: { attempts: readonly Attempt[] }): Attempt | undefined {
  const last = attempts.at(-1);
  return last && { at: last.lastAt ?? last.at, ...(last.fault !== undefined && { fault: last.fault }) };
}

/** When a message was tried first; undefined when it never was. Where tries are summed up, their entries are in no order of time. */
export const firstTryOf = ({ attempts }: { attempts: readonly Attempt[] }): Attempt | undefined =>
  attempts.toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];

/** How often it failed for that reason. */
export const timesOf = (message: { attempts: readonly Attempt[] }, fault: string): number =>
  triesOf({ attempts: message.attempts.filter((attempt) => attempt.fault === fault) });

/**
 * The attempts with one more. Those that failed alike are one entry, with the first and the last moment and their
 * number, so that a message that is tried for weeks takes no more room than one that is tried twice. The entry of the
 * last attempt stands last.
 */
export function withAttempt(attempts: readonly Attempt[], { at, fault }: Attempt): Attempt[] {
  const before = attempts.find((attempt) => attempt.fault === fault);
  if (!before) return bounded([...attempts, fault === undefined ? { at } : { at, fault }]);
  const others = attempts.filter((attempt) => attempt !== before);
  return [...others, joined(before, { at, fault: before.fault })];
}

function bounded(attempts: Attempt[]): Attempt[] {
  const [first, second, ...others] = attempts;
  if (attempts.length <= mostFaults || !first || !second) return attempts;
  return [joined(first, { ...second, fault: various }), ...others];
}

/** Two entries as one, under the fault of the second. */
function joined(first: Attempt, second: Attempt): Attempt {
  const moments: Instant[] = [
    first.at,
    first.lastAt ?? first.at,
    second.at,
    second.lastAt ?? second.at,
  ].sort();
  const times = (first.times ?? 1) + (second.times ?? 1);
  const { fault } = second;
  return {
    at: moments[0] as Instant,
    ...(fault !== undefined && { fault }),
    times,
    lastAt: moments[3] as Instant,
  };
}
