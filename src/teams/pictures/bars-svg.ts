import { fontFamily, path, px, type Shape } from './svg.ts';

/** A number as a bar: certain up to `from`, and at most `to`. */
type Length = { from: number; to: number };

/** A row of a chart; what is not known has no bar. */
type Bar = { label: string; now?: Length | undefined; before?: Length | undefined };

/** A chart of bars, two in each row: of now, and of the same before. Every text in it may be somebody's. */
export type Bars = { title: string; legend: { now: string; before: string; open?: string }; bars: Bar[] };

/** Pixels: the width of a page of text, and what a row takes with its label above its bars or beside them. */
export const barsWidth = 640;
const edge = 10;
const barHeight = 14;
const legendHeight = 34;
const mostBeside = 14;
const besideWidth = 150;
/** Pixels that stay free for the number behind the longest bar. */
const numberWidth = 90;

/** The colours of a chart: on white, and apart from each other without colour as well. */
const ink = '#1d2433';
const dark = '#24407a';
const light = '#c9d2e3';
const rule = '#8a93a6';

const isBeside = ({ bars }: Bars): boolean => bars.every(({ label }) => label.length <= mostBeside);

const rowHeight = (chart: Bars): number => (isBeside(chart) ? 0 : 22) + 2 * barHeight + 14;

/** Computes the height of a chart in pixels. */
export const barsHeight = (chart: Bars): number => legendHeight + chart.bars.length * rowHeight(chart) + edge;

/** Draws a chart of bars on white; what may be so is hatched, so that it reads on paper without colour. */
export function barsSvg(chart: Bars): string {
  const left = edge + (isBeside(chart) ? besideWidth : 0);
  const most = Math.max(1, ...chart.bars.flatMap(({ now, before }) => [now?.to ?? 0, before?.to ?? 0]));
  const scale = (barsWidth - left - edge - numberWidth) / most;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${barsWidth}" height="${barsHeight(chart)}" font-family="${fontFamily}" font-size="15">`,
    `<defs>${hatch('now', dark, 3)}${hatch('before', rule, 1.5)}</defs>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...legend(chart),
    ...chart.bars.flatMap((bar, at) => row(bar, legendHeight + at * rowHeight(chart), left, scale, chart)),
    '</svg>',
  ].join('');
}

const hatch = (name: string, colour: string, width: number): Shape =>
  `<pattern id="${name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/><rect width="${width}" height="6" fill="${colour}"/></pattern>`;

function legend({ legend: { now, before, open } }: Bars): Shape[] {
  const marks = [
    { fill: dark, words: now },
    { fill: light, words: before },
    ...(open ? [{ fill: 'url(#now)', words: open }] : []),
  ];
  let x = edge;
  return marks.flatMap(({ fill, words }) => {
    const at = x;
    x += 50 + words.length * 8.6;
    return [block(at, 8, 16, fill), said(at + 22, 21, words)];
  });
}

function row(bar: Bar, top: number, left: number, scale: number, chart: Bars): Shape[] {
  const beside = isBeside(chart);
  const first = top + (beside ? 4 : 24);
  return [
    beside ? said(edge, first + barHeight + 5, bar.label) : said(edge, top + 18, bar.label),
    ...length(bar.now, first, left, scale, { fill: dark, open: 'url(#now)' }),
    ...length(bar.before, first + barHeight + 2, left, scale, { fill: light, open: 'url(#before)' }),
    path(`M${left} ${first - 2}v${2 * barHeight + 6}`, `stroke="${ink}" stroke-width="1.5"`),
  ];
}

function length(
  of: Length | undefined,
  y: number,
  left: number,
  scale: number,
  { fill, open }: { fill: string; open: string },
): Shape[] {
  if (!of) return [];
  const end = left + of.to * scale;
  return [
    ...(of.to > of.from ? [block(left + of.from * scale, y, (of.to - of.from) * scale, open)] : []),
    ...(of.from > 0 ? [block(left, y, of.from * scale, fill)] : []),
    said(end + 6, y + barHeight - 2, rangeWords(of)),
  ];
}

/** Words a number that is known exactly, or between which bounds: '7', '<5', '10–14'. */
export const rangeWords = ({ from, to }: Length): string =>
  from === to ? `${from}` : from === 0 ? `<${to + 1}` : `${from}–${to}`;

const block = (x: number, y: number, width: number, fill: string): Shape =>
  `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${barHeight}" fill="${fill}" stroke="${ink}" stroke-width="0.8"/>`;

const said = (x: number, y: number, words: string): Shape =>
  `<text x="${px(x)}" y="${px(y)}" fill="${ink}">${inXml(words)}</text>`;

const inXml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Words everything that a chart shows, for who cannot see it. */
export const barsAltText = ({ title, legend: { now, before }, bars }: Bars): string => {
  const part = (of: Length | undefined, when: string): string[] => (of ? [`${when} ${rangeWords(of)}`] : []);
  const lines = bars.map(
    (bar) => `${bar.label}: ${[...part(bar.now, now), ...part(bar.before, before)].join(', ')}.`,
  );
  return [`${title}.`, ...lines].join(' ');
};
