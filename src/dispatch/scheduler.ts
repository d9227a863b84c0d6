import type { Log } from '../register/model/log.ts';
import type { Instant } from '../time/local-date.ts';
import { queue } from './keyed-queue.ts';

export type Scheduler = {
  /** Sweeps now and then at every interval. Does not keep the process alive. */
  start(): void;
  /** Resolves when a sweep that began after this request has ended, well or not. */
  sweepNow(): Promise<void>;
  /** Begins no sweep any more; one that is under way may end. */
  stop(): Promise<void>;
  /** Returns when the last sweep that succeeded began. */
  lastSweptAt(): Instant | undefined;
  /** Tells whether a sweep succeeded in the last three minutes of real time; right after the start it need not have yet. */
  isAlive(): boolean;
  /** Returns the milliseconds of real time since a sweep succeeded, or since the start. */
  silentMs(): number;
};

export type SchedulerParts = {
  sweep: (now: Instant) => Promise<void>;
  clock: { now(): Instant };
  log: Log;
  everyMs?: number;
  /** Real time in milliseconds, which does not move with the try-out's clock. */
  monotonic?: () => number;
};

/** Milliseconds without a sweep that succeeded, after which the scheduler counts as dead. */
const longestSilenceMs = 3 * 60_000;

/** Sweeps regularly and when asked, never two at a time. Logs a sweep that fails, and goes on. */
export function scheduler({
  sweep,
  clock,
  log,
  everyMs = 60_000,
  monotonic = () => performance.now(),
}: SchedulerParts): Scheduler {
  let lastSwept: Instant | undefined;
  let aliveAt = monotonic();
  let timer: NodeJS.Timeout | undefined;

  async function sweepOnce(): Promise<void> {
    const now = clock.now();
    try {
      await sweep(now);
      lastSwept = now;
      aliveAt = monotonic();
    } catch (error) {
      log.error('the sweep failed', { fault: error instanceof Error ? error.name : typeof error });
    }
  }

  const silentMs = (): number => monotonic() - aliveAt;
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
    isAlive: () => silentMs() < longestSilenceMs,
    silentMs,
  };
}
