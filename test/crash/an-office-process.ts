import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StorePlace } from '../../src/settings/settings.ts';
import type { Answered, Asked } from './office-process.ts';

/** The folder of the compile cache, so that an office starts fast. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'klachten-compiled') };

const file = fileURLToPath(new URL('office-process.ts', import.meta.url));

export type OfficeProcess = ReturnType<typeof anOfficeProcess>;

/** An office in a process of its own, started but not open yet. `heard` gets everything that it answers. */
export function anOfficeProcess(heard: (answered: Answered) => void) {
  const child = fork(file, { stdio: 'inherit', execArgv: [], env });
  const exit = once(child, 'exit');
  const opened = Promise.withResolvers<void>();
  opened.promise.catch(() => {});
  let answers = 0;
  child.on('message', (answered: Answered) => {
    if ('open' in answered) return opened.resolve();
    if ('failed' in answered) opened.reject(new Error(answered.failed));
    heard(answered);
    child.emit('answered', ++answers);
  });
  child.on('error', () => {});
  let isDead = false;
  const died = exit.then(() => {
    if (!isDead) throw new Error('An office ended by itself.');
  });
  died.catch(() => {});
  const ask = (asked: Asked): void => {
    if (!isDead && child.connected) child.send(asked, () => {});
  };
  return {
    pid: child.pid ?? 0,
    ask,
    /** Opens that register; resolves when complaints can be registered. */
    open(asked: Extract<Asked, { open: StorePlace }>): Promise<void> {
      ask(asked);
      return Promise.race([opened.promise, died]);
    },
    /** Resolves when it has answered that many times. */
    async answered(count: number): Promise<void> {
      while (answers < count) await Promise.race([once(child, 'answered'), died]);
    },
    /** Kills the process as a power cut would (kill -9). */
    async kill(): Promise<void> {
      isDead = true;
      child.kill('SIGKILL');
      await exit;
    },
  };
}
