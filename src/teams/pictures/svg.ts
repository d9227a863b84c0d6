/** The marks of a time line, each with its own shape. */

export const beginMark = (x: number, y: number): Shape =>
  `<circle cx="${x}" cy="${y}" r="7" fill="${palette.panel}" stroke="${palette.brand}" stroke-width="3"/>`;

export const lastDayMark = (x: number, y: number): Shape =>
  path(`M${x} ${y - 9}l9 9l-9 9l-9-9z`, `fill="${palette.ink}" stroke="${palette.panel}" stroke-width="2"`);

/** Marks the last day on which a letter can be posted: the mark of the last day, unfilled. */
export const postMark = (x: number, y: number): Shape =>
  path(`M${x} ${y - 8}l8 8l-8 8l-8-8z`, `fill="${palette.panel}" stroke="${palette.ink}" stroke-width="2.5"`);

export const endMark = (x: number, y: number): Shape => box(x - 2.5, y - 13, 5, 26, palette.ink);

/** Marks a holiday, so that it differs from a weekend without its colour. */
export const holidayMark = (x: number, y: number): Shape =>
  `<circle cx="${x}" cy="${y}" r="2.5" fill="${palette.ink}"/>`;

/**
 * The colours of the pictures, the same in a light and a dark Teams: on a dark panel of their own, which does not glare in the dark.
 * No letters read well on both grounds without one (3.8 to 1 at most), and a second picture for the dark would not fit in a message.
 */
export const palette = {
  panel: '#2f3148',
  edge: '#4a4d68',
  ink: '#ffffff',
  subtle: '#c3c5d9',
  lane: '#3b3e58',
  weekend: '#52566f',
  holiday: '#8f6a1c',
  brand: '#a9adff',
  tint: '#5a5ea6',
  good: '#6fd39c',
  late: '#ff8a94',
} as const;

/** The font of every picture, which comes with the bot. */
export const fontFamily = 'DejaVu Sans';

/** Pixels: as wide as the text of a card, and legible when shrunk to a phone of 320. */
export const pictureWidth = 480;
export const margin = 16;

/** A shape of a picture, as SVG. Every text in it is ours. */
export type Shape = string;

/** Draws a picture of that height on its own panel. */
export const panel = (height: number, shapes: readonly Shape[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${height}" font-family="${fontFamily}" font-size="17">`,
    `<rect x="0.5" y="0.5" width="${pictureWidth - 1}" height="${height - 1}" rx="8" fill="${palette.panel}" stroke="${palette.edge}"/>`,
    ...shapes,
    '</svg>',
  ].join('');

export type TextStyle = {
  fill?: string;
  bold?: boolean;
  struck?: boolean;
  anchor?: 'start' | 'middle' | 'end';
};

/** Draws a line of text on its baseline. */
export const text = (x: number, y: number, words: string, style: TextStyle = {}): Shape => {
  const { fill = palette.ink, bold, struck, anchor = 'start' } = style;
  const more = `${bold ? ' font-weight="bold"' : ''}${struck ? ' text-decoration="line-through"' : ''}`;
  return `<text x="${px(x)}" y="${px(y)}" fill="${fill}" text-anchor="${anchor}"${more}>${words}</text>`;
};

export const box = (x: number, y: number, width: number, height: number, fill: string, rounding = 0): Shape =>
  `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="${rounding}" fill="${fill}"/>`;

export const line = (x: number, y: number, height: number, stroke: string, width: number): Shape =>
  box(x - width / 2, y, width, height, stroke);

export const path = (d: string, paint: string): Shape => `<path d="${d}" ${paint}/>`;

/** Moves a text that would leave the panel inwards. */
export const within = (middle: number, width: number): number =>
  Math.min(Math.max(middle, margin / 2 + width / 2), pictureWidth - margin / 2 - width / 2);

/** Rounds pixels to a tenth. */
export const px = (n: number): number => Math.round(n * 10) / 10;
