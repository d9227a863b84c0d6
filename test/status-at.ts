import { setTimeout as pause } from 'node:timers/promises';

/**
 * The status of the answer to a request. Its body is read to the end, because a connection with an unread body stays
 * taken until the garbage collector happens to find it.
 */
export async function statusAt(url: string | URL, init?: RequestInit): Promise<number> {
  const response = await fetch(url, init);
  await response.arrayBuffer();
  return response.status;
}

/** Asks until what comes is as expected: readiness is measured every five seconds at most. Returns what came last. */
export async function becoming<T>(ask: () => Promise<T>, isExpected: (found: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const found = await ask();
    if (isExpected(found) || tries === 100) return found;
    await pause(100);
  }
}
