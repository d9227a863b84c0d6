import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Amend } from '../register/amend.ts';
import { letGo } from '../register/model/outbox.ts';
import { passUnreadable, type Store } from '../register/model/store.ts';
import type { Instant } from '../time/local-date.ts';
import { later } from '../time/local-date.ts';
import { leaseMs } from './claims.ts';

const separator = '|';

/** Names this process as no other on the same register has or had: machine, process id, and a random part. */
export const instanceName = (): string => [hostname(), process.pid, randomUUID()].join(separator);

/** Tells whether the process of that name, on this machine, has ended. False when in doubt. */
export function hasEnded(name: string, own: string): boolean {
  const [machine, pid] = name.split(separator);
  if (machine !== hostname() || !Number(pid) || name.startsWith(own)) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

/** Tells whether a process runs: signal 0 does nothing, and fails with ESRCH when there is none. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** The most documents that are looked at; claims in others lapse by themselves. */
const most = 10_000;

export type ReleaseParts = {
  store: Store;
  amend: Amend;
  clock: { now(): Instant };
  /** Tells whether the dispatcher of that name delivers no more. */
  hasEnded(by: string): boolean;
};

/** Releases, at the start, the claims of processes that have died, so that their messages go out now and not a lease later. */
export async function releaseAbandoned({ store, amend, clock, hasEnded }: ReleaseParts): Promise<void> {
  for (const id of await store.due(later(clock.now(), leaseMs), most)) {
    await amend(id, (found) => {
      const outbox = letGo(found.outbox, clock.now(), hasEnded);
      return outbox === found.outbox ? undefined : { ...found, outbox };
    }).catch(passUnreadable);
  }
}
