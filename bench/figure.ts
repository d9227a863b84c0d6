/** One figure of ours beside what it is compared with, measured in the same rounds. */
export type Figure = {
  what: string;
  unit: 'turns/s' | 'times/s' | 'ms' | 'MB';
  /** The median of the rounds. */
  value: number;
  comparedWith: string;
  base: number;
  /** value / base, computed round by round, because the machine is not equally fast all the time: the median. */
  ratio: number;
  /** The lowest and the highest ratio of a round. */
  range: [number, number];
  /** What the ratio should be. */
  goal?: Goal;
};

export type Goal = { atLeast: number } | { atMost: number };

export const isReached = (ratio: number, goal: Goal): boolean =>
  'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;

/** The measurements of ours and of the base, one of each a round. */
export function figure(
  { what, unit, comparedWith, goal }: Pick<Figure, 'what' | 'unit' | 'comparedWith' | 'goal'>,
  ours: readonly number[],
  base: readonly number[],
): Figure {
  const ratios = ours.map((value, round) => value / (base[round] ?? Number.NaN));
  return {
    what,
    unit,
    value: rounded(quantile(ours, 0.5)),
    comparedWith,
    base: rounded(quantile(base, 0.5)),
    ratio: rounded(quantile(ratios, 0.5)),
    range: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    ...(goal && { goal }),
  };
}

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const rounded = (value: number): number => Number(value.toPrecision(4));
