import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Asked } from './a-lock-holder-process.ts';

const file = fileURLToPath(new URL('a-lock-holder-process.ts', import.meta.url));

/** Another process, which holds the locks of registers for as long as it is asked to. End it after use. */
export function aLockHolder() {
  const child = fork(file, { execArgv: [] });
  const done = new Map<string, () => void>();
  child.on('message', (asked: Asked) => done.get(JSON.stringify(asked))?.());
  const ask = async (asked: Asked): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    done.set(JSON.stringify(asked), resolve);
    child.send(asked);
    await promise;
  };
  return {
    /** Resolves when it holds the lock of that register. */
    lock: (path: string) => ask({ lock: path }),
    /** Resolves when it has that register to itself, so that nobody else can read it either. */
    lockAlone: (path: string) => ask({ lock: path, alone: true }),
    /** Resolves when the lock is free. */
    release: (path: string) => ask({ release: path }),
    async end(): Promise<void> {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}
