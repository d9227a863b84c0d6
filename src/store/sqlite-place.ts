import { closeSync, existsSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { isFolder, noRegister, putBack } from './sqlite-faults.ts';
import { isOfAnother } from './sqlite-schema.ts';

/**
 * Refuses the places where SQLite loses a register: its locks and the memory that its processes share work on the disks of one
 * machine only.
 */

const remedy = 'Zet het op een schijf van deze machine, of gebruik STORE=cosmos';

/** File systems of a network or a cluster, as Linux names them; a program can serve one too (`fuse.`). */
const overNetwork =
  /^(fuse\.)?(nfs\d*|cifs|smb\w*|ncpfs?|afs|kafs|afp\w*|coda|ceph[\w-]*|gluster\w*|lustre|beegfs|gpfs|ocfs2|gfs2|orangefs|pvfs2|panfs|wekafs|davfs2?|acfs|efs)$/;

/** What a virtual machine, a container or WSL sees of its host. */
const ofHost =
  /^(fuse\.)?(9p|v9fs|virtiofs|drvfs|wslfs|vboxsf|vmhgfs|vmhgfs-fuse|prl_fs|grpcfuse|osxfs|fakeowner)$/;

/** Storage elsewhere that a program shows as files. */
const ofProgram =
  /^fuse\.(sshfs|curlftpfs|s3fs|mount-s3|goofys|rclone|blobfuse2?|gcsfuse|juicefs|seaweedfs|weed|moosefs|mfs\w*|gvfsd-fuse|google-drive-ocamlfuse|onedriver)$/;

/** Tells whether a file system is not of a disk of this machine. */
const isElsewhere = (kind: string): boolean =>
  [overNetwork, ofHost, ofProgram].some((names) => names.test(kind));

/** Where Linux lists what is mounted; other systems have no such list. */
const mounts = '/proc/self/mountinfo';

/** Writes a mount point as it is: spaces and the like stand there in octal (proc(5)). */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

/** Finds the type of the file system that holds a path, in that list; of mounts on one point the last one counts. */
export function fileSystemOf(path: string, mountinfo: string): string | undefined {
  let found: { point: string; type: string } | undefined;
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const point = unescaped(before.split(' ')[4] ?? '');
    const [type = ''] = after.split(' ');
    const holds = point === '/' || path === point || path.startsWith(`${point}/`);
    if (point && type && holds && point.length >= (found?.point.length ?? 0)) found = { point, type };
  }
  return found?.type;
}

/**
 * Says why a register cannot be kept at that path; undefined where it can. On App Service /home is a network share, whatever type it
 * has.
 */
export function unfit(
  path: string,
  { mountinfo, env = process.env }: { mountinfo: string; env?: NodeJS.ProcessEnv },
): string | undefined {
  if (env.WEBSITE_SITE_NAME && /^\/home(\/|$)/.test(path))
    return `het staat onder /home, bij App Service een netwerkschijf, en daar verliest SQLite gegevens. ${remedy}`;
  const type = fileSystemOf(path, mountinfo);
  if (type === undefined || !isElsewhere(type)) return undefined;
  return `het staat op een netwerkschijf (${type}), en daar verliest SQLite gegevens. ${remedy}`;
}

/** Refuses a path that is no place for a register. Follows links, and the folders that are there already. */
export function assertFit(path: string): void {
  const absolute = resolve(path);
  let there = absolute;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const real = realpathSync(there) + absolute.slice(there.length);
  const mountinfo = existsSync(mounts) ? readFileSync(mounts, 'utf8') : '';
  const why = unfit(real, { mountinfo });
  if (why) throw new Error(why);
}

/** How long a file may be empty, in milliseconds: another process may be making it at this moment. */
const makingMs = 1_000;

/** The first bytes of every file of SQLite (sqlite.org/fileformat.html). */
const signature = 'SQLite format 3\0';

/**
 * Refuses a folder, a file of something else, a database of another program, and an empty file that was there before: it is what is
 * left of a register, or was never one. Before anything is done to it, so that it keeps its rights.
 */
export function assertRegister(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error(isFolder);
  const until = performance.now() + makingMs;
  const isEmpty = () => statSync(path, { throwIfNoEntry: false })?.size === 0;
  while (isEmpty()) {
    if (performance.now() > until)
      throw new Error(
        `het bestand is leeg (0 bytes), dus wat erin stond is weg. ${putBack}. Was hier nog nooit een register? Verwijder dan het bestand. ` +
          `Een netwerkschijf maakt een bestand soms zelf leeg. ${remedy}`,
      );
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  if (existsSync(path) && (firstBytesOf(path) !== signature || isAnother(path))) throw new Error(noRegister);
}

/** Looks into a database as it stands on the disk: no lock is taken and no file made, also not beside it. */
function isAnother(path: string): boolean {
  const address = pathToFileURL(path);
  address.search = 'immutable=1';
  try {
    using db = new DatabaseSync(address, { readOnly: true });
    return isOfAnother(db);
  } catch {
    // Opening it, which comes next, reports the reason better.
    return false;
  }
}

function firstBytesOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(signature.length);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
