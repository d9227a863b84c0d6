import {
  type Calendar,
  type Instant,
  type LocalDate,
  lastWorkingDayOnOrBefore,
  nextWorkingDayAfter,
  workingDaysBefore,
} from '../procedure/articles/art02-periods.ts';
import type { Complaint } from '../procedure/complaint.ts';
import type { Deadline } from '../procedure/deadlines.ts';
import { runningDeadlines } from '../procedure/running.ts';

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
  deadline: Deadline;
  overdue: boolean;
  at: Instant;
};

/** Working days before the last day to act; the three weeks of Art. 6 get one more reminder. */
const daysAhead = (deadline: Deadline): number[] => (deadline.kind === 'answer' ? [5, 2, 0] : [2, 0]);

/** The day of the last reminder of an overdue deadline, if it is overdue at that moment. */
function latestOverdueDay(deadline: Deadline, now: Instant, table: Timetable): LocalDate | undefined {
  const today = table.dayOf(now);
  const workingDay = lastWorkingDayOnOrBefore(today, table.calendar.wide);
  const passed = table.at(workingDay, table.remindAt) <= now;
  const day = passed ? workingDay : workingDaysBefore(workingDay, 1, table.calendar.wide);
  return day > deadline.lastDayToAct ? day : undefined;
}

function remindersAhead(complaint: Complaint, deadline: Deadline, table: Timetable): Reminder[] {
  return daysAhead(deadline).map((days) => ({
    id: `${complaint.number}/${deadline.kind}-${deadline.dueOn}/${days}-days`,
    deadline,
    overdue: false,
    at: table.at(workingDaysBefore(deadline.lastDayToAct, days, table.calendar.wide), table.remindAt),
  }));
}

const overdueReminder = (
  complaint: Complaint,
  deadline: Deadline,
  day: LocalDate,
  table: Timetable,
): Reminder => ({
  id: `${complaint.number}/${deadline.kind}-${deadline.dueOn}/late-${day}`,
  deadline,
  overdue: true,
  at: table.at(day, table.remindAt),
});

/** The one reminder of a deadline that counts at that moment: what came before it is superseded. */
function current(
  complaint: Complaint,
  deadline: Deadline,
  now: Instant,
  table: Timetable,
): Reminder | undefined {
  const late = latestOverdueDay(deadline, now, table);
  if (late) return overdueReminder(complaint, deadline, late, table);
  return remindersAhead(complaint, deadline, table).findLast((reminder) => reminder.at <= now);
}

function upcoming(complaint: Complaint, deadline: Deadline, now: Instant, table: Timetable): Reminder {
  const ahead = remindersAhead(complaint, deadline, table).find((reminder) => reminder.at > now);
  if (ahead) return ahead;
  const last = latestOverdueDay(deadline, now, table) ?? deadline.lastDayToAct;
  return overdueReminder(complaint, deadline, nextWorkingDayAfter(last, table.calendar.wide), table);
}

const owedByBallance = (complaint: Complaint, calendar: Calendar): Deadline[] =>
  runningDeadlines(complaint, calendar).filter(({ owedBy }) => owedBy === 'ballance');

/**
 * The reminders that are due: two werkdagen before the last day to act, on that day, and every werkdag after it (for
 * Art. 6 also five before). After a standstill only the last one of each deadline: the others are superseded.
 */
export const remindersDue = (complaint: Complaint, now: Instant, table: Timetable): Reminder[] =>
  owedByBallance(complaint, table.calendar).flatMap(
    (deadline) => current(complaint, deadline, now, table) ?? [],
  );

/** When the next reminder is due, given which ones are known; undefined when no deadline of Ballance runs. */
export function nextReminderAt(
  complaint: Complaint,
  isKnown: (reminder: Reminder) => boolean,
  now: Instant,
  table: Timetable,
): Instant | undefined {
  const due = remindersDue(complaint, now, table).filter((reminder) => !isKnown(reminder));
  const ahead = owedByBallance(complaint, table.calendar).map((deadline) =>
    upcoming(complaint, deadline, now, table),
  );
  return [...due, ...ahead].map(({ at }) => at).sort()[0];
}
