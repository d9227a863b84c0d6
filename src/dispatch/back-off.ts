import type { Instant } from '../time/local-date.ts';
import { later } from '../time/local-date.ts';

const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;

/**
 * The number of tries after which a message is given up. It counts tries and not time, so that a standstill of the bot costs
 * none; with the waits below, 200 tries take a day on average and two at most.
 */
export const mostTries = 200;

export type Failure = {
  /** How often it was tried, this time included. */
  tries: number;
  /** How often in a row nothing reached that recipient: the wait is as if this message had been tried so often. */
  failures?: number;
  at: Instant;
  /** The moment before which the platform asks not to try. */
  notBefore?: Instant | undefined;
  /** Random number from 0 up to 1. */
  random: () => number;
};

/**
 * Computes when to try again; undefined after the last try. The wait is a random part (full jitter) of 5 seconds, doubled
 * with every try up to 15 minutes; never before `notBefore`.
 */
export function retryAt({ tries, failures = 0, at, notBefore, random }: Failure): Instant | undefined {
  if (tries >= mostTries) return undefined;
  const longest = Math.min(longestWaitMs, firstWaitMs * 2 ** (Math.max(tries, failures + 1) - 1));
  const wanted = later(at, Math.floor(random() * longest));
  return notBefore !== undefined && notBefore > wanted ? notBefore : wanted;
}
