import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { Postponed, Undelivered } from '../../register/model/delivery.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { giveUp, leaveBehind } from '../../register/model/forget.ts';
import { changeMemo, readMemo } from '../../register/model/memo.ts';
import { memos } from '../../register/model/memos.ts';
import type { Leftover } from '../../register/model/shown-messages.ts';
import { type Instant, later, millisecondsBetween } from '../../time/local-date.ts';
import { erasedCard, oldListCard, redactedCard } from '../cards/notice.ts';
import type { Office } from '../office/office.ts';
import type { sending } from './send.ts';

/** How long to wait before a chat is tried again, in milliseconds: briefly where it is busy, an hour where nobody reads it. */
const busyMs = 5_000;
const unreachedMs = 60 * 60_000;

/**
 * Takes what was erased, or may show a text that was made illegible, out of the chats: of the messages about it in one chat the last says
 * so, and the others go; a list says that it is of before. Each is tried until its time has passed; then it is forgotten, and the log says how many may still show something.
 */
export function leftoversOf({ store, clock, log }: Office, send: Pick<ReturnType<typeof sending>, 'editAt'>) {
  /** Changes one message; returns when it must be tried again, undefined where it says nothing any more. */
  async function tried(
    { address, activityId, list, ...marks }: Leftover,
    isLast: boolean,
    number: CaseNumber,
    erased: boolean,
  ) {
    try {
      const edit = list
        ? { card: oldListCard(), summary: 'Klachtenbot' }
        : {
            card: erased ? erasedCard(number) : redactedCard(number, marks),
            summary: `Klacht ${number}`,
            removes: !isLast,
          };
      const outcome = await send.editAt(address, activityId, edit);
      return outcome === 'unreached' ? later(clock.now(), unreachedMs) : undefined;
    } catch (error) {
      if (!(error instanceof Postponed) && !(error instanceof Undelivered)) throw error;
      return error.notBefore ?? later(clock.now(), busyMs);
    }
  }

  const keep = (number: CaseNumber, { activityId }: Leftover, tryAt: Instant | undefined) =>
    changeMemo(store, memos.leftovers.of(number), (known = []) =>
      known.flatMap((one) => (one.activityId === activityId ? (tryAt ? { ...one, tryAt } : []) : one)),
    );

  return async (
    { id: number, complaint }: Dossier,
    begin: () => Promise<void>,
  ): Promise<number | undefined> => {
    const erased = complaint.erased !== undefined;
    if (erased) await leaveBehind(store, number, clock.now(), log);
    const { content: left = [] } = await readMemo(store, memos.leftovers.of(number));
    const over = left.filter(({ until }) => until <= clock.now());
    giveUp(over.length, log);
    for (const one of over) await keep(number, one, undefined);
    const waits: Instant[] = [];
    for (const one of left.filter((each) => !over.includes(each))) {
      const chat = one.address.conversationId;
      const isLast = left.findLast(({ address, list }) => !list && address.conversationId === chat) === one;
      await begin();
      const isEarly = one.tryAt !== undefined && one.tryAt > clock.now();
      const tryAt = isEarly ? one.tryAt : await tried(one, isLast, number, erased);
      if (!isEarly) await keep(number, one, tryAt);
      if (tryAt) waits.push(tryAt);
    }
    const next = waits.sort()[0];
    return next && Math.max(0, millisecondsBetween(clock.now(), next));
  };
}
