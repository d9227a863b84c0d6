import { clockOf, instantOf } from '../../src/time/clock.ts';
import type { TryoutClock } from '../../src/tryout/clock.ts';

/** A clock that stands still until it is moved. */
export function testClock(start: string): TryoutClock {
  let now = instantOf(start);
  return {
    ...clockOf(() => Date.parse(now)),
    moveTo: (instant) => {
      now = instant;
    },
  };
}
