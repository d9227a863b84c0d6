import type { LocalDate } from '../time/local-date.ts';
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

/** Serves the clock: a person moves time, one walk at a time. */
export function timeSide(route: Routes, context: Context): void {
  const { clock, memory, live } = context;
  let walking = false;

  route('POST', '/tryout/api/clock', async ({ body }) => {
    if (walking) return refused(409, 'De tijd loopt al. Wacht even.');
    const target = clockTarget(clock, context.nextWorkingDay, body);
    if ('refused' in target) return refused(400, target.refused);
    walking = true;
    try {
      await walk(clock, target.instant, async (now) => {
        memory.note('offsetMs', Date.parse(now) - Date.now());
        await context.timeMoved();
        live.tell({ event: 'clock', now: clock.now() });
      });
    } finally {
      walking = false;
    }
    return { status: 200, body: { now: clock.now(), today: clock.today() } };
  });
}
