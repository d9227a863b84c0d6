import { setTimeout as pause } from 'node:timers/promises';
import { Unwritten } from '../register/model/store.ts';

/** Between two tries, in milliseconds: from the shortest, at random, so that several who wait do not meet again. */
const shortestWaitMs = 2;
const spreadMs = 20;

/** After so many milliseconds in which nobody tried, nobody knows any more whether it was locked all the time. */
const forgottenMs = 1_000;

/** Result codes of SQLite (sqlite.org/rescode.html). */
const codes = { busy: 5, readOnly: 8, full: 13 };

/**
 * Of an I/O error, those of what had to grow: a page that was not written, and the index of the log that could not be made,
 * lengthened or mapped (IOERR_WRITE, _SHMOPEN, _SHMSIZE, _SHMMAP). The index is needed before anything is written.
 */
const noRoom = [778, 4618, 4874, 5386];

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined;

/** The low byte of an extended code is that of its kind. */
const isBusy = (error: unknown): boolean => ((codeOf(error) ?? 0) & 0xff) === codes.busy;

/** The disk has no room for what SQLite wants to write; what it began is undone. */
export function isFull(error: unknown): boolean {
  const code = codeOf(error) ?? 0;
  return code === codes.full || noRoom.includes(code);
}

/** The error of SQLite in the words of `Store`, where it is certain that nothing was written; otherwise as it is. */
export function unwritten(error: unknown): unknown {
  if (isBusy(error)) return new Unwritten('busy', error);
  if (isFull(error)) return new Unwritten('full', error);
  if (((codeOf(error) ?? 0) & 0xff) === codes.readOnly) return new Unwritten('read-only', error);
  return error;
}

export type Patiently = <T>(work: () => T) => Promise<T>;

/**
 * Tries again what finds the register locked by another process, and leaves the event loop to others in between. The
 * patience is counted from when it was first found locked, by whomever in this process: a turn that writes three times
 * waits no longer than one that writes once.
 */
export function retryWhileLocked(patienceMs: number): Patiently {
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
        if (now - lockedSince > patienceMs) throw error;
        await pause(shortestWaitMs + spreadMs * Math.random());
      }
    }
  };
}
