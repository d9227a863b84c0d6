import type { Log } from '../register/model/log.ts';
import type { Instant } from '../time/local-date.ts';
import { queue } from './keyed-queue.ts';

export type Scheduler = {
  /** Sweeps at once and from then on at every interval. Does not keep the process alive. */
  start(): void;
  /** Resolves when a sweep that began after this request has ended, well or not. */
  sweepNow(): Promise<void>;
  /** Begins no sweep any more; one that is under way may end. */
  stop(): Promise<void>;
  /** When the last sweep that went well began. */
  lastSweptAt(): Instant | undefined;
  /** Whether a sweep went well in the last three minutes of real time; just after the start it need not yet. */
  isAlive(): boolean;
};

export type SchedulerParts = {
  sweep: (now: Instant) => Promise<void>;
  clock: { now(): Instant };
  log: Log;
  everyMs?: number;
  /** Real time in milliseconds, which does not move with the clock. */
  monotonic?: () => number;
};

/** Milliseconds without a sweep that went well, after which the scheduler counts as dead. */
const longestSilenceMs = 3 * 60_000;

/** Sweeps regularly and when asked, never two at a time. A sweep that fails is logged; the next one comes all the same. */
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
    isAlive: () => monotonic() - aliveAt < longestSilenceMs,
  };
}
