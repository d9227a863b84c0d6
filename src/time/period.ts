import type { LocalDate } from './local-date.ts';

/** A calendar month, '2026-04'. */
export type Month = string;

export const quarters = [1, 2, 3, 4] as const;
export type Quarter = (typeof quarters)[number];

/** The period of a report: a calendar year ('2026'), or a quarter of it. */
export type Period = { year: string; quarter?: Quarter };

/** Returns the month of a day. */
export const monthOf = (day: LocalDate): Month => day.slice(0, 7);

/** Lists the months of a period, the first one first. */
export function monthsOf({ year, quarter }: Period): Month[] {
  const first = quarter === undefined ? 1 : 3 * quarter - 2;
  const length = quarter === undefined ? 12 : 3;
  return Array.from({ length }, (_, at) => `${year}-${String(first + at).padStart(2, '0')}`);
}

/** Returns the year before, or the same quarter of it. */
export const yearBefore = ({ year, ...rest }: Period): Period => ({
  ...rest,
  year: String(Number(year) - 1).padStart(4, '0'),
});

/** Returns the quarter in which a day lies. */
export function quarterOf(day: LocalDate): Required<Period> {
  const at = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return { year: day.slice(0, 4), quarter: quarters[at] ?? 4 };
}

/** Returns the quarter before the one in which a day lies. */
export function lastQuarter(day: LocalDate): Required<Period> {
  const { year, quarter } = quarterOf(day);
  const at = quarters.indexOf(quarter);
  return at === 0
    ? { year: yearBefore({ year }).year, quarter: 4 }
    : { year, quarter: quarters[at - 1] ?? 1 };
}

/** Tells whether a period is over on a day. */
export const isOver = (period: Period, today: LocalDate): boolean => {
  const last = monthsOf(period).at(-1) ?? '';
  return monthOf(today) > last;
};
