import { Undelivered } from '../register/model/delivery.ts';
import { readMemo, writeMemo } from '../register/model/memo.ts';
import { type KeptHold, memos } from '../register/model/memos.ts';
import { retryOnConflict } from '../register/model/retry-on-conflict.ts';
import { Conflict, type Store } from '../register/model/store.ts';
import type { Instant } from '../time/local-date.ts';
import { later } from '../time/local-date.ts';
import type { Hold, Result } from './lines.ts';

/** How long a permit to try lasts, in milliseconds: longer than a try takes. After that a crashed process blocks nobody. */
const rightMs = 30_000;

/** How soon a process asks again while another one tries, in milliseconds. */
const askAgainMs = 1_000;

/** The most that clocks of processes differ; a hold that begins later was written before the clock was set back. */
const skewMs = 5_000;

/** A permit to try, with the number of tries that failed in a row before it. */
export type Permit = { failures: number; kept: KeptHold | undefined; etag: string | undefined };

/** Whether a message may be tried now: yes; not before the hold ends; or not while another process tries. */
export type Answer = { permit: Permit } | { hold: Hold } | { askAgainAt: Instant };

/**
 * Shares between the processes of one register which recipients are on hold: when a hold ends one process may try, and the
 * others wait for its result. A recipient who is not on hold costs one read and no write a message.
 */
export function sharedHolds(store: Store, clock: { now(): Instant }, instance: string) {
  const read = async (line: string): Promise<{ kept: KeptHold | undefined; etag: string | undefined }> => {
    const { content, etag } = await readMemo(store, memos.hold.of(line));
    return { kept: content ?? undefined, etag };
  };

  const write = (line: string, content: KeptHold | null, etag: string | undefined): Promise<string> =>
    writeMemo(store, memos.hold.of(line), content, etag);

  const counts = ({ since, until }: Pick<KeptHold, 'since' | 'until'>): boolean =>
    since <= later(clock.now(), skewMs) && clock.now() < until;

  const holdIn = ({ since, until, reason, setUp }: KeptHold): Hold => ({
    since,
    until,
    why: new Undelivered(reason, true, { setUp }),
  });

  const lift = (line: string): Promise<void> =>
    retryOnConflict(async () => {
      const { kept, etag } = await read(line);
      if (kept) await write(line, null, etag);
    });

  return {
    /** Asks for a permit to try. A permit after a hold is the only one, until its result is noted or its time is over. */
    ask: (line: string): Promise<Answer> =>
      retryOnConflict(async () => {
        const { kept, etag } = await read(line);
        if (!kept) return { permit: { failures: 0, kept, etag } };
        if (counts(kept)) return { hold: holdIn(kept) };
        const now = clock.now();
        if (kept.probe && kept.probe.by !== instance && counts(kept.probe))
          return { askAgainAt: later(now, askAgainMs) };
        const probe = { by: instance, since: now, until: later(now, rightMs) };
        const taken = await write(line, { ...kept, probe }, etag);
        return { permit: { failures: kept.failures, kept, etag: taken } };
      }),

    /** Notes the result of a try; without a result it only gives the permit back. */
    async note(line: string, { failures, kept, etag }: Permit, result: Result): Promise<void> {
      if (result === 'reached') return kept && lift(line);
      if (result && 'hold' in result) {
        const { until, why } = result.hold;
        const { message: reason, setUp } = why;
        const hold = { since: clock.now(), until, failures: failures + 1, reason, setUp };
        await write(line, hold, etag).catch(leaveNewer);
      } else if (kept) {
        const { probe: _, ...rest } = kept;
        await write(line, rest, etag).catch(leaveNewer);
      }
    },

    /** Returns the present hold. */
    async current(line: string): Promise<Hold | undefined> {
      const { kept } = await read(line);
      return kept && counts(kept) ? holdIn(kept) : undefined;
    },

    /** Ends the hold on a recipient. */
    lift,
  };
}

/** Leaves what another process wrote in between, because what it knows is newer. */
function leaveNewer(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
