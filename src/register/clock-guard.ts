import type { Instant } from '../time/local-date.ts';
import { readMemo, writeMemo } from './model/memo.ts';
import { memos } from './model/memos.ts';
import type { Message } from './model/message.ts';
import { Conflict, type Store } from './model/store.ts';

/** How often it is written down how far time has come: what a restart may overlook is no more than that. */
const everyMs = 60 * 60_000;

/** The longest that somebody may keep a message to himself before he has delivered it. */
const longestClaimMs = 60_000;

/** Tells when the clock was set back since the last sweep, also when the bot was stopped in between. */
export function clockWatch(store: Store) {
  let reached: Instant | undefined;
  let noted: Instant | undefined;

  return {
    async isSetBack(now: Instant): Promise<boolean> {
      noted ??= (await readMemo(store, memos.clock)).content;
      reached ??= noted;
      return reached !== undefined && now < reached;
    },
    /** All that was due by then has been seen to. */
    async seenTo(now: Instant): Promise<void> {
      reached = now;
      if (noted !== undefined && Math.abs(Date.parse(now) - Date.parse(noted)) < everyMs) return;
      const { etag } = await readMemo(store, memos.clock);
      await writeMemo(store, memos.clock, now, etag).catch((error: unknown) => {
        // Another instance has just noted it.
        if (!(error instanceof Conflict)) throw error;
      });
      noted = now;
    },
  };
}

/**
 * An outbox of which the times may have been set by a clock that ran ahead: what waits is tried at once, and whoever
 * has claimed it keeps it no longer than he could by the right time.
 */
export const replanned = (outbox: readonly Message[], now: Instant): Message[] =>
  outbox.map((message) => {
    if (message.status !== 'queued') return message;
    const { lease, tryAt } = message;
    const until = new Date(Date.parse(now) + longestClaimMs).toISOString();
    return {
      ...message,
      tryAt: tryAt && tryAt < now ? tryAt : now,
      lease: lease && { ...lease, until: lease.until < until ? lease.until : until },
    };
  });
