import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type CaseNumber, isCaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { changeMemo, readMemo } from '../../register/model/memo.ts';
import { memos } from '../../register/model/memos.ts';
import type { ShownCard } from '../../register/model/shown-messages.ts';
import { jsonOf } from '../cards/card-size.ts';
import { type Card, drawnOf } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import { namingMessages, numbersIn } from './naming.ts';

/** The hash of a card, to tell whether another says anything else. */
export const printOf = (card: Card): string => hash('sha256', jsonOf(card), 'base64url').slice(0, 22);

/** How long a form waits for an edit of its message, in milliseconds: Teams waits no longer for an answer. */
const longestWaitMs = 3_000;

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
  const naming = namingMessages(store);
  const edits = new Map<string, Promise<unknown>>();

  async function change(number: CaseNumber, next: (known: readonly ShownCard[]) => readonly ShownCard[]) {
    let isBehind = false;
    await changeMemo(store, memos.cards.of(number), (known = []) => {
      const changed = next(known).slice(-remembered);
      isBehind = changed.some((one) => isBelow(one) && !formAbove(one, changed));
      return isDeepStrictEqual(changed, known) ? undefined : changed;
    });
    if (isBehind) shown(number);
  }

  const without = (known: readonly ShownCard[], activityId: string): readonly ShownCard[] =>
    known.some((one) => one.activityId === activityId)
      ? known.filter((one) => one.activityId !== activityId)
      : known;

  /** Notes what a message is about; returns of which dossier it is known that it shows that. */
  async function noted(
    who: PersonId,
    activityId: string,
    card: Card,
    cause: Cause,
  ): Promise<CaseNumber | undefined> {
    const { before = '', leaves = '', message, number: told, below, names } = cause;
    const drawn = drawnOf(card);
    if (isCaseNumber(leaves) && leaves !== drawn?.number)
      await change(leaves, (known) => without(known, activityId));
    const number = drawn?.number ?? told;
    if (!number) {
      // Something else stands there now, a form perhaps: it does not follow, and still is about that dossier.
      if (!isCaseNumber(before)) return undefined;
      let isKnown = false;
      await change(before, (known) => {
        const place = known.findIndex((one) => one.activityId === activityId);
        const was = known[place];
        isKnown = was !== undefined;
        if (!was || was.shows === 'notice') return known;
        const now = { who, activityId, shows: 'form', version: 0, print: printOf(card) } as const;
        return known.with(place, now);
      });
      return isKnown ? before : undefined;
    }
    if (isCaseNumber(before) && before !== number)
      await change(before, (known) => without(known, activityId));
    const { version = 0, notice, form, holdsTyped } = drawn ?? {};
    const shows = holdsTyped ? 'form' : (drawn?.shows ?? 'notice');
    const topic = below ? topicBelow(below.activityId) : drawn ? shows : cause.topic;
    const place: ShownCard = {
      ...{ who, activityId, version, print: printOf(card), shows },
      ...(topic && shows !== 'form' && { topic }),
      ...(notice && { notice }),
      ...(message && { message }),
      ...(form && { form }),
      ...(names && { names }),
    };
    await change(number, (known) => [
      ...without(known, activityId).map((one) => (isSame(one, below) ? asTold(one) : one)),
      place,
    ]);
    // A form too: what it was drawn from may have changed before it was noted.
    shown(number);
    return number;
  }

  /** Notes which dossiers a card names besides the one of which it is known already. */
  function named(
    who: PersonId,
    activityId: string,
    card: Card,
    { of, before = '', ages, isNew }: Naming,
  ): Promise<void> {
    const drawn = drawnOf(card);
    const isDrawn = drawn !== undefined && drawn.shows !== 'form';
    const all = new Set(numbersIn(card));
    // What was typed about a dossier may stand on a card that does not say which.
    if (isCaseNumber(before) && !isDrawn) all.add(before);
    const numbers = [...all].filter((one) => one !== of);
    if (isNew && numbers.length === 0) return Promise.resolve();
    const follows = isDrawn ? of : undefined;
    return naming
      .note(who, { activityId, numbers, ...(follows ? { follows } : ages && { ages }) })
      .catch(failed);
  }

  const failed = (error: unknown) => log.fault('that a card shows a dossier was not kept in mind', error);

  return {
    /** Notes what a message shows from now on. Never rejects: a card that is not known stays as it is. */
    async note(who: PersonId, activityId: string, card: Card, cause: Cause = {}): Promise<void> {
      const of = await noted(who, activityId, card, cause).catch(failed);
      const { before, message, isNew } = cause;
      await named(who, activityId, card, { of: of || undefined, before, ages: !message, isNew });
    },
    /**
     * Notes, before it is sent, that a message below a form says what changed up to that version: a process that dies meanwhile leaves none
     * that nobody knows of and that comes twice. Tells whether it may be sent: the form still stands, and no other process says it.
     */
    async tells(number: CaseNumber, form: ShownCard, telling: number): Promise<boolean> {
      let may = false;
      await change(number, (known) => {
        may = known.some((one) => isSame(one, form) && !one.told && one.telling !== telling);
        return may ? known.map((one) => (isSame(one, form) ? { ...one, telling } : one)) : known;
      });
      return may;
    },
    /** Notes that it did not go, so that it is tried again. */
    untold: (number: CaseNumber, form: ShownCard): Promise<void> =>
      change(number, (known) =>
        known.map((one) => {
          const { telling: _, ...rest } = one;
          return isSame(one, form) ? rest : one;
        }),
      ),
    /** Edits a message; who opens a form in it meanwhile waits for that. */
    async editing<T>(activityId: string, edit: () => Promise<T>): Promise<T> {
      const underway = edit().finally(() => edits.delete(activityId));
      edits.set(activityId, underway);
      return underway;
    },
    /** Resolves when no edit of that message is under way that could take the place of a form, or after three seconds. */
    async isEdited(activityId: string): Promise<void> {
      const underway = edits.get(activityId)?.catch(() => {});
      if (underway) await Promise.race([underway, pause(longestWaitMs, undefined, { ref: false })]);
    },
    /** Notes which other dossiers a card names that was edited for that one. Never rejects. */
    redrawn: (who: PersonId, activityId: string, card: Card, of: CaseNumber): Promise<void> =>
      named(who, activityId, card, { of }),
    /** Ends the answers that are too old to be kept up, in every chat. Never rejects. */
    endOld: (end: (who: PersonId, activityId: string) => Promise<boolean>): Promise<void> =>
      naming.endOld(end).catch((error: unknown) => log.fault('an old list was not replaced', error)),
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
 * Why a message shows a card: a button on the card of the dossier `before`, one that leaves the card of another, that message of the
 * outbox about that dossier, on what topic, and who handles it as it says, or the form in that message, of which it says what changed. `isNew`: nothing stood in
 * that message before.
 */
type Cause = {
  before?: string;
  leaves?: string | undefined;
  message?: string;
  number?: CaseNumber | undefined;
  topic?: string | undefined;
  names?: PersonId | undefined;
  below?: ShownCard;
  isNew?: boolean;
};

/** Of which dossier it is known already that a message shows it, why it shows it, and whether it makes place for later answers. */
type Naming = { of: CaseNumber | undefined; ages?: boolean } & {
  [K in 'before' | 'isNew']?: Cause[K] | undefined;
};

/** Returns a form below which it is said what changed. */
const asTold = ({ telling: _, ...form }: ShownCard): ShownCard => ({ ...form, told: true });

/** Tells whether a message still shows what it showed then. */
const isSame = (one: ShownCard, then: ShownCard | undefined): boolean =>
  one.activityId === then?.activityId && one.print === then.print;

/** Names the topic of what is said below the form in that message. */
const topicBelow = (activityId: string): string => `form/${activityId}`;

/** Tells whether a message says what changed since a form above it was opened. */
export const isBelow = ({ topic }: ShownCard): boolean => topic?.startsWith(topicBelow('')) === true;

/** Finds the form of which a message says what changed; undefined once that was sent, dismissed or drawn anew. */
export const formAbove = ({ topic }: ShownCard, places: readonly ShownCard[]): ShownCard | undefined =>
  places.find(({ told, activityId }) => told && topicBelow(activityId) === topic);
