import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { type Instant, later } from '../../time/local-date.ts';
import { canonical } from './chain.ts';
import type { Dossier } from './dossier.ts';
import type { Log } from './log.ts';
import { changeMemo, readMemo } from './memo.ts';
import { connecting, type Leftover, memos } from './memos.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { Store } from './store.ts';

/**
 * Removes an erased complaint from every small document that connects somebody with it: those of its parties and of the
 * recipients of its messages, and those that exist once for everybody. What their chats still show of it becomes leftovers.
 */
export async function forget(store: Store, dossier: Dossier, now: Instant, log: Log): Promise<void> {
  const names = ['mail', 'channel', ...textsAt('id', dossier)];
  for (const { begin, without } of connecting) {
    for (const id of begin.endsWith('/') ? names.map((name) => `${begin}${name}`) : [begin])
      await retryOnConflict(async () => {
        const stored = await store.read(id);
        if (stored?.document.kind !== 'memo') return;
        const { content } = stored.document;
        const left = without?.(content, dossier.id);
        if (canonical(left) === canonical(content)) return;
        await store.write({ kind: 'memo', id, content: left }, stored.etag);
      });
  }
  await leaveBehind(store, dossier.id, now, log);
}

/** How long it is tried to change a message that shows what was erased, in milliseconds: thirty days. */
const triedMs = 30 * 24 * 60 * 60_000;

/**
 * Keeps of each message about an erased dossier in which chat it stands, and not whose chat that is, so that it can be changed. The log
 * says how many are in no chat that is known.
 */
export async function leaveBehind(store: Store, number: CaseNumber, now: Instant, log: Log): Promise<void> {
  const { content: cards = [] } = await readMemo(store, memos.cards.of(number));
  if (cards.length === 0) return;
  const until = later(now, triedMs);
  const found: Leftover[] = [];
  for (const { who, activityId } of cards) {
    const address = (await readMemo(store, memos.contact.of(who))).content?.address;
    if (address) found.push({ address, activityId, until });
  }
  await changeMemo(store, memos.leftovers.of(number), (known = []) => {
    const added = found.filter((one) => known.every(({ activityId }) => activityId !== one.activityId));
    return added.length > 0 ? [...known, ...added] : undefined;
  });
  await changeMemo(store, memos.cardsBehind, (known = []) =>
    known.includes(number) ? undefined : [...known, number],
  );
  await changeMemo(store, memos.cards.of(number), (known = []) =>
    known.filter((one) => !cards.some(({ activityId }) => activityId === one.activityId)),
  );
  giveUp(cards.length - found.length, log);
}

/** Writes in the log how many messages may still show something, and are not tried any more. */
export function giveUp(messages: number, log: Log): void {
  if (messages > 0)
    log.warn('messages may still show what was erased: their chat was not reached', { messages });
}

/** Collects every text under that name, at any depth. */
function textsAt(name: string, value: unknown): Set<string> {
  const found = new Set<string>();
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === name && typeof inner === 'string' && !inner.includes('/')) found.add(inner);
    return inner;
  });
  return found;
}
