import { type Clock, clockOf, type Instant, instantOf } from './clock.ts';

export type MovableClock = Clock & {
  /** Goes on from there. RangeError if it lies before this clock's now: time does not go back. */
  moveTo(instant: Instant): void;
  /** Milliseconds ahead of the real clock. */
  offset(): number;
};

/** A clock that starts where it is put and ticks on with real time. `startAt` without a zone is Amsterdam's. */
export function movableClock(startAt?: Instant): MovableClock {
  let ahead = startAt === undefined ? 0 : aheadOfNow(startAt);
  const clock = clockOf(() => Date.now() + ahead);
  const moveTo = (instant: Instant): void => {
    const next = aheadOfNow(instant);
    if (next < ahead)
      throw new RangeError(`the clock stands at ${clock.now()} and cannot go back to ${instant}`);
    ahead = next;
  };
  return { ...clock, moveTo, offset: () => ahead };
}

const aheadOfNow = (instant: Instant): number => Date.parse(instantOf(instant)) - Date.now();
