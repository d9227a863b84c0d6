import type { DecreedChange } from '../procedure/calendar-change.ts';
import { inOrderOfHandling } from '../procedure/model/desk.ts';
import type { LocalDate } from '../time/local-date.ts';
import { sha256 } from './model/chain.ts';
import { readMemo, writeMemo } from './model/memo.ts';
import { memos } from './model/memos.ts';
import { bulletinWith } from './model/outbox.ts';
import { orTaken, passUnreadable, type Store } from './model/store.ts';
import type { Register } from './register.ts';

/**
 * Makes what tells the officer, and who works in a complaint, that the days have changed which a decree equates with a holiday (a release,
 * or EXTRA_HOLIDAYS), so that open deadlines move. The days are kept, so that it is told once; a register that kept none only notes them.
 * A process looks once: its days do not change, and another that has older settings for a while undoes nothing.
 */
export function decreedDaysWatch({ store, register }: { store: Store; register: Register }) {
  let hasLooked = false;
  return async (): Promise<void> => {
    if (hasLooked) return;
    const days = [...register.context().calendar.decreed].sort();
    const kept = await readMemo(store, memos.decreedDays).catch(passUnreadable);
    if (!kept) return;
    const { content: known, etag } = kept;
    const change = changed(known?.days ?? days, days);
    const isChanged = change.added.length + change.removed.length > 0;
    if (known && isChanged) await tell(known.told, change);
    if (!known || isChanged) {
      const told = (known?.told ?? 0) + (isChanged ? 1 : 0);
      await orTaken(writeMemo(store, memos.decreedDays, { days, told }, etag));
    }
    hasLooked = true;
  };

  /** Tells it to everybody at the desk for whom a deadline moves, under ids that a second try finds again. */
  async function tell(told: number, change: DecreedChange): Promise<void> {
    // Saved anew: the day to act and the next reminder stand beside each dossier, by which they are found.
    for (const { id } of await store.list({ open: true })) await register.amend(id, (found) => found);
    const { desk, now } = register.context();
    for (const { person } of inOrderOfHandling(desk)) {
      if ((await register.movedFor(person, change)).length === 0) continue;
      const id = `decreed-days/${told}-${sha256(change).slice(0, 16)}/${person.id}`;
      const content = { kind: 'decreed-days' as const, ...change };
      await orTaken(store.write(bulletinWith({ id, to: { kind: 'person', id: person.id }, content }, now)));
    }
  }
}

const changed = (before: readonly LocalDate[], after: readonly LocalDate[]): DecreedChange => ({
  added: after.filter((day) => !before.includes(day)),
  removed: before.filter((day) => !after.includes(day)),
});
