export type Queue = {
  /** Asks for a run; resolves when a run that began after the request has ended. Once stopped: at once. */
  add(key: string): Promise<void>;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
  /** Whether anything runs or waits. */
  isBusy(): boolean;
  /** Begins nothing any more; what runs may end. */
  stop(): void;
};

/**
 * Runs work by key, at most `atOnce` at a time and never two of one key: requests made while a key runs or waits
 * become one more run. Nothing begins within the caller's turn. `run` answers for its own faults.
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
