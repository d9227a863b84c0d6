import { briefDate, longDate, monthYear } from '../../time/dutch-date.ts';
import { addDays, daysBetween, type LocalDate } from '../../time/local-date.ts';
import {
  beginMark,
  box,
  endMark,
  holidayMark,
  lastDayMark,
  line,
  margin,
  palette,
  panel,
  path,
  pictureWidth,
  postMark,
  type Shape,
  text,
  within,
} from './svg.ts';
import {
  daysFrom,
  holidayLine,
  moreLine,
  postLine,
  type Span,
  spanTitle,
  type Timeline,
} from './timeline.ts';

const noteHeight = 25;

/** Draws a time line. */
export function timelineSvg(shown: Timeline): string {
  const scale = scaleOf(shown);
  const top = headHeight(shown);
  const notesAt = top + shown.spans.length * spanHeight;
  const notes = notesOf(shown);
  return panel(notesAt + notes.length * noteHeight + margin / 2, [
    ...shown.spans.flatMap((span, i) => spanShapes(top + i * spanHeight, span, shown, scale)),
    ...head(shown, scale),
    ...notes.flatMap((note, i) => note(notesAt + i * noteHeight + 17)),
  ]);
}

/** Draws a line of text under the spans, on that baseline. */
type Note = (y: number) => Shape[];

const notesOf = ({ spans, holidays, more }: Timeline): Note[] => [
  spans.some(({ lastDayToAct }) => lastDayToAct) ? marksOfBoth : (y) => markOfEnd(margin + 9, y),
  ...spans.flatMap(({ kind, lastDayByPost }): Note[] =>
    lastDayByPost
      ? [(y) => [postMark(margin + 9, y - 6), note(margin + 26, y, postLine(kind, lastDayByPost))]]
      : [],
  ),
  ...holidays.map(
    (holiday): Note =>
      (y) => [
        box(margin + 1, y - 14, 16, 18, palette.holiday),
        holidayMark(margin + 9, y - 9),
        note(margin + 26, y, holidayLine(holiday)),
      ],
  ),
  ...(more > 0 ? [(y: number) => [note(margin, y, moreLine(more))]] : []),
];

const marksOfBoth: Note = (y) => [
  lastDayMark(margin + 9, y - 6),
  note(margin + 26, y, 'uiterlijk te doen'),
  ...markOfEnd(360, y),
];

const markOfEnd = (x: number, y: number): Shape[] => [endMark(x, y - 6), note(x + 17, y, 'einde')];

const note = (x: number, y: number, words: string): Shape => text(x, y, words, { fill: palette.subtle });

const monthsAt = 30;
const mondaysAt = 56;
const flagAt = 66;

/** Pixels above the first span. */
const headHeight = ({ today }: Timeline): number => (today ? 100 : flagAt);

/** Draws the months, the Mondays, and a flag on today. */
const head = (shown: Timeline, scale: Scale): Shape[] => [
  ...months(shown, scale),
  ...mondays(shown, scale),
  ...flag(shown, scale),
];

/** Draws each month where it begins: with its year if there is room, its first letters if there is little. */
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

/** Draws the flag of today; where today is after the days shown, an arrow that names it. */
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

/** The positions of days, in pixels from the left. A day outside the picture is at its edge. */
type Scale = { dayWidth: number; left(day: LocalDate): number; middle(day: LocalDate): number };

function scaleOf({ first, last }: Timeline): Scale {
  const days = daysBetween(first, last) + 1;
  const dayWidth = (pictureWidth - 2 * margin) / days;
  const edge = (column: number): number => margin + Math.min(Math.max(column, 0), days) * dayWidth;
  return {
    dayWidth,
    left: (day) => edge(daysBetween(first, day)),
    middle: (day) => edge(daysBetween(first, day) + 0.5),
  };
}

/** Lists the days that begin a month, after the first of all. */
const monthsOf = ({ first, last }: Timeline): LocalDate[] =>
  daysFrom(first, daysBetween(first, last) + 1).filter((day) => day === first || day.endsWith('-01'));

/** Lists the Mondays, werkdag or not. */
const mondaysOf = ({ first, last }: Timeline): LocalDate[] =>
  daysFrom(first, daysBetween(first, last) + 1).filter((day) => daysBetween(aMonday, day) % 7 === 0);

const aMonday = '2026-01-05';

/** Pixels of a span: a line of words above a lane of days. */
const spanHeight = 70;
const laneAt = 28;
const laneHeight = 30;

/** Draws a span: what is due and its last days in words, and under them its days. */
function spanShapes(top: number, span: Span, shown: Timeline, scale: Scale): Shape[] {
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

/** Draws the last days, each behind its mark; one where they are the same day. */
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

/** Draws a span that does not run, from its beginning to its end. */
function supposed({ from, dueOn }: Span, { left, middle }: Scale, y: number): Shape[] {
  const start = middle(from ?? dueOn);
  return [bar(start, left(addDays(dueOn, 1)), y, palette.tint)];
}

/** Draws a running span: the time left, over it the time that has passed, and dashed the time by which Ballance is late. */
function running(
  { from, dueOn, canBeLate }: Span,
  today: LocalDate,
  { left, middle }: Scale,
  y: number,
): Shape[] {
  const start = middle(from ?? today);
  const end = left(addDays(dueOn, 1));
  const now = middle(today);
  const late = `stroke="${palette.late}" stroke-width="6" stroke-dasharray="7 4"`;
  return [
    bar(start, end, y, palette.tint),
    bar(start, Math.min(now, end), y, palette.brand),
    ...(canBeLate && now > end ? [path(`M${end} ${y}H${now}`, late)] : []),
  ];
}

const bar = (start: number, end: number, y: number, fill: string): Shape =>
  end > start ? box(start, y - 6, end - start, 12, fill) : '';

const marks = (
  { from, dueOn, lastDayToAct, lastDayByPost }: Span,
  { left, middle }: Scale,
  y: number,
): Shape[] => [
  ...(from ? [beginMark(middle(from), y)] : []),
  endMark(left(addDays(dueOn, 1)), y),
  ...(lastDayByPost ? [postMark(middle(lastDayByPost), y)] : []),
  ...(lastDayToAct ? [lastDayMark(middle(lastDayToAct), y)] : []),
];
