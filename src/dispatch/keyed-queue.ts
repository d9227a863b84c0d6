/** The longest timer, in milliseconds; what is due later is left to the sweep. */
const furthestMs = 60_000;

type KeyedTimers = {
  /** Calls back with that key after so many milliseconds, and replaces the timer that was set for it before. */
  set(key: string, ms: number): void;
  /** Clears every timer. */
  clear(): void;
};

/** Makes timers, one a key, that do not keep the process alive. */
export function keyedTimers(due: (key: string) => void): KeyedTimers {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    set(key, ms) {
      clearTimeout(timers.get(key));
      timers.delete(key);
      if (ms > furthestMs) return;
      const timer = setTimeout(
        () => {
          timers.delete(key);
          due(key);
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

export type Queue = {
  /** Requests a run; resolves when a run that began after the request has ended. Once stopped it resolves at once. */
  add(key: string): Promise<void>;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
  /** Tells whether anything runs or waits. */
  isBusy(): boolean;
  /** Begins nothing any more; what runs may end. */
  stop(): void;
};

/**
 * Runs work by key, at most `atOnce` at a time and never two of one key: requests made while a key runs or waits become one
 * more run. Nothing begins within the caller's turn. `run` handles its own errors.
 */
export function queue(run: (key: string) => Promise<void>, atOnce: number): Queue {
  const waiting = new Map<string, PromiseWithResolvers<void>>();
  const running = new Map<string, Promise<void>>();
  let stopped = false;

  function begin(): void {
    for (const [key, { promise, resolve, reject }] of waiting) {
      if (running.size >= atOnce) return;
      if (running.has(key)) continue;
      waiting.delete(key);
      running.set(key, promise);
      run(key)
        .finally(() => ended(key))
        .then(resolve, reject);
    }
  }

  function ended(key: string): void {
    running.delete(key);
    begin();
  }

  const isBusy = (): boolean => waiting.size + running.size > 0;

  return {
    isBusy,
    add(key) {
      if (stopped) return Promise.resolve();
      const request = waiting.get(key) ?? Promise.withResolvers<void>();
      if (!waiting.has(key)) {
        waiting.set(key, request);
        setImmediate(begin);
      }
      return request.promise;
    },
    async idle() {
      while (isBusy()) {
        const requests = [...waiting.values()].map(({ promise }) => promise);
        await Promise.allSettled([...running.values(), ...requests]);
      }
    },
    stop() {
      stopped = true;
      for (const { resolve } of waiting.values()) resolve();
      waiting.clear();
    },
  };
}
