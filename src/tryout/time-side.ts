import type { Instant, LocalDate } from '../time/local-date.ts';
import { clockTarget, type TryoutClock, walk } from './clock.ts';
import type { Live } from './live.ts';
import type { Memory } from './memory.ts';
import { type Routes, refused } from './routes.ts';

type Context = {
  clock: TryoutClock;
  timeMoved: () => Promise<void>;
  nextWorkingDay: (day: LocalDate) => LocalDate;
  memory: Memory;
  live: Live;
};

/** Moves time to that moment, past everything that is due on the way. Tells whether it did: it makes one walk at a time. */
export type TimeMover = (instant: Instant) => Promise<boolean>;

export function timeMover({ clock, timeMoved, memory, live }: Context): TimeMover {
  let walking = false;
  return async (instant) => {
    if (walking) return false;
    walking = true;
    try {
      await walk(clock, instant, async (now) => {
        memory.note('offsetMs', Date.parse(now) - Date.now());
        await timeMoved();
        live.tell({ event: 'clock', now: clock.now() });
      });
    } finally {
      walking = false;
    }
    return true;
  };
}

/** Serves the clock: a person moves time. */
export function timeSide(
  route: Routes,
  { clock, nextWorkingDay, mover }: Context & { mover: TimeMover },
): void {
  route('POST', '/tryout/api/clock', async ({ body }) => {
    const target = clockTarget(clock, nextWorkingDay, body);
    if ('refused' in target) return refused(400, target.refused);
    if (!(await mover(target.instant))) return refused(409, 'De tijd loopt al. Wacht even.');
    return { status: 200, body: { now: clock.now(), today: clock.today() } };
  });
}
