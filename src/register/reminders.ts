import {
  type Calendar,
  type Instant,
  type LocalDate,
  lastWorkingDayOnOrBefore,
  nextWorkingDayAfter,
  workingDaysBefore,
} from '../procedure/articles/art02-periods.ts';
import type { Complaint } from '../procedure/complaint.ts';
import { type Running, runningDeadlines } from '../procedure/running.ts';

/** The days and times of reminders; `at` gives a moment on a day in Europe/Amsterdam. */
export type Timetable = {
  calendar: Calendar;
  /** 'HH:mm' */
  remindAt: string;
  at(day: LocalDate, time: string): Instant;
  dayOf(instant: Instant): LocalDate;
};

export type Reminder = {
  /** number/deadline/stage: the same reminder is never sent twice. */
  id: string;
  deadline: Running;
  overdue: boolean;
  at: Instant;
};

/** Working days before the last day to act; the three weeks of Art. 6 get one more reminder. */
const daysAhead = (deadline: Running): number[] => (deadline.kind === 'answer' ? [5, 2, 0] : [2, 0]);

/** A deadline that moved is another one, with reminders of its own. */
const nameOf = ({ kind, measure, dueOn }: Running): string =>
  `${[kind, measure].filter(Boolean).join('-')}-${dueOn}`;

/** The day of the last reminder of an overdue deadline, if it is overdue at that moment. */
function latestOverdueDay(deadline: Running, now: Instant, table: Timetable): LocalDate | undefined {
  const today = table.dayOf(now);
  const workingDay = lastWorkingDayOnOrBefore(today, table.calendar.wide);
  const passed = table.at(workingDay, table.remindAt) <= now;
  const day = passed ? workingDay : workingDaysBefore(workingDay, 1, table.calendar.wide);
  return day > deadline.lastDayToAct ? day : undefined;
}

function remindersAhead(complaint: Complaint, deadline: Running, table: Timetable): Reminder[] {
  return daysAhead(deadline).map((days) => ({
    id: `${complaint.number}/${nameOf(deadline)}/${days}-days`,
    deadline,
    overdue: false,
    at: table.at(workingDaysBefore(deadline.lastDayToAct, days, table.calendar.wide), table.remindAt),
  }));
}

const overdueReminder = (
  complaint: Complaint,
  deadline: Running,
  day: LocalDate,
  table: Timetable,
): Reminder => ({
  id: `${complaint.number}/${nameOf(deadline)}/late-${day}`,
  deadline,
  overdue: true,
  at: table.at(day, table.remindAt),
});

/** The one reminder of a deadline that counts at that moment: what came before it is superseded. */
function current(
  complaint: Complaint,
  deadline: Running,
  now: Instant,
  table: Timetable,
): Reminder | undefined {
  const late = latestOverdueDay(deadline, now, table);
  if (late) return overdueReminder(complaint, deadline, late, table);
  return remindersAhead(complaint, deadline, table).findLast((reminder) => reminder.at <= now);
}

function upcoming(complaint: Complaint, deadline: Running, now: Instant, table: Timetable): Reminder {
  const ahead = remindersAhead(complaint, deadline, table).find((reminder) => reminder.at > now);
  if (ahead) return ahead;
  const last = latestOverdueDay(deadline, now, table) ?? deadline.lastDayToAct;
  return overdueReminder(complaint, deadline, nextWorkingDayAfter(last, table.calendar.wide), table);
}

/** Art. 7: on the first werkdag after the month the handler is asked to close, or to record a late objection. Once. */
const lapsed = (complaint: Complaint, deadline: Running, table: Timetable): Reminder => ({
  id: `${complaint.number}/${nameOf(deadline)}/lapsed`,
  deadline,
  overdue: false,
  at: table.at(nextWorkingDayAfter(deadline.dueOn, table.calendar.wide), table.remindAt),
});

/**
 * The reminders that are due: two werkdagen before the last day to act, on that day, and every werkdag after it (for
 * Art. 6 also five before). After a standstill only the last one of each deadline: the others are superseded.
 */
export const remindersDue = (complaint: Complaint, now: Instant, table: Timetable): Reminder[] =>
  runningDeadlines(complaint, table.calendar).flatMap((deadline) => {
    if (deadline.owedBy === 'ballance') return current(complaint, deadline, now, table) ?? [];
    return [lapsed(complaint, deadline, table)].filter(({ at }) => at <= now);
  });

/** When the next reminder is due, given which ones are known; undefined when none is to come. */
export function nextReminderAt(
  complaint: Complaint,
  isKnown: (reminder: Reminder) => boolean,
  now: Instant,
  table: Timetable,
): Instant | undefined {
  const due = remindersDue(complaint, now, table).filter((reminder) => !isKnown(reminder));
  const ahead = runningDeadlines(complaint, table.calendar).flatMap((deadline) =>
    deadline.owedBy === 'ballance'
      ? upcoming(complaint, deadline, now, table)
      : [lapsed(complaint, deadline, table)].filter(({ at }) => at > now),
  );
  return [...due, ...ahead].map(({ at }) => at).sort()[0];
}
