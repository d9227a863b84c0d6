import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Instant } from '../../time/local-date.ts';
import { changeMemo, readMemo, writeMemo } from '../model/memo.ts';
import { memos, type Unreached } from '../model/memos.ts';
import { isSameRecipient, type Message, type Recipient } from '../model/message.ts';
import { triesOf } from '../model/outbox.ts';
import { retryOnConflict } from '../model/retry-on-conflict.ts';
import type { Store } from '../model/store.ts';

/** Documents remembered for one recipient; an older one is still tried at its own times. */
const remembered = 1_000;

const memoOf = (to: Recipient) => memos.unreached.of(to.kind === 'person' ? to.id : to.kind);

/** Undefined while it can be reached, as far as is known. */
export const unreached = async (store: Store, to: Recipient): Promise<Unreached | undefined> =>
  (await readMemo(store, memoOf(to))).content ?? undefined;

/** The object ids of everybody whom something does not reach. */
export const unreachedPeople = async (store: Store): Promise<PersonId[]> =>
  (await readMemo(store, memos.unreachedPeople)).content ?? [];

/** Lists that person, or no longer; the channel and the mail server are one each, and in no list. */
async function listAs(isUnreached: boolean, store: Store, to: Recipient): Promise<void> {
  if (to.kind !== 'person') return;
  await changeMemo(store, memos.unreachedPeople, (listed = []) => {
    if (listed.includes(to.id) === isUnreached) return undefined;
    return isUnreached ? [...listed, to.id] : listed.filter((id) => id !== to.id);
  });
}

/** Keeps that something did not arrive there, so that the first sign of life has it tried again. */
export async function noteUnreached(store: Store, to: Recipient, missed: Missed): Promise<void> {
  await keep(store, to, missed);
  await listAs(true, store, to);
}

type Missed = { document?: string; reason: string; setUp: boolean; now: Instant };

async function keep(store: Store, to: Recipient, { document, reason, setUp, now }: Missed): Promise<void> {
  await changeMemo(store, memoOf(to), (before) => {
    const known = before?.documents ?? [];
    const documents =
      document === undefined || known.includes(document) ? known : [...known, document].slice(-remembered);
    if (before && before.reason === reason && before.setUp === setUp && documents === known) return undefined;
    return { since: before?.since ?? now, reason, setUp, documents };
  });
}

/**
 * It was reached: forgets about it, and hands what waits for it, a document at a time, to `release`. What fails meanwhile is
 * noted anew, and what could not be released is put back.
 */
export async function noteReached(
  store: Store,
  to: Recipient,
  release: (document: string) => Promise<void>,
): Promise<void> {
  const found = await retryOnConflict(async () => {
    const { content, etag } = await readMemo(store, memoOf(to));
    if (content) await writeMemo(store, memoOf(to), null, etag);
    return content;
  });
  if (!found) return;
  const { reason, setUp, since } = found;
  const waiting = [...found.documents];
  try {
    for (; waiting[0] !== undefined; waiting.shift()) await release(waiting[0]);
  } finally {
    for (const document of waiting) await noteUnreached(store, to, { document, reason, setUp, now: since });
    await crossOff(store, to);
  }
}

/** Takes them from the list, unless something failed to arrive since; what fails in between found them listed still. */
async function crossOff(store: Store, to: Recipient): Promise<void> {
  if (await unreached(store, to)) return;
  await listAs(false, store, to);
  if (await unreached(store, to)) await listAs(true, store, to);
}

/**
 * Has what waits for that recipient tried now, also what was given up and still counts. A letter that was given up
 * stays so: its handler was asked to send it by hand. The tries of what was given up begin anew. With nothing to revive the answer is the very same outbox.
 */
export function revived(
  outbox: Message[],
  to: Recipient,
  now: Instant,
  counts: (message: Message) => boolean,
): Message[] {
  const revives = (message: Message): boolean => {
    if (!isSameRecipient(message.to, to) || message.lease) return false;
    if (message.status === 'queued') return (message.tryAt ?? now) > now;
    return message.status === 'gave-up' && to.kind !== 'mail' && counts(message);
  };
  if (!outbox.some(revives)) return outbox;
  return outbox.map((message) => {
    if (!revives(message)) return message;
    const anew = message.status === 'gave-up' && { triedBefore: triesOf(message) };
    return { ...message, ...anew, status: 'queued', unreachable: undefined, tryAt: now };
  });
}
