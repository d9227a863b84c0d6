import type { Instant } from '../time/local-date.ts';
import { later } from '../time/local-date.ts';

const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;

/**
 * After this many tries a message is given up. It is a number and not a length of time, so that a standstill of the
 * bot costs no tries; with the waits below, 200 tries take a day on average and two at most.
 */
export const mostTries = 200;

export type Failure = {
  /** How often it was tried, this time included. */
  tries: number;
  /** How often in a row nothing else reached that recipient either: the wait is as long as if this had been tried so often. */
  failures?: number;
  at: Instant;
  /** The platform asks not to try before this moment. */
  notBefore?: Instant | undefined;
  /** From 0 up to 1. */
  random: () => number;
};

/**
 * When to try again, or undefined after the last try. The wait is a random part (full jitter) of 5 seconds, doubled
 * with every try up to 15 minutes; never before `notBefore`.
 */
export function retryAt({ tries, failures = 0, at, notBefore, random }: Failure): Instant | undefined {
  if (tries >= mostTries) return undefined;
  const longest = Math.min(longestWaitMs, firstWaitMs * 2 ** (Math.max(tries, failures + 1) - 1));
  const wanted = later(at, Math.floor(random() * longest));
  return notBefore !== undefined && notBefore > wanted ? notBefore : wanted;
}
