import { setTimeout as pause } from 'node:timers/promises';
import { Unwritten } from '../register/model/store.ts';

/** The pause between two tries, in milliseconds: random from the shortest on, so that two who wait do not collide again. */
const shortestWaitMs = 2;
const spreadMs = 20;

/** Milliseconds without a try after which a lock counts as a new one: it may have been free in between. */
const forgottenMs = 1_000;

/** Result codes of SQLite (sqlite.org/rescode.html). */
const codes = { busy: 5, readOnly: 8, full: 13, protocol: 15 };

/** The I/O errors of a lock that the file system did not give (IOERR_LOCK, _RDLOCK, _SHMLOCK). */
const noLock = [3850, 2314, 5130];

/**
 * I/O errors of a file that could not grow: a page that was not written, or a WAL index that could not be made, lengthened
 * or mapped (IOERR_WRITE, _SHMOPEN, _SHMSIZE, _SHMMAP). SQLite needs that index before it writes anything.
 */
const noRoom = [778, 4618, 4874, 5386];

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined;

/** Compares the low byte, because an extended code carries its primary code there. */
const isBusy = (error: unknown): boolean => ((codeOf(error) ?? 0) & 0xff) === codes.busy;

/** Tells whether another process, or the file system, keeps the file locked. */
export function isLocked(error: unknown): boolean {
  const code = codeOf(error) ?? 0;
  return isBusy(error) || code === codes.protocol || noLock.includes(code);
}

/** Tells whether the disk had no room for a write; SQLite has rolled it back then. */
export function isFull(error: unknown): boolean {
  const code = codeOf(error) ?? 0;
  return code === codes.full || noRoom.includes(code);
}

/** Translates an error of SQLite to `Unwritten` where it is certain that nothing was written; returns any other as it is. */
export function unwritten(error: unknown): unknown {
  if (isBusy(error)) return new Unwritten('busy', error);
  if (isFull(error)) return new Unwritten('full', error);
  if (((codeOf(error) ?? 0) & 0xff) === codes.readOnly) return new Unwritten('read-only', error);
  return error;
}

export type RetryWhileLocked = <T>(work: () => T) => Promise<T>;

/**
 * Retries while another process holds the lock, and yields to the event loop in between. The timeout counts from the first
 * try of anybody in this process that found the lock, so that a turn of three writes waits no longer than one of one write.
 */
export function retryWhileLocked(lockTimeoutMs: number): RetryWhileLocked {
  let lockedSince: number | undefined;
  let lastTriedAt = 0;
  return async (work) => {
    for (;;) {
      try {
        const done = work();
        lockedSince = undefined;
        return done;
      } catch (error) {
        if (!isBusy(error)) throw error;
        const now = performance.now();
        if (lockedSince === undefined || now - lastTriedAt > forgottenMs) lockedSince = now;
        lastTriedAt = now;
        if (now - lockedSince > lockTimeoutMs) throw error;
        await pause(shortestWaitMs + spreadMs * Math.random());
      }
    }
  };
}
