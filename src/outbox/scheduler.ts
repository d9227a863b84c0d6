import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Log } from '../register/log-port.ts';
import { queue } from './queue.ts';

export type Scheduler = {
  /** Sweeps at once and from then on at every interval. Does not keep the process alive. */
  start(): void;
  /** Resolves when a sweep that began after this request has ended, well or not. */
  sweepNow(): Promise<void>;
  /** Begins no sweep any more; one that is under way may end. */
  stop(): Promise<void>;
  /** When the last sweep that went well began. */
  lastSweptAt(): Instant | undefined;
};

export type SchedulerParts = {
  sweep: (now: Instant) => Promise<void>;
  clock: { now(): Instant };
  log: Log;
  everyMs?: number;
};

/** Sweeps regularly and when asked, never two at a time. A sweep that fails is logged; the next one comes all the same. */
export function scheduler({ sweep, clock, log, everyMs = 60_000 }: SchedulerParts): Scheduler {
  let lastSwept: Instant | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function sweepOnce(): Promise<void> {
    const now = clock.now();
    try {
      await sweep(now);
      lastSwept = now;
    } catch (error) {
      log.error('the sweep failed', { fault: error instanceof Error ? error.name : typeof error });
    }
  }

  const sweeps = queue(sweepOnce, 1);
  const sweepNow = (): Promise<void> => sweeps.add('sweep');

  return {
    start() {
      if (timer) return;
      void sweepNow();
      timer = setInterval(() => void sweepNow(), everyMs);
      timer.unref();
    },
    sweepNow,
    async stop() {
      clearInterval(timer);
      sweeps.stop();
      await sweeps.idle();
    },
    lastSweptAt: () => lastSwept,
  };
}
