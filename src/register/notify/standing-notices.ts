import { randomUUID } from 'node:crypto';
import type { View } from '../../procedure/access.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import { Postponed } from '../model/delivery.ts';
import type { Dossier, Memo } from '../model/dossier.ts';
import { isSameRecipient, type Message, type Recipient } from '../model/message.ts';
import { retryOnConflict } from '../model/retry-on-conflict.ts';
import { passUnreadable, type Store } from '../model/store.ts';
import { mayReceive } from './may-receive.ts';

/** The one message that stands in a chat about somebody whom nothing reaches, and the complaints that it counts. */
export type StandingNotice = {
  to: Recipient;
  /** The id of who is not reached. */
  unreached: string;
  activityId: string;
  /** The day on which it was posted: the first complaint of another day is a new message. */
  day: LocalDate;
  /** Of complaints whose card did not arrive, the lowest first. */
  numbers: string[];
  /** The platform's ids of what it took the place of, and that does not say so yet. */
  older: string[];
};

/** Which notice: about whom, and the id of the reader, or of the conversation in the channel. */
export type NoticePlace = { unreached: string; chat: string };

type Held = { by: string; until: Instant };
type Kept = NoticePlace & { notice?: StandingNotice | undefined; held?: Held | undefined };

const memoId = 'standing-notices';

/** Longer than sending takes. Who has died holds it no longer than that, in milliseconds. */
const longestMs = 30_000;

/**
 * The handler whom a card did not reach, where that is what a message tells somebody else: everything about one and the
 * same handler is one notice in each chat, however many complaints it is about.
 */
export function unreachedIn({ to, content }: Pick<Message, 'to' | 'content'>, of: Dossier | undefined) {
  if (content.kind !== 'forwarding-alarm' && !(content.kind === 'undelivered' && content.what === 'case'))
    return undefined;
  const handler = of?.complaint.handler?.person;
  if (!handler || isFor(handler, to)) return undefined;
  const card = of.outbox.find(({ id }) => id === content.message);
  return card === undefined || isFor(handler, card.to) ? handler.id : undefined;
}

const isFor = ({ id }: Person, to: Recipient): boolean => to.kind === 'person' && to.id === id;

/** What is kept of every notice that stands. */
export const standingNotices = async (store: Store): Promise<Kept[]> =>
  (await store.read<Memo<Kept[]>>(memoId))?.document.content ?? [];

/**
 * Changes what stands there, for all processes of one register one at a time; `work` sends, and answers with what stands
 * there after that. Throws `Postponed` while another is at it, and what `work` throws: then nothing has changed.
 */
export async function changeNotice(
  store: Store,
  place: NoticePlace,
  now: () => Instant,
  work: (before: StandingNotice | undefined) => Promise<StandingNotice | undefined>,
): Promise<void> {
  const by = randomUUID();
  let notice: StandingNotice | undefined;
  await amend(store, place, (kept) => {
    if (kept?.held && isHeld(kept.held, now())) throw new Postponed(kept.held.until);
    notice = kept?.notice;
    return { ...place, notice, held: { by, until: later(now(), longestMs) } };
  });
  try {
    notice = await work(notice);
  } finally {
    await amend(store, place, (kept) => (kept?.held?.by === by ? notice && { ...place, notice } : kept));
  }
}

/** The complaints of which it is still so, and of which that reader may hear. */
export async function stillUnreached(
  { to, unreached, numbers }: Pick<StandingNotice, 'to' | 'unreached' | 'numbers'>,
  store: Store,
  view: View,
): Promise<{ stuck: Dossier[]; others: Dossier[] }> {
  const stuck: Dossier[] = [];
  const others: Dossier[] = [];
  for (const number of numbers) {
    const dossier = (await store.read<Dossier>(number).catch(passUnreadable))?.document;
    if (!dossier) continue;
    const isSo = (message: Message): boolean =>
      unreachedIn(message, dossier) === unreached &&
      isSameRecipient(message.to, to) &&
      mayReceive(message, dossier, view);
    (dossier.outbox.some(isSo) ? stuck : others).push(dossier);
  }
  return { stuck, others };
}

/** One that ends later than any is held was written by a clock that ran ahead. */
const isHeld = ({ until }: Held, now: Instant): boolean => now < until && until <= later(now, longestMs);

const later = (moment: Instant, ms: number): Instant => new Date(Date.parse(moment) + ms).toISOString();

function amend(
  store: Store,
  place: NoticePlace,
  change: (kept: Kept | undefined) => Kept | undefined,
): Promise<void> {
  const isThere = ({ unreached, chat }: NoticePlace): boolean =>
    unreached === place.unreached && chat === place.chat;
  return retryOnConflict(async () => {
    const stored = await store.read<Memo<Kept[]>>(memoId);
    const all = stored?.document.content ?? [];
    const changed = change(all.find(isThere));
    const content = [...all.filter((one) => !isThere(one)), ...(changed ? [changed] : [])];
    await store.write({ kind: 'memo', id: memoId, content }, stored?.etag);
  });
}
