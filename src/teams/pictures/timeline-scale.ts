import { daysBetween, type LocalDate } from '../../procedure/articles/art02-periods.ts';
import { margin, pictureWidth } from './palette.ts';
import { daysFrom, type Timeline } from './timeline.ts';

/** Where the days stand, in pixels from the left. One outside the picture stands at its edge. */
export type Scale = { dayWidth: number; left(day: LocalDate): number; middle(day: LocalDate): number };

export function scaleOf({ first, last }: Timeline): Scale {
  const days = daysBetween(first, last) + 1;
  const dayWidth = (pictureWidth - 2 * margin) / days;
  const edge = (column: number): number => margin + Math.min(Math.max(column, 0), days) * dayWidth;
  return {
    dayWidth,
    left: (day) => edge(daysBetween(first, day)),
    middle: (day) => edge(daysBetween(first, day) + 0.5),
  };
}

/** The days that begin a month, after the first of all. */
export const monthsOf = ({ first, last }: Timeline): LocalDate[] =>
  daysFrom(first, daysBetween(first, last) + 1).filter((day) => day === first || day.endsWith('-01'));

/** The Mondays, whether they are a werkdag or not. */
export const mondaysOf = ({ first, last }: Timeline): LocalDate[] =>
  daysFrom(first, daysBetween(first, last) + 1).filter((day) => daysBetween(aMonday, day) % 7 === 0);

const aMonday = '2026-01-05';
