import type { LocalDate } from './local-date.ts';

/** A calendar month, '2026-04'. */
export type Month = string;

export const quarters = [1, 2, 3, 4] as const;
type Quarter = (typeof quarters)[number];

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

/** The first year of which there can be anything. */
export const firstYear = '2000';

/**
 * Returns a period to try where one, and the year before it, have nothing: the last quarter, or else a year, of which neither is known to be
 * empty.
 */
export function anotherPeriod(empty: Period, today: LocalDate): Period {
  const isIn = (one: Period, { year, quarter }: Period): boolean =>
    one.year === year && (quarter === undefined || one.quarter === quarter);
  const thisYear = { year: today.slice(0, 4) };
  const before = yearBefore(thisYear);
  const tried = [lastQuarter(today), thisYear, before, yearBefore(before)];
  return tried.find((one) => !isIn(one, empty) && !isIn(one, yearBefore(empty))) ?? thisYear;
}

/** Returns the quarter in which a day lies. */
function quarterOf(day: string): Required<Period> {
  const at = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return { year: day.slice(0, 4), quarter: quarters[at] ?? 4 };
}

/** Returns the quarter before the one in which a day lies. */
export function lastQuarter(day: string): Required<Period> {
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

const ordinals = ['eerste', 'tweede', 'derde', 'vierde'];

/**
 * Reads a period as somebody types it: '2026', 'kwartaal 3', '2026 Q3', '3e kwartaal van 2026', 'vorig kwartaal'; nothing is this year.
 * Undefined when it is none.
 */
export function readPeriod(typed: string, today: string): Period | undefined {
  const text = typed
    .toLowerCase()
    .replaceAll(/[\s,./-]+/g, ' ')
    .trim();
  const thisYear = today.slice(0, 4);
  const named: Record<string, Period> = {
    '': { year: thisYear },
    'dit jaar': { year: thisYear },
    'vorig jaar': yearBefore({ year: thisYear }),
    'dit kwartaal': quarterOf(today),
    'vorig kwartaal': lastQuarter(today),
  };
  if (Object.hasOwn(named, text)) return named[text];
  const rest = ordinals.reduce((said, word, at) => said.replace(word, `${at + 1}e`), text);
  const read =
    /^(?:het )?(?:(20\d\d) ?)?(?:(?:kwartaal|kwart|kw|k|q) ?([1-4])|([1-4]) ?e? ?(?:kwartaal|kwart|kw|k|q))?(?: ?(?:van )?(20\d\d))?$/.exec(
      rest,
    );
  if (!read || rest === 'het') return undefined;
  const [, before, quarterAfter, quarterBefore, after] = read;
  if (before && after) return undefined;
  const quarter = quarters.find((one) => String(one) === (quarterAfter ?? quarterBefore));
  return { year: before ?? after ?? thisYear, ...(quarter && { quarter }) };
}
