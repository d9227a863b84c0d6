import { setTimeout as pause } from 'node:timers/promises';
import { isKnownToNobodyElse } from '../procedure/articles/art05-no-handler.ts';
import { inOrderOfHandling } from '../procedure/model/desk.ts';
import type { Instant } from '../time/local-date.ts';
import { adviceOn, type PartName, type StateOf } from './advice.ts';
import type { Condition } from './integrity/at-start.ts';
import type { Heads } from './integrity/evidence.ts';
import type { Documents } from './model/documents.ts';
import { linkedChannel } from './model/linked-channel.ts';
import type { Log } from './model/log.ts';
import type { Unreached } from './model/memos.ts';
import type { Recipient } from './model/message.ts';
import { isDue } from './model/outbox.ts';
import { passUnreadable, type Store, Unwritten } from './model/store.ts';
import { unreached, unreachedPeople } from './notify/unreached.ts';
import type { Register } from './register.ts';

/** How a part goes, without a name, a number or an answer of the platform. */
export type Part = {
  ok: boolean;
  state: string;
  /** How many people, dossiers or documents. */
  count?: number;
  /** Since when it does not go well, as far as is known; otherwise since when this process knows. */
  since?: Instant;
  /** What to do about it. */
  todo?: string;
};

/** Whether the bot can do its work, and what its operators may read about that. */
export type Readiness = {
  ready: boolean;
  status: 'ok' | 'degraded' | 'not ready';
  parts: Partial<Record<PartName, Part>>;
  /** When the oldest message that waits was queued. */
  waitingSince?: Instant | undefined;
};

export type HealthParts = {
  store: Store;
  register: Pick<Register, 'desk' | 'context'>;
  mail: boolean;
  isSweeping(): boolean;
  /** Returns when the last sweep that succeeded began. */
  lastSweptAt?: () => Instant | undefined;
  condition?: () => Condition | undefined;
  heads?: Heads | undefined;
  /** Where documents are kept; undefined where they are not. */
  documents?: Documents | undefined;
  log: Log;
};

type Judged = { count?: number; since?: Instant | undefined };

/**
 * Judges readiness, whenever it is asked: not without a register that can be written, or without sweeps. A delivery, which no
 * restart mends, is 'degraded'.
 */
export function readiness(from: HealthParts): () => Promise<Readiness> {
  const { store, register, log } = from;
  const noticed = new Map<PartName, Instant>();
  let leftToNobody: { sweptAt: Instant | undefined; count: number } | undefined;

  function judged<N extends PartName>(name: N, state: StateOf<N>, { count, since }: Judged = {}): Part {
    const todo = adviceOn(name, String(state));
    const part = { ok: todo === undefined, state: String(state), ...(count !== undefined && { count }) };
    if (todo === undefined) {
      noticed.delete(name);
      return part;
    }
    const now = noticed.get(name) ?? register.context().now;
    noticed.set(name, now);
    return { ...part, since: since ?? now, todo };
  }

  /**
   * Measures with a few reads, and two for each person who is not reached, whatever the size of the register. A small document of a
   * newer bot is one of those that are unreadable, and no fault of the store.
   */
  async function measured() {
    const find = (to: Recipient) => unreached(store, to).catch(passUnreadable);
    const ids = [...new Set(inOrderOfHandling(register.desk()).map(({ person }) => person.id))];
    const people = await Promise.all(ids.map((id) => find({ kind: 'person', id })));
    const listed = (await unreachedPeople(store).catch(passUnreadable)) ?? [];
    const others = listed.filter((id) => !ids.includes(id));
    const outside = await Promise.all(others.map((id) => find({ kind: 'person', id })));
    const byMail = from.mail ? await find({ kind: 'mail' }) : undefined;
    const link = await linkedChannel(store).catch(passUnreadable);
    const inChannel = link ? await find({ kind: 'channel' }) : undefined;
    const atDesk = people.filter((one) => one !== undefined);
    const missed = [...atDesk, ...outside, byMail, inChannel].filter((one) => one !== undefined);
    const waiting = new Set(missed.flatMap(({ documents }) => documents));
    const waitingSince = await oldestWaiting(missed);
    const found = from.condition?.();
    const unread = store.unreadable().length;
    const leftToNobody = await countLeftToNobody();
    const parts = {
      mail: judged('mail', !from.mail ? 'none' : !byMail ? 'ok' : byMail.setUp ? 'refused' : 'unreachable', {
        since: byMail?.since,
      }),
      channel: judged('channel', !link ? 'none' : inChannel ? 'unreachable' : 'ok', {
        since: inChannel?.since,
      }),
      desk: judged('desk', atDesk.length > 0 ? 'unreached' : 'ok', {
        count: atDesk.length,
        since: earliest(atDesk.map(({ since }) => since)),
      }),
      undelivered: judged('undelivered', waiting.size > 0 ? 'waiting' : 'ok', {
        count: waiting.size,
        since: waitingSince,
      }),
      unhandled: judged('unhandled', leftToNobody > 0 ? 'waiting' : 'ok', { count: leftToNobody }),
      register: judged('register', found?.behind.length ? 'behind' : 'ok', { since: found?.since }),
      heads: judged('heads', from.heads?.state() ?? 'none'),
      documents: judged('documents', await stateOfDocuments()),
      unreadable: judged('unreadable', unread > 0 ? 'some' : 'ok', { count: unread }),
    };
    return { parts, waitingSince };
  }

  /** Counts the complaints that nobody may read but whom they are about: once for each sweep, because it reads all that are open. */
  async function countLeftToNobody(): Promise<number> {
    const sweptAt = from.lastSweptAt?.();
    if (leftToNobody && sweptAt && leftToNobody.sweptAt === sweptAt) return leftToNobody.count;
    const open = (await store.list({ open: true }).catch(passUnreadable)) ?? [];
    const count = open.filter(({ complaint }) => isKnownToNobodyElse(complaint)).length;
    leftToNobody = { sweptAt, count };
    return count;
  }

  async function stateOfDocuments(): Promise<StateOf<'documents'>> {
    try {
      await Promise.race([from.documents?.check(), lateAfter(checkMs)]);
      return from.documents ? 'ok' : 'none';
    } catch (error) {
      log.fault('documents cannot be kept', error);
      return 'failing';
    }
  }

  /** Finds when the oldest message that waits was queued: of those that are due, and of the first that waits for each who is missed. */
  async function oldestWaiting(missed: readonly Unreached[]): Promise<Instant | undefined> {
    const { now } = register.context();
    const first = missed.flatMap(({ documents }) => documents[0] ?? []);
    const ids = new Set([...first, ...(await store.due(now, mostDue))]);
    const found = await Promise.all([...ids].map((id) => store.read(id).catch(passUnreadable)));
    const messages = found.flatMap((one) =>
      one === undefined || one.document.kind === 'memo' ? [] : one.document.outbox,
    );
    const waiting = messages.filter(
      (one) => one.status === 'queued' && (one.attempts.length > 0 || isDue(one, now)),
    );
    return earliest([
      ...waiting.map(({ queuedAt }) => queuedAt),
      ...missed.flatMap(({ documents, since }) => (documents.length > 0 ? since : [])),
    ]);
  }

  return async () => {
    const isSweeping = from.isSweeping();
    if (!isSweeping) log.error('not ready: no sweep went well for three minutes');
    const sweep = judged('sweep', isSweeping ? 'ok' : 'still', { since: from.lastSweptAt?.() });
    try {
      await store.check();
      const { parts: others, waitingSince } = await measured();
      const parts = { store: judged('store', 'ok'), sweep, ...others };
      const isWhole = Object.values(parts).every(({ ok }) => ok);
      const status = !isSweeping ? 'not ready' : isWhole ? 'ok' : 'degraded';
      return { ready: isSweeping, status, parts, waitingSince };
    } catch (error) {
      log.fault('not ready', error);
      const code = error instanceof Unwritten ? error.code : 'failing';
      const changed = code === 'changed' && { register: judged('register', code) };
      return {
        ready: false,
        status: 'not ready',
        parts: { store: judged('store', code), sweep, ...changed },
      };
    }
  };
}

/** Logs that the register cannot be written at the start: it can still be read then, so the bot goes on, and is not ready. */
export function logUnwritten(log: Log, error: unknown): void {
  const isBusy = error instanceof Unwritten && error.code === 'busy';
  if (isBusy) log.fault('another program holds the register: nothing can be written', error);
  else log.fault('the register cannot be written', error);
}

/** How long the place of documents may take to answer, in milliseconds: readiness is asked every few seconds. */
const checkMs = 3_000;

async function lateAfter(ms: number): Promise<never> {
  await pause(ms, undefined, { ref: false });
  throw new Error(`no answer in ${ms} ms`);
}

/** How many documents in which something is due are read for the oldest message: the longest overdue. */
const mostDue = 5;

const earliest = (moments: readonly Instant[]): Instant | undefined => moments.toSorted()[0];
