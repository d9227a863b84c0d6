import { createHash, randomBytes } from 'node:crypto';
import { readMemo, writeMemo } from '../../register/model/memo.ts';
import type { MemoKey } from '../../register/model/memo-kind.ts';
import { memos } from '../../register/model/memos.ts';
import { retryOnConflict } from '../../register/model/retry-on-conflict.ts';
import type { Store } from '../../register/model/store.ts';
import { arrived, counted, holdFor, longestOnTheWayMs, nothingSent, waitFor } from './outgoing-windows.ts';

/**
 * The most requests a second of all processes of one register together, the most of one process, and how long it keeps that
 * share.
 */
const ofTenant = 50;
const shareMs = 30_000;

const aSecond = 1_000;

/** How long a request under way counts for the whole tenant, in milliseconds: a chat that hangs must not block the others. */
const onTheWayMs = 2_000;

/** How much later than it lapses a share is given to others: the last request may arrive that late, and counts for a second. */
const graceMs = onTheWayMs + aSecond;

/** The wait until one more may be sent. With 0 it counts as under way from now on, until `ended` is called. */
type Room = { waitMs: number; ended(): void };

export type OutgoingLimits = {
  /** Asks to send one more message there. */
  take(conversationId: string, tenantId?: string): Promise<Room>;
  /** Returns for how many milliseconds at the least that conversation has no room, and counts nothing; 0: it may have. */
  noRoomFor(conversationId: string): Promise<number>;
  /** Holds a conversation for so many milliseconds, because the platform says so. */
  hold(conversationId: string, ms: number): Promise<void>;
};

const noRoom = (waitMs: number): Room => ({ waitMs, ended: () => {} });

/** The time of a request under way, in which it arrives. */
type Trip = { sentAt: number; endedAt?: number };

/**
 * Keeps within the limits of Teams as its service sees messages arrive, over every stretch of time and for all processes of
 * one register together: what each conversation has used is stored before anything is sent there. The end of a request is
 * stored with the next one there, which saves a write; until then other processes count it as under way. Each process has a
 * share of the limit of the tenant for half a minute, which saves a write for each message. `now` is in milliseconds and the
 * same for all processes; `process` is the name of this one.
 */
export function outgoingLimits(store: Store, now: () => number, process: string): OutgoingLimits {
  /** What this process wrote last, which is read again only when another process has written since. */
  const known = new Map<string, { content: unknown; etag: string | undefined }>();
  /** The requests of this process, by tenant. */
  const sent = new Map<string, Trip[]>();
  /** When the last requests of this process ended, by their name, the oldest first. */
  const endedAt = new Map<string, number>();

  /** Changes what is stored under that key; without a change it only answers. */
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

  /** Takes half of what is free, so that something is always left for the next process. */
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

  /** Begins a request in that tenant, or returns how long it must wait. */
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
      // Messages of other processes may have arrived by then, which only the store tells.
      known.delete(memos.chatLimits.of(named(conversationId)).id);
      sent.set(tenantId, sent.get(tenantId)?.filter((each) => each !== trip) ?? []);
      return noRoom(waitMs);
    },
    noRoomFor: (conversationId) =>
      change(memos.chatLimits.of(named(conversationId)), (kept = nothingSent) => {
        const at = now();
        return { answer: waitFor(arrived(kept, at, endedAt), at) };
      }),
    hold: (conversationId, ms) =>
      change(memos.chatLimits.of(named(conversationId)), (used = nothingSent) => ({
        keep: holdFor(used, now(), ms),
        answer: undefined,
      })),
  };
}

/** Tells whether a share is current; one that lasts longer than any share was written by a clock that ran ahead. */
const isCurrent = (until: number, at: number): boolean => at < until && until <= at + shareMs + graceMs;

/** Hashes the name of a chat or a tenant, so that the register does not tell which it is. */
const named = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);
