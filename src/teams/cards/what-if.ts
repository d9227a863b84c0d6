import { longDate } from '../../letters/dutch-date.ts';
import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Deadline } from '../../procedure/deadlines.ts';
import { type Card, template } from '../card.ts';
import { whyThisDate } from '../why.ts';
import { type DeadlineLine, deadlineLine } from './deadline-line.ts';

type Data = { day: string; deadlines: (DeadlineLine & { id: string; why: string[] })[]; whyIds: string[] };

const fill = template<Data>('what-if');

/** Every deadline, each as if the day were its own triggering day, with the count. */
export const whatIfCard = ({ day, deadlines }: { day: LocalDate; deadlines: readonly Deadline[] }): Card =>
  fill({
    day: longDate(day),
    deadlines: deadlines.map((deadline) => ({
      ...deadlineLine(deadline),
      id: whyId(deadline),
      why: whyThisDate(deadline),
    })),
    whyIds: deadlines.map(whyId),
  });

const whyId = ({ kind }: Deadline): string => `why-${kind}`;
