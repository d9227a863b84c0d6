import { DateTime } from 'luxon';
import type { TryoutClock } from '../../src/tryout/clock.ts';

const zone = 'Europe/Amsterdam';

/** A clock that stands still until it is moved. */
export function testClock(start: string): TryoutClock {
  let now = at(start.slice(0, 10), start.slice(11));
  return {
    now: () => now,
    today: () => dayOf(now),
    dayOf,
    at,
    moveTo: (instant) => {
      now = instant;
    },
  };
}

function dayOf(instant: string): string {
  return DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd');
}

function at(day: string, time: string): string {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
}
