import { isDeepStrictEqual } from 'node:util';
import { type CaseNumber, isCaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { changeMemo, readMemo, writeMemo } from '../../register/model/memo.ts';
import { memos } from '../../register/model/memos.ts';
import { retryOnConflict } from '../../register/model/retry-on-conflict.ts';
import type { NamingMessage } from '../../register/model/shown-messages.ts';
import type { Store } from '../../register/model/store.ts';
import { type Card, jsonOf } from '../cards/card-size.ts';
import { mayHoldForm } from '../office/open-forms.ts';

/** The answers to what somebody typed that keep the names in them; what was asked before those is asked anew. */
const keepNames = 20;

/** The most messages of one chat that are remembered, where those do not end; the oldest go first. */
const remembered = 200;

/** Finds every dossier that a card names, in its words and its buttons. */
export const numbersIn = (card: Card): CaseNumber[] =>
  [
    ...new Set(
      // In Markdown the hyphens are escaped.
      jsonOf(card)
        .match(/K\\*-\d{4}\\*-\d{4,9}/g)
        ?.map((number) => number.replaceAll('\\', '')),
    ),
  ].filter(isCaseNumber);

/** Finds the answers of before the last ones. */
const oldOf = (known: readonly NamingMessage[]): NamingMessage[] =>
  known.filter(({ ages }) => ages).slice(0, -keepNames);

/**
 * Remembers which messages of the personal chats name dossiers that they do not follow, as lists do, so that none still names somebody
 * after an erasure. One small document for each chat: a list of ten costs one write, and one that was noted last costs none.
 */
export function namingMessages(store: Store) {
  /** Whose chat got an old answer here; after a crash the next answer in that chat tells it again. */
  const withOld = new Set<PersonId>();

  return {
    /** Notes what a message names from now on, which may be nothing. */
    note: (who: PersonId, { activityId, ...names }: NamingMessage): Promise<void> =>
      retryOnConflict(async () => {
        const key = memos.naming.of(who);
        const { content = [], etag } = await readMemo(store, key);
        const others = content.filter((one) => one.activityId !== activityId);
        const now = names.numbers.length > 0 ? [...others, { activityId, ...names }] : others;
        if (isDeepStrictEqual(now, content)) return;
        if (etag === undefined) await noteReader(store, who);
        await writeMemo(store, key, now.slice(-remembered), etag);
        if (oldOf(now).length > 0) withOld.add(who);
      }),
    /** Ends the old answers, but for one in which a form is open; one that did not end is tried again after the next in that chat. */
    async endOld(end: (who: PersonId, activityId: string) => Promise<boolean>): Promise<void> {
      for (const who of withOld) {
        withOld.delete(who);
        const key = memos.naming.of(who);
        const old = async () => oldOf((await readMemo(store, key)).content ?? []);
        const ended = new Set<string>();
        for (const { activityId } of await old()) {
          // Asks again each time: somebody may have opened a dossier in it meanwhile.
          const isStill = (await old()).some((one) => one.activityId === activityId);
          if (!isStill || (await mayHoldForm(store, who, activityId))) continue;
          if (await end(who, activityId)) ended.add(activityId);
        }
        if (ended.size === 0) continue;
        await changeMemo(store, key, (known = []) => {
          // One that was shown anew meanwhile is not old any more.
          const over = oldOf(known).filter(({ activityId }) => ended.has(activityId));
          return known.filter((one) => !over.includes(one));
        });
      }
    },
  };
}

const noteReader = (store: Store, who: PersonId): Promise<void> =>
  changeMemo(store, memos.namingReaders, (known = []) => (known.includes(who) ? undefined : [...known, who]));
