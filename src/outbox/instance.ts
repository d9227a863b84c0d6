import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

const separator = '|';

/** A name for this process that no other on the same register has or had: machine, process id, and a random part. */
export const instanceName = (): string => [hostname(), process.pid, randomUUID()].join(separator);

/** Whether that name is of a process of this machine that runs no more. False when in doubt. */
export function hasEnded(name: string, own: string): boolean {
  const [machine, pid] = name.split(separator);
  if (machine !== hostname() || !Number(pid) || name.startsWith(own)) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

/** Signal 0 does nothing; it fails with ESRCH when there is no such process. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
