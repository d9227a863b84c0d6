import { createHash } from 'node:crypto';
import { type CaseNumber, isCaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { changeMemo, readMemo } from '../../register/model/memo.ts';
import { memos, type ShownCard } from '../../register/model/memos.ts';
import { drawnOf } from '../cards/case.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';

/** The hash of a card, to tell whether another says anything else. */
export const printOf = (card: Card): string =>
  createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);

/** The most cards of one dossier that are remembered; the oldest go first. */
const remembered = 50;

export type ShownCards = ReturnType<typeof shownCards>;

/**
 * Remembers which messages of the personal chats show a dossier, and what they show of it. Calls `shown` for each dossier that
 * is shown anew.
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

  async function noted(who: PersonId, activityId: string, card: Card, { before = '', message }: Cause) {
    const drawn = drawnOf(card);
    const number = drawn && !drawn.holdsTyped ? drawn.number : undefined;
    if (isCaseNumber(before) && before !== number)
      await change(before, (known) => without(known, activityId));
    if (!drawn || !number) return;
    const { version, notice } = drawn;
    const place: ShownCard = {
      who,
      activityId,
      version,
      print: printOf(card),
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
    /** Lists the cards of a dossier, in the order in which they were shown. */
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
        // Leaves out what stood above it: that may have been erased meanwhile.
        const unknown =
          known[place] ?? (now && { who: now.who, activityId: now.activityId, version: now.version });
        return unknown
          ? known.toSpliced(Math.max(place, 0), place < 0 ? 0 : 1, { ...unknown, print: '' })
          : known;
      });
      return isAsRead;
    },
  };
}

/** Why a message shows a card: a button of a dossier with the number `before`, or that message of the outbox. */
type Cause = { before?: string; message?: string };
