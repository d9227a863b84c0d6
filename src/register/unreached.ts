import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Memo } from './dossier.ts';
import { isSameRecipient, type Message, type Recipient } from './message.ts';
import { Conflict, type Store } from './store.ts';

/** Somebody, the channel or the mail server that could not be reached, and what waits for it. */
export type Unreached = {
  /** The first time in an unbroken row. */
  since: Instant;
  /** Of the last time: '403 ConversationBlockedByUser'. */
  reason: string;
  /** It does not pass by itself: what is set up for it must be put right. */
  setUp: boolean;
  /** The ids of the dossiers and bulletins of which something waits, the newest last. */
  documents: string[];
};

/** Documents remembered for one recipient; an older one is still tried at its own times. */
const remembered = 1_000;

const memoOf = (to: Recipient): string => `unreached/${to.kind === 'person' ? to.id : to.kind}`;

type Kept = Memo<Unreached | null>;

/** Undefined while it can be reached, as far as is known. */
export const unreached = async (store: Store, to: Recipient): Promise<Unreached | undefined> =>
  (await store.read<Kept>(memoOf(to)))?.document.content ?? undefined;

/** Keeps that something did not arrive there, so that the first sign of life has it tried again. */
export async function noteUnreached(
  store: Store,
  to: Recipient,
  { document, reason, setUp, now }: { document?: string; reason: string; setUp: boolean; now: Instant },
): Promise<void> {
  for (;;) {
    const stored = await store.read<Kept>(memoOf(to));
    const before = stored?.document.content;
    const known = before?.documents ?? [];
    const documents =
      document === undefined || known.includes(document) ? known : [...known, document].slice(-remembered);
    if (before && before.reason === reason && before.setUp === setUp && documents === known) return;
    const content: Unreached = { since: before?.since ?? now, reason, setUp, documents };
    if (await written(store, memoOf(to), content, stored?.etag)) return;
  }
}

/**
 * It was reached: hands what waits for it, a document at a time, to `release`, and forgets about it after that. What is
 * added meanwhile stays for the next sign of life.
 */
export async function noteReached(
  store: Store,
  to: Recipient,
  release: (document: string) => Promise<void>,
): Promise<void> {
  const stored = await store.read<Kept>(memoOf(to));
  const found = stored?.document.content;
  if (!stored || !found) return;
  for (const document of found.documents) await release(document);
  await written(store, memoOf(to), null, stored.etag);
}

async function written(
  store: Store,
  id: string,
  content: Unreached | null,
  etag: string | undefined,
): Promise<boolean> {
  try {
    await store.write({ kind: 'memo', id, content }, etag);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/**
 * Has what waits for that recipient tried now, also what was given up and still counts. A letter that was given up
 * stays so: its handler was asked to send it by hand. With nothing to revive the answer is the very same outbox.
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
  return outbox.map((message) =>
    revives(message) ? { ...message, status: 'queued', unreachable: undefined, tryAt: now } : message,
  );
}
