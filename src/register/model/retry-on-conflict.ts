import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { Conflict, Unwritten } from './store.ts';

/** Tries after which a conflict is no coincidence any more. */
const mostTries = 400;

/** Tries that follow at once; after these each waits up to so many milliseconds, so that writers get out of each other's way. */
const triesAtOnce = 20;
const longestPauseMs = 20;

/**
 * Runs what reads, changes and writes a document; again when somebody else wrote it in between (optimistic locking). Others
 * are served between two tries, and it ends: what conflicts for ever throws `Unwritten`, for nothing of it was written.
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
