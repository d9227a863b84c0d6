import { setTimeout as pause } from 'node:timers/promises';
import { OutOfReach, Unwritten } from '../register/model/store.ts';

/** The pause between two tries, in milliseconds: random from the shortest on, so that two who wait do not collide again. */
const shortestWaitMs = 2;
const spreadMs = 20;

/** Milliseconds without a try after which a lock counts as a new one: it may have been free in between. */
const forgottenMs = 1_000;

/** Result codes of SQLite (sqlite.org/rescode.html). */
const codes = { busy: 5, readOnly: 8, corrupt: 11, full: 13, noFile: 14, protocol: 15, noDatabase: 26 };

/** The I/O errors of a lock that the file system did not give (IOERR_LOCK, _RDLOCK, _SHMLOCK). */
const noLock = [3850, 2314, 5130];

/**
 * I/O errors of a file that could not grow: a page that was not written, or a WAL index that could not be made, lengthened
 * or mapped (IOERR_WRITE, _SHMOPEN, _SHMSIZE, _SHMMAP). SQLite needs that index before it writes anything.
 */
const noRoom = [778, 4618, 4874, 5386];

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined;

/** Finds the low byte, because an extended code carries its primary code there. */
const primaryOf = (error: unknown): number => (codeOf(error) ?? 0) & 0xff;

const isBusy = (error: unknown): boolean => primaryOf(error) === codes.busy;

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
  if (primaryOf(error) === codes.readOnly) return new Unwritten('read-only', error);
  return error;
}

/** What helps where a register cannot be read any more. */
export const putBack = 'Laat het staan, en zet een back-up terug (docs/backup-terugzetten.md)';

export const isFolder = 'dat is een map. Noem met STORE een bestand, zoals STORE=sqlite:data/klachten.db';

export const noRegister = `dat is geen register: het is een ander bestand, of het is beschadigd. Noem met STORE het goede bestand. Was dit het register? ${putBack}`;

const lockedElsewhere =
  'een ander programma of een andere machine houdt het vast. Sluit dat, en open het register alleen met Klachtenbot; gebruik voor meer ' +
  'dan één machine STORE=cosmos';

/** Says in plain words, with the remedy, what SQLite finds wrong with the file of a register; undefined where that is not known. */
export function inPlainWords(error: unknown): string | undefined {
  const said = error instanceof Error ? error.message : String(error);
  if (isLocked(error)) return lockedElsewhere;
  if (primaryOf(error) === codes.corrupt)
    return `het bestand is beschadigd of half gekopieerd (${said}). ${putBack}`;
  return primaryOf(error) === codes.noDatabase ? noRegister : undefined;
}

/** What Node.js says of a path that cannot be opened or made. */
const barred = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'];

const isBarred = (error: unknown): boolean =>
  [codes.noFile, codes.readOnly].includes(primaryOf(error)) ||
  (error instanceof Error && 'code' in error && barred.includes(String(error.code)));

/** Makes the error that a register cannot be opened, with the reason in plain words where it is known. */
export function notOpened(path: string, cause: unknown): Error {
  const said = cause instanceof Error ? cause.message : String(cause);
  const reason = isBarred(cause)
    ? `Klachtenbot kan dat bestand of zijn map niet maken of openen (${said}). Geef de rechten daarvoor, of noem met STORE een andere plaats`
    : (inPlainWords(cause) ?? said);
  const Kind = isLocked(cause) ? OutOfReach : Error;
  return new Kind(`het register ${path} kan niet worden geopend: ${reason}`, { cause });
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
