import { briefDate, longDate, monthYear } from '../../letters/dutch-date.ts';
import { addDays } from '../../procedure/articles/art02-periods.ts';
import { margin, palette, pictureWidth } from './palette.ts';
import { box, path, type Shape, text, within } from './shapes.ts';
import type { Timeline } from './timeline.ts';
import { mondaysOf, monthsOf, type Scale } from './timeline-scale.ts';

const monthsAt = 30;
const mondaysAt = 56;
const flagAt = 66;

/** Pixels above the first span. */
export const headHeight = ({ today }: Timeline): number => (today ? 100 : flagAt);

/** The months, the Mondays, and a flag on today. */
export const head = (shown: Timeline, scale: Scale): Shape[] => [
  ...months(shown, scale),
  ...mondays(shown, scale),
  ...flag(shown, scale),
];

/** Each month where it begins: with its year if there is room, its first letters if there is little. */
function months(shown: Timeline, { left }: Scale): Shape[] {
  const starts = monthsOf(shown);
  const end = addDays(shown.last, 1);
  return starts.flatMap((day, i) => {
    const room = left(starts[i + 1] ?? end) - left(day);
    if (room < 44) return [];
    const words = room > 160 ? monthYear(day) : (briefDate(day).split(' ').at(-1) ?? '');
    return [text(left(day), monthsAt, words, { bold: true })];
  });
}

function mondays(shown: Timeline, { dayWidth, left }: Scale): Shape[] {
  const [before, room] = dayWidth * 7 > 70 ? ['ma ', 50] : ['', 24];
  return mondaysOf(shown)
    .filter((day) => left(day) + room < pictureWidth - margin / 2)
    .map((day) => text(left(day), mondaysAt, `${before}${Number(day.slice(8))}`, { fill: palette.subtle }));
}

/** After the days shown it is an arrow that names the day. */
function flag({ today, last }: Timeline, { middle }: Scale): Shape[] {
  if (!today) return [];
  const words = today > last ? `vandaag, ${longDate(today)} →` : 'vandaag';
  const width = words.length * 9.7 + 20;
  const at = within(middle(today), width);
  return [
    box(at - width / 2, flagAt, width, 26, palette.ink, 13),
    text(at, flagAt + 19, words, { fill: palette.panel, anchor: 'middle' }),
    path(`M${middle(today) - 6} ${flagAt + 25}h12l-6 8z`, `fill="${palette.ink}"`),
  ];
}
