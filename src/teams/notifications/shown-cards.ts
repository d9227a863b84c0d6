import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type CaseNumber, isCaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { changeMemo, readMemo } from '../../register/model/memo.ts';
import { memos, type ShownCard } from '../../register/model/memos.ts';
import { type Card, drawnOf } from '../cards/template.ts';
import type { Office } from '../office/office.ts';

/** The hash of a card, to tell whether another says anything else. */
export const printOf = (card: Card): string =>
  createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);

/** The most messages about one dossier that are remembered; the oldest go first. */
const remembered = 200;

export type ShownCards = ReturnType<typeof shownCards>;

/**
 * Remembers which messages of the personal chats are about a dossier, and what they show of it. Calls `shown` for each dossier of which
 * something is shown anew.
 */
export function shownCards(
  { store, log }: Pick<Office, 'store' | 'log'>,
  shown: (number: CaseNumber) => void = () => {},
) {
  const change = (number: CaseNumber, next: (known: readonly ShownCard[]) => readonly ShownCard[]) =>
    changeMemo(store, memos.cards.of(number), (known = []) => {
      const changed = next(known);
      return changed === known ? undefined : changed.slice(-remembered);
    });

  const without = (known: readonly ShownCard[], activityId: string): readonly ShownCard[] =>
    known.some((one) => one.activityId === activityId)
      ? known.filter((one) => one.activityId !== activityId)
      : known;

  async function noted(who: PersonId, activityId: string, card: Card, cause: Cause): Promise<void> {
    const { before = '', leaves = '', message, number: told } = cause;
    const drawn = drawnOf(card);
    if (isCaseNumber(leaves) && leaves !== drawn?.number)
      await change(leaves, (known) => without(known, activityId));
    const number = drawn?.number ?? told;
    if (!number) {
      // Something else stands there now, a form perhaps: it does not follow, and still is about that dossier.
      if (isCaseNumber(before))
        await change(before, (known) => {
          const place = known.findIndex((one) => one.activityId === activityId);
          const was = known[place];
          if (!was || was.shows === 'notice') return known;
          const now = { who, activityId, shows: 'form', version: 0, print: printOf(card) } as const;
          return isDeepStrictEqual(was, now) ? known : known.with(place, now);
        });
      return;
    }
    if (isCaseNumber(before) && before !== number)
      await change(before, (known) => without(known, activityId));
    const { shows = 'notice', version = 0, notice, holdsTyped } = drawn ?? {};
    const topic = drawn ? shows : cause.topic;
    const place: ShownCard = {
      ...{ who, activityId, version, print: printOf(card) },
      shows: holdsTyped ? 'form' : shows,
      ...(topic && !holdsTyped && { topic }),
      ...(notice && { notice }),
      ...(message && { message }),
    };
    await change(number, (known) => [...without(known, activityId), place]);
    shown(number);
  }

  return {
    /** Notes what a message shows from now on. Never rejects: a card that is not known stays as it is. */
    note: (who: PersonId, activityId: string, card: Card, cause: Cause = {}): Promise<void> =>
      noted(who, activityId, card, cause).catch((error: unknown) =>
        log.fault('that a card shows a dossier was not kept in mind', error),
      ),
    /** Lists the messages about a dossier, in the order in which they were shown. */
    of: async (number: CaseNumber): Promise<readonly ShownCard[]> =>
      (await readMemo(store, memos.cards.of(number))).content ?? [],
    /**
     * Notes what a message shows after an edit, or forgets it. Tells whether nothing else was noted of it meanwhile; otherwise nobody
     * knows which of the two is on the screen, and it is behind.
     */
    async settle(number: CaseNumber, card: ShownCard, now?: ShownCard): Promise<boolean> {
      let isAsRead = true;
      await change(number, (known) => {
        const place = known.findIndex(({ activityId }) => activityId === card.activityId);
        isAsRead = known[place]?.print === card.print;
        if (isAsRead) return known.toSpliced(place, 1, ...(now ? [now] : []));
        const unknown = known[place] ?? now;
        return unknown
          ? known.toSpliced(Math.max(place, 0), place < 0 ? 0 : 1, { ...unknown, print: '' })
          : known;
      });
      return isAsRead;
    },
  };
}

/**
 * Why a message shows a card: a button on the card of the dossier `before`, one that leaves the card of another, or that message of the
 * outbox about that dossier, and on what topic.
 */
type Cause = {
  before?: string;
  leaves?: string | undefined;
  message?: string;
  number?: CaseNumber | undefined;
  topic?: string | undefined;
};
