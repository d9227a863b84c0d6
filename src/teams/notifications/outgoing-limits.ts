import { createHash, randomBytes } from 'node:crypto';
import { readMemo, writeMemo } from '../../register/model/memo.ts';
import { type MemoKey, memos } from '../../register/model/memos.ts';
import { retryOnConflict } from '../../register/model/retry-on-conflict.ts';
import type { Store } from '../../register/model/store.ts';
import { arrived, counted, holdFor, longestOnTheWayMs, nothingSent, waitFor } from './outgoing-windows.ts';

/** What all processes of one register may send together, and at most this one of it, for so long as it holds its share. */
const ofTenant = 50;
const shareMs = 30_000;

const aSecond = 1_000;

/** So long what is on its way counts for the whole tenant: chats that hang must not keep the others. */
const onTheWayMs = 2_000;

/** A share that has lapsed is given to others this much later: what was sent last may arrive so late, and counts for a second. */
const graceMs = onTheWayMs + aSecond;

/** Milliseconds until one more may be sent. With 0 it is on its way from now on, until it is told that its request has ended. */
type Room = { waitMs: number; ended(): void };

export type OutgoingLimits = {
  /** Asks to send one more there. */
  take(conversationId: string, tenantId?: string): Promise<Room>;
  /** Nothing may be sent there for so many milliseconds: the platform says so. */
  hold(conversationId: string, ms: number): Promise<void>;
};

const noRoom = (waitMs: number): Room => ({ waitMs, ended: () => {} });

/** From when it was sent until its request ended, in between of which it arrives. */
type Trip = { sentAt: number; endedAt?: number };

/**
 * Keeps within the limits of Teams as its service sees messages arrive, over every stretch of time and for all processes
 * of one register together: what each conversation used of them stands in the store before anything is sent there. That a
 * request has ended is kept with the next that goes there, so that it costs no write; until then others count it as on its way. Of the limit of the whole tenant every
 * process has a share for half a minute, so that it costs no write for each message. `now` is in milliseconds and the
 * same for all processes; `process` is the name of this one.
 */
export function outgoingLimits(store: Store, now: () => number, process: string): OutgoingLimits {
  /** What was written here last, so that reading it again is needed only when another process was there since. */
  const known = new Map<string, { content: unknown; etag: string | undefined }>();
  /** What this process sent, in each tenant. */
  const sent = new Map<string, Trip[]>();
  /** When the last requests of this process ended, by the name under which they were sent, the oldest first. */
  const endedAt = new Map<string, number>();

  /** Changes what is kept under that key; with nothing new to keep only answers. */
  const change = <T, A>(
    key: MemoKey<T>,
    work: (kept: T | undefined) => { keep?: NoInfer<T>; answer: A },
  ): Promise<A> =>
    retryOnConflict(async () => {
      const { id, check } = key;
      const stored = known.get(id) ?? (await readMemo(store, key));
      const { keep, answer } = work(check(stored.content) ? stored.content : undefined);
      if (keep === undefined) return answer;
      known.delete(id);
      const etag = await writeMemo(store, key, keep, stored.etag);
      remember(id, { content: keep, etag });
      return answer;
    });

  function remember(id: string, kept: { content: unknown; etag: string | undefined }): void {
    if (known.size > 1_000) known.clear();
    known.set(id, kept);
  }

  /** Half of what is free, so that there is always something left for the next process. */
  const share = (tenantId: string): Promise<number> =>
    change(memos.tenantShares.of(named(`tenant ${tenantId}`)), (shares = []) => {
      const at = now();
      const own = shares.find(({ by, until }) => by === process && isCurrent(until, at));
      if (own) return { answer: own.perSecond };
      const others = shares.filter(({ by, until }) => by !== process && isCurrent(until + graceMs, at));
      const free = ofTenant - others.reduce((sum, { perSecond }) => sum + perSecond, 0);
      const perSecond = Math.ceil(free / 2);
      if (perSecond === 0) return { answer: 0 };
      return { keep: [...others, { by: process, perSecond, until: at + shareMs }], answer: perSecond };
    });

  /** What is on its way in that tenant from now on, or how long it has to wait. */
  async function tripWithin(tenantId: string): Promise<Trip | number> {
    const perSecond = await share(tenantId);
    const at = now();
    if (perSecond === 0) return aSecond;
    const arrivesAt = ({ sentAt, endedAt }: Trip): number => Math.min(at, endedAt ?? sentAt + onTheWayMs);
    const counting = (sent.get(tenantId) ?? []).filter(
      (trip) => trip.sentAt <= at && arrivesAt(trip) > at - aSecond,
    );
    const limiting = counting.map(arrivesAt).sort((one, other) => one - other)[counting.length - perSecond];
    if (limiting !== undefined) return limiting + aSecond - at;
    const trip = { sentAt: at };
    sent.set(tenantId, [...counting, trip]);
    return trip;
  }

  function end(name: string, trip: Trip): void {
    const at = now();
    trip.endedAt = at;
    endedAt.set(name, at);
    for (const [each, moment] of endedAt) {
      if (Math.abs(at - moment) < longestOnTheWayMs) return;
      endedAt.delete(each);
    }
  }

  return {
    async take(conversationId, tenantId = '') {
      const trip = await tripWithin(tenantId);
      if (typeof trip === 'number') return noRoom(trip);
      const name = randomBytes(6).toString('base64url');
      const waitMs = await change(memos.chatLimits.of(named(conversationId)), (kept = nothingSent) => {
        const at = now();
        const used = arrived(kept, at, endedAt);
        const wait = waitFor(used, at);
        return wait > 0 ? { answer: wait } : { keep: counted(used, at, name), answer: 0 };
      });
      if (waitMs === 0) {
        trip.sentAt = now();
        return { waitMs, ended: () => end(name, trip) };
      }
      // What others have sent may have arrived by the next time, which only the store tells.
      known.delete(memos.chatLimits.of(named(conversationId)).id);
      sent.set(tenantId, sent.get(tenantId)?.filter((each) => each !== trip) ?? []);
      return noRoom(waitMs);
    },
    hold: (conversationId, ms) =>
      change(memos.chatLimits.of(named(conversationId)), (used = nothingSent) => ({
        keep: holdFor(used, now(), ms),
        answer: undefined,
      })),
  };
}

/** A moment further ahead than any share lasts was written by a clock that ran ahead. */
const isCurrent = (until: number, at: number): boolean => at < until && until <= at + shareMs + graceMs;

/** The name of a chat or a tenant in the register, which tells nobody which one it is. */
const named = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);
