import type { Deadline } from '../../procedure/deadlines.ts';
import type { Calendar } from '../../time/calendar.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Picture, timelinePicture } from '../pictures/picture.ts';
import { mostSpans } from '../pictures/timeline.ts';
import { fits } from './card-size.ts';
import { type DeadlineLine, deadlineLine, whyThisDate } from './deadlines.ts';
import { type Card, template } from './template.ts';

type Data = {
  day: string;
  time: Picture;
  deadlines: (DeadlineLine & { id: string; why: string[] })[];
  whyIds: string[];
};

export type WhatIf = {
  day: LocalDate;
  deadlines: readonly Deadline[];
  calendar: Calendar;
  today: LocalDate;
};

/** Fills the template without shortening texts: `whatIfCard` draws less first. */
const fill = template<Data>('what-if', (card) => card);

/** Draws every deadline, each as if the day were its own triggering day, with its count; fewer in the picture where it is too large. */
export function whatIfCard(view: WhatIf): Card {
  const cards = [mostSpans, fewerSpans].values().map((most) => drawn(view, most));
  return cards.find(fits) ?? drawn(view, 1);
}

const fewerSpans = 3;

const drawn = ({ day, deadlines, calendar, today }: WhatIf, most: number): Card =>
  fill({
    day: longDate(day),
    time: timelinePicture(deadlines, { calendar, today, runs: false, most }),
    deadlines: deadlines.map((deadline) => ({
      ...deadlineLine(deadline),
      id: whyId(deadline),
      why: whyThisDate(deadline),
    })),
    whyIds: deadlines.map(whyId),
  });

const whyId = ({ kind }: Deadline): string => `why-${kind}`;
