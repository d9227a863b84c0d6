import { createHash } from 'node:crypto';
import type { Memo } from '../register/dossier.ts';
import { Conflict, type Store } from '../register/store.ts';
import { counted, holdFor, nothingSent, type Used, waitFor } from './pace-windows.ts';

/** What all processes of one register may send together, and at most this one of it, for so long as it holds its share. */
const ofTenant = 50;
const shareMs = 30_000;

/** A share that has lapsed is given to others this much later: what was sent last still counts for a second. */
const graceMs = 1_000;

const aSecond = 1_000;

export type Pace = {
  /** Milliseconds until one more may be sent there. With 0 it counts as sent now. */
  take(conversationId: string, tenantId?: string): Promise<number>;
  /** Nothing may be sent there for so many milliseconds: the platform says so. */
  hold(conversationId: string, ms: number): Promise<void>;
};

type Shares = { by: string; perSecond: number; until: number }[];

/**
 * Keeps within the limits of Teams, over every stretch of time and for all processes of one register together: what each
 * conversation used of them stands in the store before anything is sent there. Of the limit of the whole tenant every
 * process has a share for half a minute, so that it costs no write for each message. `now` is in milliseconds and the
 * same for all processes; `process` is the name of this one.
 */
export function pace(store: Store, now: () => number, process: string): Pace {
  /** What was written here last, so that reading it again is needed only when another process was there since. */
  const known = new Map<string, { content: unknown; etag: string | undefined }>();
  /** When this process sent, in each tenant. */
  const sent = new Map<string, number[]>();

  /** Changes what is kept under that key; with nothing new to keep only answers. */
  async function change<T, A>(
    key: string,
    work: (kept: T | undefined) => { keep?: T; answer: A },
  ): Promise<A> {
    const id = `pace/${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`;
    for (;;) {
      const stored = known.get(id) ?? (await recalled(id));
      const { keep, answer } = work(stored.content as T | undefined);
      if (keep === undefined) return answer;
      try {
        const etag = await store.write({ kind: 'memo', id, content: keep }, stored.etag);
        remember(id, { content: keep, etag });
        return answer;
      } catch (error) {
        known.delete(id);
        if (!(error instanceof Conflict)) throw error;
      }
    }
  }

  async function recalled(id: string): Promise<{ content: unknown; etag: string | undefined }> {
    const stored = await store.read<Memo>(id);
    return { content: stored?.document.content, etag: stored?.etag };
  }

  function remember(id: string, kept: { content: unknown; etag: string | undefined }): void {
    if (known.size > 1_000) known.clear();
    known.set(id, kept);
  }

  /** Half of what is free, so that there is always something left for the next process. */
  const share = (tenantId: string): Promise<number> =>
    change<Shares, number>(`tenant ${tenantId}`, (shares = []) => {
      const at = now();
      const own = shares.find(({ by, until }) => by === process && isCurrent(until, at));
      if (own) return { answer: own.perSecond };
      const others = shares.filter(({ by, until }) => by !== process && isCurrent(until + graceMs, at));
      const free = ofTenant - others.reduce((sum, { perSecond }) => sum + perSecond, 0);
      const perSecond = Math.ceil(free / 2);
      if (perSecond === 0) return { answer: 0 };
      return { keep: [...others, { by: process, perSecond, until: at + shareMs }], answer: perSecond };
    });

  async function waitForTenant(tenantId: string): Promise<number> {
    const perSecond = await share(tenantId);
    const at = now();
    if (perSecond === 0) return aSecond;
    const mine = sent.get(tenantId) ?? [];
    const limiting = mine.at(-perSecond);
    const ms = limiting === undefined ? 0 : limiting + aSecond - at;
    if (ms > 0 && ms <= aSecond) return ms;
    sent.set(tenantId, [...mine, at].slice(-ofTenant));
    return 0;
  }

  return {
    async take(conversationId, tenantId = '') {
      const ms = await waitForTenant(tenantId);
      if (ms > 0) return ms;
      return change<Used, number>(conversationId, (used = nothingSent) => {
        const at = now();
        const wait = waitFor(used, at);
        return wait > 0 ? { answer: wait } : { keep: counted(used, at), answer: 0 };
      });
    },
    hold: (conversationId, ms) =>
      change<Used, void>(conversationId, (used = nothingSent) => ({
        keep: holdFor(used, now(), ms),
        answer: undefined,
      })),
  };
}

/** A moment further ahead than any share lasts was written by a clock that ran ahead. */
const isCurrent = (until: number, at: number): boolean => at < until && until <= at + shareMs + graceMs;
