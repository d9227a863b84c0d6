import type { Deadline } from '../../procedure/deadlines.ts';
import type { Calendar } from '../../time/calendar.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Picture, timelinePicture } from '../pictures/picture.ts';
import { mostSpans } from '../pictures/timeline.ts';
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

const fill = template<Data>('what-if');

/** Draws every deadline, each as if the day were its own triggering day, with its count. */
export const whatIfCard = ({ day, deadlines, calendar, today }: WhatIf): Card =>
  fill({
    day: longDate(day),
    time: timelinePicture(deadlines, { calendar, today, runs: false, most: mostSpans }),
    deadlines: deadlines.map((deadline) => ({
      ...deadlineLine(deadline),
      id: whyId(deadline),
      why: whyThisDate(deadline),
    })),
    whyIds: deadlines.map(whyId),
  });

const whyId = ({ kind }: Deadline): string => `why-${kind}`;
