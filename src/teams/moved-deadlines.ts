import { longDate } from '../letters/dutch-date.ts';
import type { Calendar } from '../procedure/articles/art02-periods.ts';
import type { Complaint } from '../procedure/complaint.ts';
import type { EventOf } from '../procedure/events.ts';
import { withDate } from '../procedure/evolve.ts';
import { runningDeadlines } from '../procedure/running.ts';
import { deadlineWords } from './words.ts';

/** Which running deadlines a corrected date has moved, from when to when: a sentence each. */
export function movedDeadlines(
  after: Complaint,
  { field, from }: EventOf<'date-corrected'>,
  calendar: Calendar,
): string[] {
  const before = runningDeadlines(withDate(after, field, from), calendar);
  return runningDeadlines(after, calendar).flatMap(({ kind, measure, dueOn }) => {
    const old = before.find((deadline) => deadline.kind === kind && deadline.measure === measure);
    if (!old || old.dueOn === dueOn) return [];
    return [`${deadlineWords[kind]}: van ${longDate(old.dueOn)} naar ${longDate(dueOn)}.`];
  });
}
