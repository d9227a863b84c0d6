import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Unwritten } from '../register/model/store.ts';
import { documentsPath } from './documents-folder.ts';
import { headsPath } from './heads-file.ts';
import type { Rewritten } from './sqlite-erasures.ts';

/** The most that SQLite keeps of the file of a WAL that begins anew, in bytes. */
export const keptLogBytes = 4 * 2 ** 20;

/** Lists the files of a database: itself, its write-ahead log (WAL), and the index of that log. */
const withCompanions = (path: string): string[] => [path, `${path}-wal`, `${path}-shm`];

/** Tells whether a write-ahead log stands beside a database: somebody has it open, or did not close it. */
export const hasLog = (path: string): boolean => existsSync(`${path}-wal`);

/** Removes a database that nobody has open, with its companions, its heads and its documents. */
export function removeDatabase(path: string): void {
  for (const file of [...withCompanions(path), headsPath(path)]) rmSync(file, { force: true });
  rmSync(documentsPath(path), { recursive: true, force: true });
}

/**
 * Makes the file and its folder where missing, and takes the rights of group and others away, whatever the umask is. SQLite
 * gives new companions the mode of their file. Tells whether the file was missing.
 */
export function ownerOnly(path: string): boolean {
  makeFolder(dirname(path));
  const isMissing = !existsSync(path);
  if (isMissing) closeSync(openSync(path, 'a', 0o600));
  for (const file of withCompanions(path)) narrow(file);
  return isMissing;
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

/** Starts watching the files of a database that has just been opened and read; only a rewrite may make it smaller. */
export function watchFiles(path: string, rewritten: () => Rewritten | undefined): FileWatch {
  const opened = withCompanions(path).flatMap((file) => identityOf(file) ?? []);
  let size = 0n;
  let upTo = 0;
  let log: Log | undefined;
  function isRewrittenSince(past: number): boolean {
    const now = rewritten();
    return now !== undefined && (now.isDue || now.upTo !== past);
  }
  return {
    assertInPlace() {
      // Before the size, so that a rewrite that ends in between counts as later than that size.
      const before = rewritten();
      for (const { file, dev, ino, name } of opened) {
        const now = identityOf(file);
        if (now?.ino !== ino || now.dev !== dev || now.name !== name) throw new Unwritten('gone');
        if (file !== path) continue;
        if (now.size < size && !isRewrittenSince(upTo)) throw new Unwritten('gone');
        size = now.size;
        upTo = before?.upTo ?? upTo;
      }
      const written = logAt(`${path}-wal`);
      // A WAL with the same salt only grows, but for one that began anew in a longer file: SQLite cuts that down to the limit.
      const least = Math.min(log?.size ?? 0, keptLogBytes);
      const isCutOff = log?.salt === written?.salt && (written?.size ?? 0) < least;
      if (written?.isLog === false || isCutOff) throw new Unwritten('gone');
      log = written;
    },
  };
}

function identityOf(file: string) {
  // The name itself too: it may have become a symbolic link to the file, beside which SQLite looks for another WAL.
  const name = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  const found = name?.isSymbolicLink() ? statSync(file, { bigint: true, throwIfNoEntry: false }) : name;
  return found && { file, dev: found.dev, ino: found.ino, name: name?.ino, size: found.size };
}

/** The header of a WAL (sqlite.org/walformat.html): how long it is, and where its salt stands in it. */
const headerBytes = 32;
const saltAt = 16;
const magic = 0x377f0682;

type Log = { isLog: boolean; salt: string; size: number };

/**
 * Reads the WAL: its header, and the size that belongs to that header; undefined while it is empty. Other processes empty and
 * begin it anew meanwhile, so it reads again until the header before the size is that after it. Never opens its index,
 * because closing that file would release the locks of SQLite.
 */
function logAt(file: string): Log | undefined {
  if (!existsSync(file)) return undefined;
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const before = headerIn(descriptor);
      const { size } = fstatSync(descriptor);
      if (!before || size < headerBytes) return undefined;
      if (!headerIn(descriptor)?.equals(before)) continue;
      const isLog = before.readUInt32BE(0) >>> 1 === magic >>> 1;
      return { isLog, salt: before.toString('hex', saltAt, saltAt + 8), size };
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Reads the header of a WAL; undefined where it is not whole, as in one that was just emptied. */
function headerIn(descriptor: number): Buffer | undefined {
  const header = Buffer.alloc(headerBytes);
  return readSync(descriptor, header, 0, headerBytes, 0) === headerBytes ? header : undefined;
}
