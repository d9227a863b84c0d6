import { type CaseNumber, isCaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { changeMemo, readMemo, writeMemo } from '../../register/model/memo.ts';
import { memos } from '../../register/model/memos.ts';
import { retryOnConflict } from '../../register/model/retry-on-conflict.ts';
import type { NamingMessage } from '../../register/model/shown-messages.ts';
import type { Store } from '../../register/model/store.ts';
import type { Card } from '../cards/template.ts';
import { mayHoldForm } from '../office/open-forms.ts';

/** The answers to what somebody typed that keep the names in them; what was asked before those is asked anew. */
const keepNames = 20;

/** The most messages of one chat that are remembered, where those do not end; the oldest go first. */
const remembered = 200;

/** How many answers end at once: what ended before seldom leaves more than one. */
const endAtOnce = 2;

/** Finds every dossier that a card names, in its words and its buttons. */
export const numbersIn = (card: Card): CaseNumber[] =>
  [
    ...new Set(
      JSON.stringify(card)
        .replaceAll('\\', '')
        .match(/K-\d{4}-\d{4,9}/g),
    ),
  ].filter(isCaseNumber);

/**
 * Remembers which messages of the personal chats name dossiers that they do not follow, as lists do, so that none still names somebody
 * after an erasure. One small document for each chat: a list of ten costs one write.
 */
export const namingMessages = (store: Store) => ({
  /** Notes what a message names from now on, which may be nothing. */
  note: (who: PersonId, { activityId, ...names }: NamingMessage): Promise<void> =>
    retryOnConflict(async () => {
      const key = memos.naming.of(who);
      const { content = [], etag } = await readMemo(store, key);
      const others = content.filter((one) => one.activityId !== activityId);
      if (names.numbers.length === 0 && others.length === content.length) return;
      if (etag === undefined) await noteReader(store, who);
      const now = names.numbers.length > 0 ? [...others, { activityId, ...names }] : others;
      await writeMemo(store, key, now.slice(-remembered), etag);
    }),
  /** Ends the answers of before the last ones, but for one in which a form is open; one that does not end is tried at the next. */
  async endOld(who: PersonId, end: (activityId: string) => Promise<unknown>): Promise<void> {
    const key = memos.naming.of(who);
    const { content = [] } = await readMemo(store, key);
    const old = content.filter(({ ages }) => ages).slice(0, -keepNames);
    for (const { activityId } of old.slice(-endAtOnce)) {
      if (await mayHoldForm(store, who, activityId)) continue;
      await end(activityId);
      await changeMemo(store, key, (known = []) => known.filter((one) => one.activityId !== activityId));
    }
  },
});

const noteReader = (store: Store, who: PersonId): Promise<void> =>
  changeMemo(store, memos.namingReaders, (known = []) => (known.includes(who) ? undefined : [...known, who]));
