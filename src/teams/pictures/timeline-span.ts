import { briefDate } from '../../letters/dutch-date.ts';
import { addDays, type LocalDate } from '../../procedure/articles/art02-periods.ts';
import { beginMark, endMark, holidayMark, lastDayMark } from './marks.ts';
import { margin, palette, pictureWidth } from './palette.ts';
import { box, line, path, type Shape, text } from './shapes.ts';
import type { Span, Timeline } from './timeline.ts';
import { mondaysOf, type Scale } from './timeline-scale.ts';
import { spanTitle } from './timeline-words.ts';

/** Pixels: a span is a line of words with a lane of days under it. */
export const spanHeight = 70;
const laneAt = 28;
const laneHeight = 30;

/** What is due and its last days in words, and under them its days. */
export function spanShapes(top: number, span: Span, shown: Timeline, scale: Scale): Shape[] {
  const words = top + 19;
  const lane = top + laneAt;
  const middle = lane + laneHeight / 2;
  const { today } = shown;
  return [
    text(margin, words, spanTitle(span), { bold: true }),
    ...lastDays(span, words),
    ...days(shown, scale, lane),
    ...(shown.runs && today ? running(span, today, scale, middle) : supposed(span, scale, middle)),
    ...marks(span, scale, middle),
    ...(today ? [line(scale.middle(today), lane - 2, laneHeight + 4, palette.ink, 2)] : []),
  ];
}

/** Each behind its mark; once where they are the same day. */
function lastDays({ dueOn, lastDayToAct }: Span, y: number): Shape[] {
  const end = [endMark(360, y - 6), text(370, y, briefDate(dueOn))];
  if (!lastDayToAct) return end;
  if (lastDayToAct === dueOn) return [lastDayMark(342, y - 6), ...end];
  return [lastDayMark(233, y - 6), text(248, y, briefDate(lastDayToAct)), ...end];
}

const days = (shown: Timeline, { dayWidth, left, middle }: Scale, top: number): Shape[] => [
  box(margin, top, pictureWidth - 2 * margin, laneHeight, palette.lane),
  ...shown.weekends.map((day) => box(left(day), top, dayWidth, laneHeight, palette.weekend)),
  ...shown.holidays.flatMap(({ day }) => [
    box(left(day), top, dayWidth, laneHeight, palette.holiday),
    holidayMark(middle(day), top + 5),
  ]),
  ...mondaysOf(shown).map((day) => line(left(day), top, laneHeight, palette.panel, 1)),
];

/** The time from its begin to its end. */
function supposed({ from, dueOn }: Span, { left, middle }: Scale, y: number): Shape[] {
  const start = middle(from ?? dueOn);
  return [bar(start, left(addDays(dueOn, 1)), y, palette.tint)];
}

/** The time left, over it the time gone by, and broken up the time since the end. */
function running({ from, dueOn }: Span, today: LocalDate, { left, middle }: Scale, y: number): Shape[] {
  const start = middle(from ?? today);
  const end = left(addDays(dueOn, 1));
  const now = middle(today);
  const late = `stroke="${palette.late}" stroke-width="6" stroke-dasharray="7 4"`;
  return [
    bar(start, end, y, palette.tint),
    bar(start, Math.min(now, end), y, palette.brand),
    ...(now > end ? [path(`M${end} ${y}H${now}`, late)] : []),
  ];
}

const bar = (start: number, end: number, y: number, fill: string): Shape =>
  end > start ? box(start, y - 6, end - start, 12, fill) : '';

const marks = ({ from, dueOn, lastDayToAct }: Span, { left, middle }: Scale, y: number): Shape[] => [
  ...(from ? [beginMark(middle(from), y)] : []),
  endMark(left(addDays(dueOn, 1)), y),
  ...(lastDayToAct ? [lastDayMark(middle(lastDayToAct), y)] : []),
];
