import { setTimeout as pause } from 'node:timers/promises';

/** In milliseconds. */
export type RetryLimits = {
  /** How long one try may take. */
  timeoutMs: number;
  /** After that long no new try begins. */
  patienceMs: number;
  /** A signal that ends a try after so many milliseconds; by the clock, unless somebody knows when no answer will come. */
  endOfTry?: (ms: number) => AbortSignal;
};

const firstWaitMs = 50;

/** Statuses of a service that is busy, moving or starting anew. */
const passing = [408, 410, 429, 449, 500, 502, 503, 504];

/** Whatever is no status is a connection that broke, hung, or gave an answer that is none. */
const passes = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === undefined || passing.includes(status);
};

/** What Cosmos DB answered, also where that kept the register from being opened. */
function numberIn(error: unknown, name: 'code' | 'substatus'): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const value: unknown = name in error ? Reflect.get(error, name) : undefined;
  return typeof value === 'number' ? value : numberIn(error.cause, name);
}

/** The HTTP status that Cosmos DB refused with; undefined when it was something else that went wrong. */
export const statusOf = (error: unknown): number | undefined => numberIn(error, 'code');

/** What Cosmos DB says besides its status: 403 with 5300 is a token that it does not take. */
export const substatusOf = (error: unknown): number | undefined => numberIn(error, 'substatus');

/**
 * Tells that it is the credential that is refused: 401, or 403 with a substatus of Entra ID (53xx) or none. The other
 * substatuses of 403 are about the account: that it is full, or that a region takes no writes.
 */
export function isCredentialRefused(error: unknown): boolean {
  const status = statusOf(error);
  const substatus = substatusOf(error) ?? 5300;
  return status === 401 || (status === 403 && Math.floor(substatus / 100) === 53);
}

/** 429: how long to stay away, in milliseconds. */
const askedToWait = (error: unknown): number =>
  error instanceof Error && 'retryAfterInMs' in error ? Number(error.retryAfterInMs) || 0 : 0;

/**
 * Tries again, ever longer after the last time and not before Cosmos DB wants it, what failed by a fault that passes.
 * The request must end on its signal.
 */
export async function withRetry<T>(
  request: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, patienceMs, endOfTry = AbortSignal.timeout }: RetryLimits,
): Promise<T> {
  const lastTry = performance.now() + patienceMs;
  for (let wait = firstWaitMs; ; wait *= 2) {
    try {
      return await within(timeoutMs, endOfTry(timeoutMs), request);
    } catch (error) {
      // Jitter, so that two who collided do not collide again.
      const waitMs = Math.max(askedToWait(error), wait * (0.5 + Math.random() / 2));
      if (!passes(error) || performance.now() + waitMs > lastTry) throw error;
      await pause(waitMs);
    }
  }
}

/**
 * The SDK tries again by itself what it knows how to, up to 120 times with a second between them, and heeds the signal
 * only when it sends. So the answer is not waited for any longer; nothing is sent any more either.
 */
async function within<T>(
  timeoutMs: number,
  end: AbortSignal,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const cut = Promise.withResolvers<never>();
  const noAnswer = (): void => cut.reject(new Error(`Cosmos DB gave no answer in ${timeoutMs} ms`));
  end.addEventListener('abort', noAnswer);
  try {
    return await Promise.race([request(end), cut.promise]);
  } finally {
    end.removeEventListener('abort', noAnswer);
  }
}
