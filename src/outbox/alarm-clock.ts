/** What lies further ahead than this many milliseconds is left to the sweep. */
const furthestMs = 60_000;

export type AlarmClock = {
  /** Rings for that key after so many milliseconds, in place of what was set for it before. */
  set(key: string, ms: number): void;
  /** Rings no more. */
  clear(): void;
};

/** One timer a key. Does not keep the process alive. */
export function alarmClock(ring: (key: string) => void): AlarmClock {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    set(key, ms) {
      clearTimeout(timers.get(key));
      timers.delete(key);
      if (ms > furthestMs) return;
      const timer = setTimeout(
        () => {
          timers.delete(key);
          ring(key);
        },
        Math.max(0, ms),
      );
      timers.set(key, timer.unref());
    },
    clear() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
