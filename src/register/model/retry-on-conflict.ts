import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { Conflict, Unwritten } from './store.ts';

/** The number of tries after which a conflict is no coincidence. */
const mostTries = 400;

/** The number of tries without a pause; each later one waits up to so many milliseconds, so that writers stop colliding. */
const triesAtOnce = 20;
const longestPauseMs = 20;

/**
 * Runs read-modify-write with optimistic locking; retries on conflict. Yields between two tries, so that others are served, and
 * ends: a conflict that never ends throws `Unwritten`, because nothing was written.
 */
export async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (tries >= mostTries) throw new Unwritten('busy', error);
    }
    await (tries < triesAtOnce ? turn() : pause(Math.random() * longestPauseMs));
  }
}
