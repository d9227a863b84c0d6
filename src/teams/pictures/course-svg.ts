import { type Course, type Progress, type Station, stations, stationWords } from './course.ts';
import { margin, palette, panel, path, pictureWidth, type Shape, text } from './svg.ts';

/** Pixels: the height, the track, and the names by turns above and below it, because six side by side are too wide. */
const height = 104;
const trackAt = 52;
const aboveAt = 29;
const belowAt = 89;
const apart = (pictureWidth - 80) / (stations.length - 1);

/** Draws how far a complaint has come. Each progress has its own shape, not only a colour. */
export const courseSvg = (course: Course): string =>
  panel(height, [
    ...stations.slice(1).map((station, i) => track(i, course[station])),
    ...stations.map((station, i) => mark(xOf(i), course[station], station)),
    ...stations.map((station, i) => name(i, station, course[station])),
  ]);

const xOf = (i: number): number => 40 + i * apart;

/** Draws the track to a station: passed, ahead, or skipped. */
function track(i: number, to: Progress): Shape {
  const d = `M${xOf(i)} ${trackAt}H${xOf(i + 1)}`;
  if (to === 'ahead') return path(d, `stroke="${palette.edge}" stroke-width="4"`);
  const dashes = to === 'skipped' ? ' stroke-dasharray="4 5"' : '';
  return path(d, `stroke="${palette.brand}" stroke-width="4"${dashes}`);
}

function mark(x: number, progress: Progress, station: Station): Shape {
  const y = trackAt;
  const tick = path(`M${x - 6} ${y}l4.5 5l8-9`, `fill="none" stroke="${palette.panel}" stroke-width="3"`);
  switch (progress) {
    case 'done':
      return circle(x, 12, palette.brand, palette.brand) + tick;
    case 'now':
      return station === 'closed'
        ? circle(x, 14, palette.good, palette.good) + tick
        : circle(x, 14, palette.panel, palette.brand, 4) + circle(x, 6, palette.brand, palette.brand);
    case 'ahead':
      return circle(x, 10, palette.panel, palette.subtle);
    case 'skipped':
      return (
        circle(x, 10, palette.panel, palette.subtle) +
        path(`M${x - 5} ${y}h10`, `stroke="${palette.subtle}" stroke-width="3"`)
      );
    default:
      return progress satisfies never;
  }
}

const circle = (x: number, radius: number, fill: string, stroke: string, width = 2): Shape =>
  `<circle cx="${x}" cy="${trackAt}" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;

/** Draws the name of a station; the first and the last stay within the panel. */
function name(i: number, station: Station, progress: Progress): Shape {
  const y = i % 2 === 0 ? aboveAt : belowAt;
  const style = {
    fill: progress === 'done' || progress === 'now' ? palette.ink : palette.subtle,
    bold: progress === 'now',
    struck: progress === 'skipped',
  };
  if (i === 0) return text(margin, y, stationWords[station], style);
  if (i === stations.length - 1)
    return text(pictureWidth - margin, y, stationWords[station], { ...style, anchor: 'end' });
  return text(xOf(i), y, stationWords[station], { ...style, anchor: 'middle' });
}
