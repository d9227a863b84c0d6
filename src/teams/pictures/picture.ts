import type { Complaint } from '../../procedure/complaint.ts';
import type { Running } from '../../procedure/running.ts';
import { courseOf } from './course.ts';
import { courseSvg } from './course-svg.ts';
import { courseAltText } from './course-words.ts';
import { png } from './png.ts';
import { type Times, timeline } from './timeline.ts';
import { timelineSvg } from './timeline-svg.ts';
import { timelineAltText } from './timeline-words.ts';

/** An image in a card: its bytes as a data URI, and what it shows in words. */
export type Picture = { url: string; altText: string };

/** How far a complaint has come along the stations of the regulation. */
export function coursePicture(complaint: Complaint): Picture {
  const course = courseOf(complaint);
  return { url: dataUri(courseSvg(course)), altText: courseAltText(course) };
}

/** The deadlines as time: those that run today, or those that would follow from a day. One at least. */
export function timelinePicture(deadlines: readonly Running[], times: Times): Picture {
  const shown = timeline(deadlines, times);
  return { url: dataUri(timelineSvg(shown)), altText: timelineAltText(shown) };
}

/** Drawn once: rendering takes tens of milliseconds, and complaints of the same days have the same pictures. */
const known = new Map<string, string>();

/** Pictures kept, of some ten thousand characters each. */
const mostKept = 500;

function dataUri(svg: string): string {
  const found = known.get(svg) ?? `data:image/png;base64,${Buffer.from(png(svg)).toString('base64')}`;
  if (known.size >= mostKept) known.clear();
  known.set(svg, found);
  return found;
}
