import { inClasses, type Range } from '../../src/register/small-cells.ts';

/** Adds up each column. */
export const added = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));

/** Every way to divide a total over values within what is said of each. */
function divisions(total: number, [first, ...rest]: readonly Range[]): number[][] {
  if (!first) return total === 0 ? [[]] : [];
  const found: number[][] = [];
  for (let n = first.from; n <= Math.min(first.to, total); n++)
    for (const others of divisions(total - n, rest)) found.push([n, ...others]);
  return found;
}

/**
 * Everything that a number, or the sum of a value, can be for whoever has all reports of one moment: those of the quarters, each with its
 * total, and that of the year. Walks all of the ways in which the quarters can be divided.
 */
export function possible(rows: readonly (readonly number[])[], year: readonly Range[]): Set<number>[][] {
  const shown = rows.map(inClasses);
  const ways = rows.map((row, at) =>
    divisions(
      row.reduce((sum, n) => sum + n, 0),
      shown[at] ?? [],
    ),
  );
  const fits = (sums: readonly number[]): boolean =>
    year.every(({ from, to }, column) => from <= (sums[column] ?? 0) && (sums[column] ?? 0) <= to);
  /** The sums over the periods but one. */
  const without = (at: number): number[][] => {
    let reached = new Map<string, number[]>([['', year.map(() => 0)]]);
    for (const some of ways.filter((_, other) => other !== at)) {
      const next = new Map<string, number[]>();
      for (const sums of reached.values())
        for (const way of some) {
          const sum = added([sums, way]);
          next.set(sum.join(), sum);
        }
      reached = next;
    }
    return [...reached.values()];
  };
  const ofPeriods = rows.map((_, at) => {
    const others = without(at);
    const real = (ways[at] ?? []).filter((way) => others.some((sums) => fits(added([sums, way]))));
    return year.map((_range, column) => new Set(real.map((way) => way[column] ?? 0)));
  });
  const all = without(-1).filter(fits);
  return [...ofPeriods, year.map((_, column) => new Set(all.map((sums) => sums[column] ?? 0)))];
}
