import { Undelivered } from '../register/model/delivery.ts';
import type { Memo } from '../register/model/dossier.ts';
import { Conflict, type Store } from '../register/model/store.ts';
import type { Instant } from '../time/local-date.ts';
import { later } from '../time/local-date.ts';
import type { Hold, Result } from './lines.ts';

/** How long the right to try lasts, in milliseconds: longer than a try takes. Whoever dies in between keeps nobody longer. */
const rightMs = 30_000;

/** How soon those who wait for what another tries ask again, in milliseconds. */
const askAgainMs = 1_000;

/** Clocks of processes differ by less; what began further ahead was written by a clock that was put back since. */
const skewMs = 5_000;

type Span = { since: Instant; until: Instant };

/** Of a recipient whom nothing reaches: how many tries in a row failed, and until when nothing is tried, or by whom. */
type Kept = Span & { failures: number; reason: string; setUp: boolean; probe?: Span & { by: string } };

/** What was known of a recipient when somebody was allowed to try: how many tries in a row had failed before. */
export type Permit = { failures: number; kept: Kept | undefined; etag: string | undefined };

/** Whether something may be tried now: yes; no, until the hold ends; or not yet, for another process tries. */
export type Answer = { permit: Permit } | { hold: Hold } | { askAgainAt: Instant };

/**
 * Keeps in the store which recipients are on hold, for all processes of one register together: when a hold ends one of
 * them may try, and the others wait for what comes of that. Who can be reached costs one read and no write for each message.
 */
export function sharedHolds(store: Store, clock: { now(): Instant }, instance: string) {
  const idOf = (line: string): string => `hold/${line}`;

  const read = async (line: string): Promise<{ kept: Kept | undefined; etag: string | undefined }> => {
    const stored = await store.read<Memo<Kept | null>>(idOf(line));
    return { kept: stored?.document.content ?? undefined, etag: stored?.etag };
  };

  /** Undefined when somebody else wrote in between: what they know is newer. */
  async function write(
    line: string,
    content: Kept | null,
    etag: string | undefined,
  ): Promise<string | undefined> {
    try {
      return await store.write({ kind: 'memo', id: idOf(line), content }, etag);
    } catch (error) {
      if (error instanceof Conflict) return undefined;
      throw error;
    }
  }

  const counts = ({ since, until }: Span): boolean =>
    since <= later(clock.now(), skewMs) && clock.now() < until;

  const holdIn = ({ since, until, reason, setUp }: Kept): Hold => ({
    since,
    until,
    why: new Undelivered(reason, true, { setUp }),
  });

  async function lift(line: string): Promise<void> {
    for (;;) {
      const { kept, etag } = await read(line);
      if (!kept || (await write(line, null, etag))) return;
    }
  }

  return {
    /** Asks to try something there. A permit after a hold is the only one there is, until what came of it is noted or its time is over. */
    async ask(line: string): Promise<Answer> {
      for (;;) {
        const { kept, etag } = await read(line);
        if (!kept) return { permit: { failures: 0, kept, etag } };
        if (counts(kept)) return { hold: holdIn(kept) };
        const now = clock.now();
        if (kept.probe && kept.probe.by !== instance && counts(kept.probe))
          return { askAgainAt: later(now, askAgainMs) };
        const probe = { by: instance, since: now, until: later(now, rightMs) };
        const taken = await write(line, { ...kept, probe }, etag);
        if (taken) return { permit: { failures: kept.failures, kept, etag: taken } };
      }
    },

    /** Notes what a try showed; of what shows nothing only that another may try. */
    async note(line: string, { failures, kept, etag }: Permit, result: Result): Promise<void> {
      if (result === 'reached') return kept && lift(line);
      if (result && 'hold' in result) {
        const { until, why } = result.hold;
        const { message: reason, setUp } = why;
        const hold = { since: clock.now(), until, failures: failures + 1, reason, setUp };
        await write(line, hold, etag);
      } else if (kept) {
        const { probe: _, ...rest } = kept;
        await write(line, rest, etag);
      }
    },

    /** The hold there is now. */
    async current(line: string): Promise<Hold | undefined> {
      const { kept } = await read(line);
      return kept && counts(kept) ? holdIn(kept) : undefined;
    },

    /** That recipient can be reached: nothing is held any more. */
    lift,
  };
}
