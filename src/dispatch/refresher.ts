import { type CaseNumber, isCaseNumber } from '../procedure/model/case-number.ts';
import type { Log } from '../register/model/log.ts';
import { changeMemo, readMemo } from '../register/model/memo.ts';
import { memos } from '../register/model/memos.ts';
import { passUnreadable, type Store } from '../register/model/store.ts';
import type { LocalDate } from '../time/local-date.ts';
import { keyedTimers, queue } from './keyed-queue.ts';

/** How long changes of a dossier are collected, in milliseconds, so that several are one edit. */
const collectingMs = 500;

/** How long to wait after an unexpected fault, in milliseconds. */
const faultWaitMs = 10_000;

/** How many dossiers are refreshed at the same time. */
const dossiersAtOnce = 4;

export type RefresherParts = {
  store: Store;
  clock: { today(): LocalDate };
  /**
   * Brings what shows a dossier up to date; calls `begin` before it changes anything. Returns after how many milliseconds the
   * rest must be tried again; undefined where nothing is left.
   */
  refresh(number: CaseNumber, begin: () => Promise<void>): Promise<number | undefined>;
  log: Log;
};

/**
 * Decides when what shows a dossier is brought up to date: soon after it changed, outside the caller's turn; again where that
 * did not go well; and after a start and at midnight whatever is open. What is behind is remembered, so that a crash loses nothing.
 */
export function refresher({ store, clock, refresh, log }: RefresherParts) {
  /** The dossiers that changed a moment ago. */
  const soon = new Set<string>();
  /** The dossiers that are known to be behind, here and in the store. */
  const behind = new Set<CaseNumber>();
  const running = queue(run, dossiersAtOnce);
  const timers = keyedTimers((number) => void running.add(number));
  const noting = new Set<Promise<void>>();
  let walkedOn: LocalDate | undefined;
  let isStopped = false;

  async function run(number: string): Promise<void> {
    soon.delete(number);
    if (!isCaseNumber(number)) return;
    const wait = await refresh(number, () => noteBehind(number)).catch((error: unknown) => {
      log.fault('what shows a dossier was not brought up to date', error);
      return faultWaitMs;
    });
    await (wait === undefined ? noteUpToDate(number) : noteBehind(number)).catch((error: unknown) =>
      log.fault('what is behind was not kept in mind', error),
    );
    if (wait !== undefined && !isStopped && !soon.has(number))
      timers.set(number, Math.max(wait, collectingMs));
  }

  async function noteBehind(number: CaseNumber): Promise<void> {
    if (behind.has(number)) return;
    await changeMemo(store, memos.cardsBehind, (known = []) =>
      known.includes(number) ? undefined : [...known, number],
    );
    behind.add(number);
  }

  /** Remembers that a dossier is behind where any card shows it. */
  async function noteIfShown(number: CaseNumber): Promise<void> {
    const { content = [] } = await readMemo(store, memos.cards.of(number));
    if (content.length > 0) await noteBehind(number);
  }

  async function noteUpToDate(number: CaseNumber): Promise<void> {
    if (soon.has(number) || !behind.delete(number)) return;
    await changeMemo(store, memos.cardsBehind, (known = []) =>
      known.includes(number) ? known.filter((one) => one !== number) : undefined,
    );
  }

  function changed(number: CaseNumber): void {
    if (isStopped || soon.has(number)) return;
    soon.add(number);
    timers.set(number, collectingMs);
  }

  return {
    /** Refreshes what shows that dossier soon. */
    changed,
    /** Refreshes it too, and remembers that at once where it is closed: no walk over what is open finds it. */
    saved({ id, open }: { id: CaseNumber; open: boolean }): void {
      changed(id);
      if (open || isStopped) return;
      const noted = noteIfShown(id)
        .catch((error: unknown) => log.fault('what is behind was not kept in mind', error))
        .finally(() => noting.delete(noted));
      noting.add(noted);
    },
    /** Takes up what is behind, also of a process that died; on a new day, and at the first call, everything that is open. */
    async catchUp(): Promise<void> {
      const today = clock.today();
      const known = await readMemo(store, memos.cardsBehind).catch(passUnreadable);
      for (const number of known?.content ?? []) {
        behind.add(number);
        changed(number);
      }
      if (walkedOn === today) return;
      for (const { id } of await store.list({ open: true })) changed(id);
      walkedOn = today;
    },
    /** Resolves when nothing is in flight. */
    async idle(): Promise<void> {
      await running.idle();
      await Promise.all(noting);
    },
    /** Begins nothing any more; an edit that is under way may end. */
    stop(): void {
      isStopped = true;
      timers.clear();
      running.stop();
    },
  };
}
