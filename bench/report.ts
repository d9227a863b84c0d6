import { type Figure, type Goal, isReached } from './figure.ts';

const headings = ['what', 'unit', 'ours', 'compared with', 'base', 'ratio', 'range of the ratio', 'goal'];

/** The figures as a table to read, and after it one JSON line each. */
export function report(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(row)];
  const widths = headings.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [...rows.map(line), '', ...figures.map((one) => JSON.stringify(one))].join('\n');
}

const row = ({ what, unit, value, comparedWith, base, ratio, range, goal }: Figure): string[] => [
  what,
  unit,
  shown(value),
  comparedWith,
  shown(base),
  ratio.toFixed(2),
  range.map((one) => one.toFixed(2)).join(' - '),
  goal ? `${inWords(goal)}, ${isReached(ratio, goal) ? 'reached' : 'missed'}` : '',
];

const inWords = (goal: Goal): string =>
  'atLeast' in goal ? `at least ${goal.atLeast.toFixed(2)}` : `at most ${goal.atMost.toFixed(2)}`;

const shown = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
