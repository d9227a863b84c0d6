import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Unwritten } from '../register/model/store.ts';

/** Lists the files of a database: itself, its write-ahead log (WAL), and the index of that log. */
const withCompanions = (path: string): string[] => [path, `${path}-wal`, `${path}-shm`];

/**
 * Makes the file and its folder where missing, and takes the rights of group and others away, whatever the umask is. SQLite
 * gives new companions the mode of their file.
 */
export function ownerOnly(path: string): void {
  makeFolder(dirname(path));
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  for (const file of withCompanions(path)) narrow(file);
}

/** Makes a folder and its parents. Not by `recursive`, which loops for ever where no folder can be made, such as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it at the same moment.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

function narrow(file: string): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || (mode & 0o077) === 0) return;
  try {
    chmodSync(file, mode & 0o700);
  } catch (error) {
    // Some network file systems have no owners; there the share decides who reads.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EPERM', 'ENOTSUP', 'EROFS'].includes(code)) throw error;
  }
}

/** Detects that the files that were opened are no longer under their names. */
export type FileWatch = {
  /** Throws `Unwritten` when one was removed, replaced or truncated: what is written then is lost with the process. */
  assertInPlace(): void;
};

/** Starts watching the files of a database that has just been opened and read. */
export function watchFiles(path: string): FileWatch {
  const opened = withCompanions(path).flatMap((file) => identityOf(file) ?? []);
  let size = 0n;
  let log: Log | undefined;
  return {
    assertInPlace() {
      for (const { file, dev, ino, name } of opened) {
        const now = identityOf(file);
        if (now?.ino !== ino || now.dev !== dev || now.name !== name) throw new Unwritten('gone');
        if (file !== path) continue;
        // The bot never makes the file smaller.
        if (now.size < size) throw new Unwritten('gone');
        size = now.size;
      }
      const written = logAt(`${path}-wal`);
      // A WAL with the same salt only grows; after a full checkpoint it starts again with another salt.
      const isCutOff = log?.salt === written?.salt && (written?.size ?? 0) < (log?.size ?? 0);
      if (written?.isLog === false || isCutOff) throw new Unwritten('gone');
      log = written;
    },
  };
}

function identityOf(file: string) {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  // The name itself too: it may have become a symbolic link to the file, beside which SQLite looks for another WAL.
  const name = lstatSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
  return found && { file, dev: found.dev, ino: found.ino, name, size: found.size };
}

type Log = { isLog: boolean; salt: string; size: number };

/**
 * Reads the header of the WAL (sqlite.org/walformat.html); undefined while it is empty. Never opens its index, because
 * closing that file would release the locks of SQLite.
 */
function logAt(file: string): Log | undefined {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return undefined;
  const begin = Buffer.alloc(24);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, begin, 0, begin.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return { isLog: begin.readUInt32BE(0) >>> 1 === 0x377f0682 >>> 1, salt: begin.toString('hex', 16), size };
}
