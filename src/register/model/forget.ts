import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { type Instant, later } from '../../time/local-date.ts';
import { canonical } from './chain.ts';
import type { Dossier } from './dossier.ts';
import type { Log } from './log.ts';
import { changeMemo, readMemo } from './memo.ts';
import { connecting, memos } from './memos.ts';
import type { Content } from './message.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { Leftover, ShownCard } from './shown-messages.ts';
import { statedSince } from './sight.ts';
import type { Store } from './store.ts';

/**
 * Removes an erased complaint from every small document that connects somebody with it: those of its parties and of the
 * recipients of its messages, and those that exist once for everybody. What any chat still shows of it becomes leftovers.
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
  await leaveLists(store, dossier.id, now, log);
}

/**
 * Does so with what may show a text that was made illegible: every message about the dossier but those that are drawn anew at once, of which
 * what stands above the rest goes, and every list.
 */
export async function forgetText(store: Store, dossier: Dossier, now: Instant, log: Log): Promise<void> {
  const { id, complaint } = dossier;
  const { content: cards = [] } = await readMemo(store, memos.cards.of(id));
  const kept = new Set<ShownCard>();
  const typed = new Set<string>();
  const having = new Set(cards.flatMap(({ who, shows }) => (shows === 'case' ? [who] : [])));
  for (const card of cards) {
    const { content: forms = [] } = await readMemo(store, memos.forms.of(card.who));
    const holdsForm = forms.includes(card.activityId);
    if (isDrawnAnew(card, dossier) && !holdsForm) kept.add(card);
    if (holdsForm || card.shows === 'form') typed.add(card.activityId);
  }
  const marked = ({ who, activityId }: Place) => ({
    ...((having.has(who) || complaint.handler?.person.id === who) && { opens: true }),
    ...(typed.has(activityId) && { typed: true }),
  });
  await leaveBehind(store, id, now, log, (card) => [...kept].some((one) => isSameCard(one, card)), marked);
  await changeMemo(store, memos.cards.of(id), (known = []) => known.map(({ notice: _, ...card }) => card));
  await changeMemo(store, memos.sentFiles, (kept) =>
    kept ? { ...kept, sent: kept.sent.filter(({ number }) => number !== id) } : undefined,
  );
  await leaveLists(store, id, now, log);
}

/** Tells whether a message about a dossier is drawn anew with it: also one that asked to agree, and one in which its reader reads back what they stated. */
function isDrawnAnew({ shows, message, who }: ShownCard, dossier: Dossier): boolean {
  if (shows !== 'notice') return shows === 'case' || shows === 'receipt';
  const asked = dossier.outbox.find(({ id }) => id === message);
  if (asked?.content.kind === 'redaction-request') return true;
  return asked !== undefined && isOfStatement(asked.content) && statedSince(asked, dossier, { id: who });
}

const isOfStatement = ({ kind }: Content): boolean =>
  kind === 'statement-request' || kind === 'statement-due';

const isSameCard = (one: ShownCard, other: ShownCard): boolean =>
  one.activityId === other.activityId && one.shows === other.shows;

/** How long it is tried to change a message that shows what was erased, in milliseconds: thirty days. */
const triedMs = 30 * 24 * 60 * 60_000;

/**
 * Keeps of each message about an erased dossier in which chat it stands, and not whose chat that is, so that it can be changed. The log
 * says how many are in no chat that is known. `stays`: those that are left as they are.
 */
export async function leaveBehind(
  store: Store,
  number: CaseNumber,
  now: Instant,
  log: Log,
  stays: (card: ShownCard) => boolean = () => false,
  marked?: (place: Place) => Marks,
): Promise<void> {
  const { content: all = [] } = await readMemo(store, memos.cards.of(number));
  const cards = all.filter((card) => !stays(card));
  if (cards.length === 0) return;
  await addLeftovers(store, number, cards, { now, log, ...(marked && { marked }) });
  await changeMemo(store, memos.cards.of(number), (known = []) =>
    known.filter((one) => !cards.some(({ activityId }) => activityId === one.activityId)),
  );
}

/** Does so for the lists that name it, in any chat; a card of another dossier that names it is drawn anew with that. */
async function leaveLists(store: Store, number: CaseNumber, now: Instant, log: Log): Promise<void> {
  const { content: readers = [] } = await readMemo(store, memos.namingReaders);
  for (const who of readers) {
    const { content = [] } = await readMemo(store, memos.naming.of(who));
    const naming = content.filter(({ numbers }) => numbers.includes(number));
    if (naming.length === 0) continue;
    const lists = naming.flatMap(({ activityId, follows }) => (follows ? [] : { who, activityId }));
    await addLeftovers(store, number, lists, { now, log, list: true });
    for (const { follows } of naming) if (follows) await noteBehind(store, follows);
    await changeMemo(store, memos.naming.of(who), (known = []) =>
      known.flatMap((one) => {
        const numbers = one.numbers.filter((other) => other !== number);
        if (numbers.length === one.numbers.length) return one;
        return one.follows && numbers.length > 0 ? { ...one, numbers } : [];
      }),
    );
  }
}

type Place = { who: PersonId; activityId: string };
type Marks = Pick<Leftover, 'opens' | 'typed'>;

async function addLeftovers(
  store: Store,
  number: CaseNumber,
  places: readonly Place[],
  { now, log, list, marked }: { now: Instant; log: Log; list?: true; marked?: (place: Place) => Marks },
): Promise<void> {
  if (places.length === 0) return;
  const until = later(now, triedMs);
  const found: Leftover[] = [];
  for (const { who, activityId } of places) {
    const address = (await readMemo(store, memos.contact.of(who))).content?.address;
    if (address)
      found.push({ address, activityId, until, ...(list && { list }), ...marked?.({ who, activityId }) });
  }
  await changeMemo(store, memos.leftovers.of(number), (known = []) => {
    const added = found.filter((one) => known.every(({ activityId }) => activityId !== one.activityId));
    return added.length > 0 ? [...known, ...added] : undefined;
  });
  await noteBehind(store, number);
  giveUp(places.length - found.length, log);
}

const noteBehind = (store: Store, number: CaseNumber): Promise<void> =>
  changeMemo(store, memos.cardsBehind, (known = []) =>
    known.includes(number) ? undefined : [...known, number],
  );

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
