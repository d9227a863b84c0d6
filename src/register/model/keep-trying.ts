import { setTimeout as pause } from 'node:timers/promises';

/** The first and the longest pause between two tries, in milliseconds; each is twice the one before. */
const firstPauseMs = 100;
export const longestPauseMs = 1_000;

/**
 * Tries until it succeeds or `goesOn` is false; then throws the last error. For recording what has happened already, such as
 * a message that was sent: the store is locked or out of reach for a while, and what was sent cannot be taken back. Does not
 * keep the process alive.
 */
export async function keepTrying(work: () => Promise<void>, goesOn: () => boolean): Promise<void> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (!goesOn()) throw error;
    }
    await pause(pauseMs, undefined, { ref: false });
  }
}
