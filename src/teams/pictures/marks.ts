import { palette } from './palette.ts';
import { box, path, type Shape } from './shapes.ts';

/** What stands on a line of time, each with a shape of its own. */

export const beginMark = (x: number, y: number): Shape =>
  `<circle cx="${x}" cy="${y}" r="7" fill="${palette.panel}" stroke="${palette.brand}" stroke-width="3"/>`;

export const lastDayMark = (x: number, y: number): Shape =>
  path(`M${x} ${y - 9}l9 9l-9 9l-9-9z`, `fill="${palette.ink}" stroke="${palette.panel}" stroke-width="2"`);

export const endMark = (x: number, y: number): Shape => box(x - 2.5, y - 13, 5, 26, palette.ink);

/** On a holiday, so that it is told from a weekend without its colour. */
export const holidayMark = (x: number, y: number): Shape =>
  `<circle cx="${x}" cy="${y}" r="2.5" fill="${palette.ink}"/>`;
