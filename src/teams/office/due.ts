import { runningDeadlines, workingDaysLeft } from '../../procedure/deadlines.ts';
import type { Step } from '../../procedure/model/commands.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { DatedDeadline } from '../cards/deadlines.ts';
import type { Office } from './office.ts';

/** Lists the running deadlines as of today, the nearest first. */
export const datedDeadlines = (
  complaint: Complaint,
  { calendar, clock, register }: Office,
): DatedDeadline[] =>
  runningDeadlines(complaint, calendar, register.desk()).map((deadline) => ({
    deadline,
    workingDaysLeft: workingDaysLeft(deadline, clock.today(), calendar),
  }));

/** Lists them for who can take those steps: the measures last where they do not see to them, as a board member who decides. */
export function dueFor(complaint: Complaint, open: readonly Step[], office: Office): DatedDeadline[] {
  const due = datedDeadlines(complaint, office);
  const others = due.filter(
    ({ deadline }) => deadline.kind === 'measure' && !open.includes('complete-measure'),
  );
  return [...due.filter((one) => !others.includes(one)), ...others];
}
