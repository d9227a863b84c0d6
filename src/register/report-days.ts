import type { View } from '../procedure/access.ts';
import { daysBetween, type LocalDate } from '../time/local-date.ts';
import { asCorrected } from './model/as-corrected.ts';
import { eventOf } from './model/journal.ts';
import type { Known } from './model/sight.ts';
import { classWidth } from './small-cells.ts';
import { acknowledgedBy, answeredBy } from './year-figures.ts';

/** What is counted from the day of receipt: until receipt was confirmed (Art. 5), the answer was there (Art. 6), it was closed. */
export const spans = ['acknowledge', 'answer', 'close'] as const;
export type Span = (typeof spans)[number];

/** Calendar days of one complaint; absent what was not done, or not before the reader lost sight of it. Never shown by themselves. */
export type Days = Partial<Record<Span, number>>;

/**
 * Counts the days since receipt, as corrected: to the sending of what confirmed it, to the day on which the answer counts as received, to
 * closing. What was done anew after reopening counts as it was done last, as its lateness does.
 */
export function daysOf({ complaint, journal }: Known, { calendar }: View): Days {
  const { receivedOn, closed } = complaint;
  const events = asCorrected(journal, complaint, calendar).map(eventOf);
  const since = (day: LocalDate | undefined): number | undefined =>
    day && Math.max(0, daysBetween(receivedOn, day));
  return {
    acknowledge: since(acknowledgedBy(events)?.sentOn),
    answer: since(answeredBy(events)?.countsAsReceivedOn),
    close: since(closed?.on),
  };
}

/** How long it took: at most so many days in half of the complaints, and in nine of ten. */
export type Spread = { median: number; ninetieth: number };

/** Finds the median and the 90th percentile, each a number that occurs; undefined of fewer than five complaints. */
export function spreadOf(days: readonly number[]): Spread | undefined {
  if (days.length < classWidth) return undefined;
  const inOrder = [...days].sort((a, b) => a - b);
  const at = (percent: number): number => inOrder[Math.ceil((percent * inOrder.length) / 100) - 1] ?? 0;
  return { median: at(50), ninetieth: at(90) };
}
