import { randomUUID } from 'node:crypto';
import type { View } from '../../procedure/access.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { type Instant, later } from '../../time/local-date.ts';
import { Postponed } from '../model/delivery.ts';
import type { Dossier } from '../model/dossier.ts';
import { keepTrying } from '../model/keep-trying.ts';
import { changeMemo, readMemo } from '../model/memo.ts';
import { type KeptNotice, memos, type NoticePlace, type StandingNotice } from '../model/memos.ts';
import { isSameRecipient, type Message, personIn, type Recipient } from '../model/message.ts';
import { passUnreadable, readDossier, type Store } from '../model/store.ts';
import { mayReceive } from './may-receive.ts';

/** The most milliseconds that a process holds a notice: longer than sending takes, and no longer after a crash. */
const longestMs = 30_000;

/**
 * Finds the handler whom a card did not reach, where a message tells somebody else of that: everything about one handler is one
 * notice in each chat, however many complaints it is about.
 */
export function unreachedIn({ to, content }: Pick<Message, 'to' | 'content'>, of: Dossier | undefined) {
  if (content.kind !== 'forwarding-alarm' && !(content.kind === 'undelivered' && content.what === 'case'))
    return undefined;
  const handler = of?.complaint.handler?.person;
  if (!handler || isFor(handler, to)) return undefined;
  const card = of.outbox.find(({ id }) => id === content.message);
  return card === undefined || isFor(handler, card.to) ? handler.id : undefined;
}

const isFor = ({ id }: Person, to: Recipient): boolean => personIn(to) === id;

/** Lists every notice that stands. */
export const standingNotices = async (store: Store): Promise<KeptNotice[]> =>
  (await readMemo(store, memos.standingNotices)).content ?? [];

/** How long recording a notice is tried, in milliseconds. */
const recordingMs = 10 * 60_000;

/**
 * Changes a notice, one process of the register at a time; `work` sends, and returns the notice as it is then. Throws
 * `Postponed` while another process changes it, and what `work` throws: then nothing has changed. Once `work` has sent, it
 * throws nothing, so that nothing is sent again: what cannot be recorded then is tried again in the background.
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
    const until = performance.now() + recordingMs;
    const record = (): Promise<void> =>
      amend(store, place, (kept) => (kept?.held?.by === by ? notice && { ...place, notice } : kept));
    await record().catch(() => {
      keepTrying(record, () => performance.now() < until).catch(() => {});
    });
  }
}

/** Lists the complaints of a notice that still apply, and of which its reader may hear. */
export async function stillUnreached(
  { to, unreached, numbers }: Pick<StandingNotice, 'to' | 'unreached' | 'numbers'>,
  store: Store,
  view: View,
): Promise<{ stuck: Dossier[]; others: Dossier[] }> {
  const stuck: Dossier[] = [];
  const others: Dossier[] = [];
  for (const number of numbers) {
    const dossier = await readDossier(store, number).catch(passUnreadable);
    if (!dossier) continue;
    const isSo = (message: Message): boolean =>
      unreachedIn(message, dossier) === unreached &&
      isSameRecipient(message.to, to) &&
      mayReceive(message, dossier, view);
    (dossier.outbox.some(isSo) ? stuck : others).push(dossier);
  }
  return { stuck, others };
}

/** Tells whether a notice is held; a hold that ends later than any can was written by a clock that ran ahead. */
const isHeld = ({ until }: NonNullable<KeptNotice['held']>, now: Instant): boolean =>
  now < until && until <= later(now, longestMs);

function amend(
  store: Store,
  place: NoticePlace,
  change: (kept: KeptNotice | undefined) => KeptNotice | undefined,
): Promise<void> {
  const isThere = ({ unreached, chat }: NoticePlace): boolean =>
    unreached === place.unreached && chat === place.chat;
  return changeMemo(store, memos.standingNotices, (all = []) => {
    const changed = change(all.find(isThere));
    return [...all.filter((one) => !isThere(one)), ...(changed ? [changed] : [])];
  });
}
