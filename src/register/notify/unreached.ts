import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Instant } from '../../time/local-date.ts';
import { changeMemo, readMemo, writeMemo } from '../model/memo.ts';
import { memos, type Unreached } from '../model/memos.ts';
import {
  isSameRecipient,
  type Message,
  personIn,
  type Recipient,
  recipientName,
  recipientRules,
} from '../model/message.ts';
import { triesOf } from '../model/outbox.ts';
import { retryOnConflict } from '../model/retry-on-conflict.ts';
import type { Store } from '../model/store.ts';

/** The most documents that are remembered for one recipient; older ones are still tried at their own times. */
const remembered = 1_000;

const memoOf = (to: Recipient) => memos.unreached.of(recipientName(to));

/** Returns what waits for a recipient; undefined while they can be reached, as far as is known. */
export const unreached = async (store: Store, to: Recipient): Promise<Unreached | undefined> =>
  (await readMemo(store, memoOf(to))).content ?? undefined;

/** Lists the object ids of everybody who is not reached. */
export const unreachedPeople = async (store: Store): Promise<PersonId[]> =>
  (await readMemo(store, memos.unreachedPeople)).content ?? [];

/** Adds a person to the list of who is not reached, or removes them; the channel and the mail server are in no list. */
async function listAs(isUnreached: boolean, store: Store, to: Recipient): Promise<void> {
  const person = personIn(to);
  if (!person) return;
  await changeMemo(store, memos.unreachedPeople, (listed = []) => {
    if (listed.includes(person) === isUnreached) return undefined;
    return isUnreached ? [...listed, person] : listed.filter((id) => id !== person);
  });
}

/** Remembers that a message was not delivered, so that the first sign of life retries it. */
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
 * Forgets that a recipient was not reached, and calls `release` for each document with a message that waits. What fails
 * meanwhile is noted anew, and what could not be released is put back.
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

/** Removes a recipient from the list, unless something failed since; a failure in between finds them still listed. */
async function crossOff(store: Store, to: Recipient): Promise<void> {
  if (await unreached(store, to)) return;
  await listAs(false, store, to);
  if (await unreached(store, to)) await listAs(true, store, to);
}

/**
 * Makes what waits for a recipient due now, also messages that were given up and still apply; the tries of those start anew.
 * A letter that was given up stays so, because its handler was asked to send it by hand. Returns the very same outbox with
 * nothing to revive.
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
    return message.status === 'gave-up' && !recipientRules[to.kind].isDoneByHand && counts(message);
  };
  if (!outbox.some(revives)) return outbox;
  return outbox.map((message) => {
    if (!revives(message)) return message;
    const anew = message.status === 'gave-up' && { triedBefore: triesOf(message) };
    return { ...message, ...anew, status: 'queued', unreachable: undefined, tryAt: now };
  });
}
