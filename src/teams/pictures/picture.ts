import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Running } from '../../procedure/deadlines.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { type Bars, barsAltText, barsHeight, barsSvg, barsWidth } from './bars-svg.ts';
import { courseAltText, courseOf } from './course.ts';
import { courseSvg } from './course-svg.ts';
import { fontFamily, palette } from './svg.ts';
import { type Times, timeline, timelineAltText } from './timeline.ts';
import { timelineSvg } from './timeline-svg.ts';

/** An image in a card: its bytes as a data URI, and its alt text. */
export type Picture = { url: string; altText: string };

/** Draws how far a complaint has come along the stations of the regulation. */
export function coursePicture(complaint: Complaint): Picture {
  const course = courseOf(complaint);
  return { url: dataUri(courseSvg(course)), altText: courseAltText(course) };
}

/** Draws deadlines on a time line: those that run today, or those that would follow from a day. One at least. */
export function timelinePicture(deadlines: readonly Running[], times: Times): Picture {
  const shown = timeline(deadlines, times);
  return { url: dataUri(timelineSvg(shown)), altText: timelineAltText(shown) };
}

/** Pictures drawn before: rendering takes tens of milliseconds, and complaints of the same days have the same pictures. */
const known = new Map<string, string>();

/** The most pictures that are kept, of some ten thousand characters each. */
const mostKept = 500;

function dataUri(svg: string): string {
  const found = known.get(svg) ?? `data:image/png;base64,${Buffer.from(png(svg)).toString('base64')}`;
  if (known.size >= mostKept) known.clear();
  known.set(svg, found);
  return found;
}

const font = (file: string): string => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${file}`));

const options = {
  font: {
    loadSystemFonts: false,
    fontFiles: [font('DejaVuSans.ttf'), font('DejaVuSans-Bold.ttf')],
    defaultFontFamily: fontFamily,
  },
};

/** Loads the renderer with the first picture, so that who only types does not wait for it. */
const require = createRequire(import.meta.url);

/** Draws a chart of bars for a file that is printed, at twice its size. */
export function barsChart(bars: Bars) {
  const { Resvg }: typeof import('@resvg/resvg-js') = require('@resvg/resvg-js');
  const drawn = new Resvg(barsSvg(bars), { ...options, fitTo: { mode: 'zoom', value: 2 } }).render();
  return {
    title: bars.title,
    bytes: new Uint8Array(drawn.asPng()),
    width: barsWidth,
    height: barsHeight(bars),
    altText: barsAltText(bars),
  };
}

/** Encodes a drawing as PNG with a palette of four bits a pixel: a fifth of the bytes of full colour. */
function png(svg: string): Uint8Array {
  const { Resvg }: typeof import('@resvg/resvg-js') = require('@resvg/resvg-js');
  const { encode }: typeof import('fast-png') = require('fast-png');
  const { width, height, pixels } = new Resvg(svg, options).render();
  const data = packed(new Uint32Array(pixels.buffer, pixels.byteOffset, width * height));
  return encode({ width, height, data, depth: 4, channels: 1, palette: colours }, { zlib: { level: 8 } });
}

const rgbOf = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Mixes a colour half with that of the panel, for the smooth edges of letters and marks. */
const halfOf = (hex: string): number[] => {
  const panel = rgbOf(palette.panel);
  return rgbOf(hex).map((part, i) => Math.round((part + (panel[i] ?? 0)) / 2));
};

/** The palette, at most sixteen colours. The first is transparent, for what is outside the panel. */
const colours: number[][] = [
  [0, 0, 0, 0],
  ...Object.values(palette).map((hex) => [...rgbOf(hex), 255]),
  ...[palette.ink, palette.subtle, palette.brand].map((hex) => [...halfOf(hex), 255]),
];

/** Packs the nearest colours of an even number of pixels, two a byte. */
function packed(pixels: Uint32Array): Uint8Array {
  const known = new Map<number, number>();
  // Remembers the pixel before: most of a drawing is one colour in a row.
  let [last, placed] = [0, nearest(0)];
  const place = (at: number): number => {
    const pixel = pixels[at] ?? 0;
    if (pixel === last) return placed;
    [last, placed] = [pixel, known.get(pixel) ?? nearest(pixel)];
    known.set(pixel, placed);
    return placed;
  };
  const data = new Uint8Array(pixels.length / 2);
  for (let i = 0; i < data.length; i++) data[i] = (place(2 * i) << 4) | place(2 * i + 1);
  return data;
}

/** Finds the index of the nearest colour. A pixel is four bytes, red the lowest. */
function nearest(pixel: number): number {
  const [red = 0, green = 0, blue = 0, alpha = 0] = [0, 8, 16, 24].map((bits) => (pixel >>> bits) & 255);
  if (alpha < 128) return 0;
  const distances = colours.map(
    ([r = 0, g = 0, b = 0]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2,
  );
  return distances.indexOf(Math.min(...distances.slice(1)), 1);
}
