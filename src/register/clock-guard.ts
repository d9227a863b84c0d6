import { type Instant, later, millisecondsBetween } from '../time/local-date.ts';
import { readMemo, writeMemo } from './model/memo.ts';
import { memos } from './model/memos.ts';
import type { Message } from './model/message.ts';
import { Conflict, passUnreadable, type Store } from './model/store.ts';

/** How often the moment is recorded, in milliseconds: a restart can miss no more than that. */
const everyMs = 60 * 60_000;

/** The longest that a claim may hold, in milliseconds. */
const longestClaimMs = 60_000;

/** Detects that the clock was set back since the last sweep, also when the bot was stopped in between. */
export function clockWatch(store: Store) {
  let reached: Instant | undefined;
  let noted: Instant | undefined;

  /** Reads what was recorded; undefined where a newer bot has written that: its moment is not known, and it stays. */
  const recorded = () => readMemo(store, memos.clock).catch(passUnreadable);

  return {
    async isSetBack(now: Instant): Promise<boolean> {
      noted ??= (await recorded())?.content;
      reached ??= noted;
      return reached !== undefined && now < reached;
    },
    /** Records that everything due by then has been handled. */
    async seenTo(now: Instant): Promise<void> {
      reached = now;
      if (noted !== undefined && Math.abs(millisecondsBetween(noted, now)) < everyMs) return;
      const found = await recorded();
      if (!found) return;
      await writeMemo(store, memos.clock, now, found.etag).catch((error: unknown) => {
        // Another instance has just recorded it.
        if (!(error instanceof Conflict)) throw error;
      });
      noted = now;
    },
  };
}

/**
 * Replans an outbox whose times may come from a clock that ran ahead: what waits is tried at once, and a claim holds no longer
 * than a new one would.
 */
export const replanned = (outbox: readonly Message[], now: Instant): Message[] =>
  outbox.map((message) => {
    if (message.status !== 'queued') return message;
    const { lease, tryAt } = message;
    const until = later(now, longestClaimMs);
    return {
      ...message,
      tryAt: tryAt && tryAt < now ? tryAt : now,
      lease: lease && { ...lease, until: lease.until < until ? lease.until : until },
    };
  });
