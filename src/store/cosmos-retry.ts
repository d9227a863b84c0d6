import { setTimeout as pause } from 'node:timers/promises';

/** In milliseconds. */
export type RetryLimits = {
  /** How long one try may take. */
  timeoutMs: number;
  /** How long after the first try a new try may still begin. */
  retryForMs: number;
  /** Makes a signal that ends a try after so many milliseconds; tests, which know when no answer will come, replace it. */
  endOfTry?: (ms: number) => AbortSignal;
};

const firstWaitMs = 50;

/** Statuses that pass: the service is busy, moving or restarting. */
const passing = [408, 410, 429, 449, 500, 502, 503, 504];

/** Tells whether a fault is transient. An error without a status is a connection that broke or hung, or no valid answer. */
const passes = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === undefined || passing.includes(status);
};

/** Finds a number in the error of Cosmos DB, also where that error is the cause of another. */
function numberIn(error: unknown, name: 'code' | 'substatus'): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const value: unknown = name in error ? Reflect.get(error, name) : undefined;
  return typeof value === 'number' ? value : numberIn(error.cause, name);
}

/** Returns the HTTP status with which Cosmos DB refused; undefined for any other error. */
export const statusOf = (error: unknown): number | undefined => numberIn(error, 'code');

/** Returns the substatus of Cosmos DB: 403 with 5300 is a refused token. */
export const substatusOf = (error: unknown): number | undefined => numberIn(error, 'substatus');

/**
 * Tells whether the credential is refused: 401, or 403 with a substatus of Entra ID (53xx) or none. The other substatuses of
 * 403 are about the account: it is full, or a region takes no writes.
 */
export function isCredentialRefused(error: unknown): boolean {
  const status = statusOf(error);
  const substatus = substatusOf(error) ?? 5300;
  return status === 401 || (status === 403 && Math.floor(substatus / 100) === 53);
}

/** Returns how long a 429 asks to wait, in milliseconds. */
const askedToWait = (error: unknown): number =>
  error instanceof Error && 'retryAfterInMs' in error ? Number(error.retryAfterInMs) || 0 : 0;

/**
 * Retries a request on a transient fault, with exponential back-off and not before Cosmos DB allows it. The request must end
 * on its signal.
 */
export async function withRetry<T>(
  request: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, retryForMs, endOfTry = AbortSignal.timeout }: RetryLimits,
): Promise<T> {
  const lastTry = performance.now() + retryForMs;
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
 * Stops waiting for an answer when the signal ends. The SDK retries by itself, up to 120 times a second apart, and heeds the
 * signal only when it sends: after this nothing is sent any more.
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
