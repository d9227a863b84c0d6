/**
 * The rule of small numbers. A number of complaints by something that can point to somebody (where it came from, branch, subject,
 * judgement, outcome, kept or late, measures, a score) is never said exactly: below five it is "fewer than five" (zero as well), from
 * five on it lies in a class of five: 5 to 9, 10 to 14. Only totals are exact: of a month, a quarter, a year, of what is closed.
 *
 * No exact number from five on, because a total less the other numbers would give back what is hidden, and so would a year less its
 * quarters. Where the classes would still leave one possibility, a class is made wider: for every number from one to four that is
 * hidden the same report, and the reports of all quarters beside that of the year, can be of another number as well.
 *
 * What it cannot hide: whoever knows by another way that nothing but one complaint came between two reports of a period that still
 * runs, sees a class change because of that one. And the workbook ("Jaaroverzicht") lists each complaint, for the desk only.
 */

/** A number as a report says it: from which to which it can be; the same where it is exact. */
export type Range = { from: number; to: number };

/** The numbers that a class has: what is below it is not told apart. */
export const classWidth = 5;

/** Says the numbers of one period, each of one value; together they are a total that is known. */
export const inClasses = (numbers: readonly number[]): readonly Range[] =>
  widened({ rows: [numbers], shown: [numbers.map(classOf)], columns: numbers.map(() => anyNumber) }, 'rows')
    .shown[0] ?? [];

/** Says the numbers of a year, given those of its quarters, of which the reports are known as well. */
export function inClassesOfYear(ofQuarters: readonly (readonly number[])[]): readonly Range[] {
  const sums = sumsOf(ofQuarters);
  const shown = ofQuarters.map(inClasses);
  return widened({ rows: ofQuarters, shown, columns: sums.map(classOf) }, 'columns').columns;
}

const classOf = (n: number): Range => {
  const from = n - (n % classWidth);
  return { from, to: from + classWidth - 1 };
};

const anyNumber: Range = { from: 0, to: Number.POSITIVE_INFINITY };

/** Numbers by period and value, what is said of each, and what is said of the sum of each value. The total of each period is known. */
type Grid = {
  rows: readonly (readonly number[])[];
  shown: readonly (readonly Range[])[];
  columns: readonly Range[];
};

const sumsOf = (rows: Grid['rows']): number[] =>
  (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));

/** Makes classes wider until no hidden number follows from the rest, or all are as wide as can be. */
function widened(grid: Grid, what: 'rows' | 'columns'): Grid {
  const total = sumsOf(grid.rows).reduce((sum, n) => sum + n, 0);
  for (let now = grid; ; ) {
    const at = betrayed(now);
    if (at === undefined) return now;
    const ranges = (what === 'rows' ? now.shown[0] : now.columns) ?? [];
    const isWide = ({ from, to }: Range): boolean => from === 0 && to > total;
    if (ranges.every(isWide)) return now;
    const isAll = ranges[at] === undefined || isWide(ranges[at]);
    const next = ranges.map((range, column) => (isAll || column === at ? wider(range) : range));
    now = what === 'rows' ? { ...now, shown: [next] } : { ...now, columns: next };
  }
}

const wider = ({ from, to }: Range): Range => ({ from: Math.max(0, from - classWidth), to: to + classWidth });

const isHidden = (n: number, { from }: Range): boolean => from === 0 && n > 0 && n < classWidth;

/** Finds the value of which a hidden number, of a period or of all, can be no other than it is. */
function betrayed(grid: Grid): number | undefined {
  const sums = sumsOf(grid.rows);
  const inPeriod = grid.rows.flatMap((row, at) =>
    row.flatMap((n, column) =>
      isHidden(n, grid.shown[at]?.[column] ?? anyNumber) && !canDiffer(grid, at, column) ? column : [],
    ),
  );
  const inSum = sums.flatMap((n, column) =>
    isHidden(n, grid.columns[column] ?? anyNumber) && !canDiffer(grid, 'sum', column) ? column : [],
  );
  return [...inPeriod, ...inSum][0];
}

/**
 * Tells whether everything that is said could be said as well with another number there: one more or fewer, made up for by others. Finds
 * it as a way through periods and values, along numbers that may rise (from a period to a value) or fall (back).
 */
function canDiffer(grid: Grid, at: number | 'sum', column: number): boolean {
  const [one, other] = [at === 'sum' ? 'sum' : `period ${at}`, `value ${column}`];
  const moves = movesOf(grid);
  const direct = moves.filter((move) => move.includes(one) && move.includes(other));
  const rest = moves.filter((move) => !direct.includes(move));
  return direct.some(([from, to]) => leads(to, from, rest));
}

type Move = readonly [string, string];

/** Lists the single changes that what is said leaves room for. */
function movesOf({ rows, shown, columns }: Grid): Move[] {
  const sums = sumsOf(rows);
  const room = (n: number, range: Range | undefined, one: string, other: string): Move[] => [
    ...(n < (range ?? anyNumber).to ? [[one, other] as const] : []),
    ...(n > (range ?? anyNumber).from ? [[other, one] as const] : []),
  ];
  return [
    ...rows.flatMap((row, at) =>
      row.flatMap((n, column) => room(n, shown[at]?.[column], `period ${at}`, `value ${column}`)),
    ),
    ...sums.flatMap((n, column) => room(n, columns[column], `value ${column}`, 'sum')),
  ];
}

function leads(from: string, to: string, moves: readonly Move[]): boolean {
  const reached = new Set([from]);
  for (const one of reached) {
    if (one === to) return true;
    for (const [a, b] of moves) if (a === one) reached.add(b);
  }
  return false;
}
