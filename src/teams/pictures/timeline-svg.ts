import { endMark, holidayMark, lastDayMark } from './marks.ts';
import { margin, palette } from './palette.ts';
import { box, panel, type Shape, text } from './shapes.ts';
import type { Timeline } from './timeline.ts';
import { head, headHeight } from './timeline-head.ts';
import { scaleOf } from './timeline-scale.ts';
import { spanHeight, spanShapes } from './timeline-span.ts';
import { holidayLine, moreLine } from './timeline-words.ts';

const noteHeight = 25;

/** Draws a picture of time. */
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

/** A line under the spans, on its baseline. */
type Note = (y: number) => Shape[];

const notesOf = ({ spans, holidays, more }: Timeline): Note[] => [
  spans.some(({ lastDayToAct }) => lastDayToAct) ? marksOfBoth : (y) => markOfEnd(margin + 9, y),
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
  note(margin + 26, y, 'laatste dag om te handelen'),
  ...markOfEnd(360, y),
];

const markOfEnd = (x: number, y: number): Shape[] => [endMark(x, y - 6), note(x + 17, y, 'einde')];

const note = (x: number, y: number, words: string): Shape => text(x, y, words, { fill: palette.subtle });
