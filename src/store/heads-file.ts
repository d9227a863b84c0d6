import { appendFileSync, chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import {
  further,
  type Head,
  type Heads,
  headIn,
  isFurther,
  raiseHighest,
} from '../register/integrity/evidence.ts';
import type { Log } from '../register/model/log.ts';

/** Names the file of heads beside a register in SQLite: klachten.db.heads. */
export const headsPath = (register: string): string => `${register}.heads`;

/** The number of outdated lines above which the file is compacted to the last head of each number. */
const mostOutOfDate = 10_000;

/** Reads the heads in a file, one a line, in the order in which they were noted; none if there is no file. */
export const headsIn = (path: string): Head[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((line) => headIn(line) ?? [])
    : [];

/**
 * Appends heads to a file beside the register. It is evidence and not the truth: no write waits for the disk, and what is
 * missing at its end after a power cut is noted at the next start. Only its owner may read it.
 */
export function headsFile(path: string, log: Pick<Log, 'fault'>): Heads {
  const lines = headsIn(path);
  const last = new Map<string, Head>();
  const highest = new Map<string, number>();
  let failed = false;
  let removed = false;

  function remember(head: Head): void {
    last.set(head.number, further(head, last.get(head.number)));
    if (!raiseHighest(highest, head))
      log.fault('a head of a number that no year reaches was passed over', new RangeError('number'));
  }

  function write(work: () => void): void {
    try {
      work();
      failed = false;
    } catch (error) {
      if (!failed) log.fault('heads cannot be noted beside the register', error);
      failed = true;
    }
  }

  lines.forEach(remember);
  write(() => {
    if (existsSync(path)) chmodSync(path, 0o600);
    // A line that a power cut or a full disk cut off must not swallow the next.
    if (isCutOff(path)) appendFileSync(path, '\n');
    if (lines.length - last.size <= mostOutOfDate) return;
    writeFileSync(`${path}.partial`, [...last.values()].map(lineOf).join(''), { mode: 0o600, flush: true });
    renameSync(`${path}.partial`, path);
  });

  let isThere = existsSync(path);

  /** Notes everything anew where the file was removed: who removes evidence must not have it forgotten at the next start. */
  function restore(): void {
    const isRemoved = isThere && !existsSync(path);
    if (!isRemoved) return;
    if (!removed)
      log.fault('what was noted beside the register was removed', new Error('the heads are gone'));
    removed = true;
    write(() => appendFileSync(path, [...last.values()].map(lineOf).join(''), { mode: 0o600 }));
  }

  return {
    note(head) {
      const before = last.get(head.number);
      const next = further(head, before);
      if (next === before) return false;
      restore();
      remember(next);
      write(() => appendFileSync(path, `${failed ? '\n' : ''}${lineOf(next)}`, { mode: 0o600 }));
      isThere ||= !failed;
      return isFurther(head, before);
    },
    all: () => last.values(),
    state() {
      restore();
      return failed ? 'unwritable' : removed ? 'removed' : 'ok';
    },
    highest: () => Object.fromEntries(highest),
  };
}

const isCutOff = (path: string): boolean =>
  existsSync(path) && !['', '\n'].includes(readFileSync(path, 'utf8').slice(-1));

const lineOf = (head: Head): string => `${JSON.stringify(head)}\n`;
