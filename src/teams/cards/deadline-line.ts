import { longDate } from '../../letters/dutch-date.ts';
import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Deadline } from '../../procedure/deadlines.ts';
import { daysLeftWords, deadlineWords, type Urgency, urgencyOf } from '../words.ts';

/** A running deadline as it stands today. */
export type DatedDeadline = {
  deadline: Deadline;
  /** Werkdagen from today to the last day to act; negative when it has passed. */
  workingDaysLeft: number;
};

/** What is due, for which article, and until when. */
export type DeadlineLine = { what: string; article: string; dueOn: string; lastDayToAct: string };

export const deadlineLine = ({ kind, article, dueOn, lastDayToAct }: Deadline): DeadlineLine => ({
  what: deadlineWords[kind],
  article: `artikel ${article}`,
  dueOn: longDate(dueOn),
  lastDayToAct: longDate(lastDayToAct),
});

/** How much time there is: in words, as the style of a container, and as a colour outside one. */
export type TimeLeft = { daysLeft: string; style: Urgency; color: 'attention' | 'default' };

export const timeLeft = (workingDaysLeft: number, late: boolean): TimeLeft => ({
  daysLeft: daysLeftWords({ workingDaysLeft, late }),
  style: urgencyOf({ workingDaysLeft, late }),
  color: late ? 'attention' : 'default',
});

/** The same for a running deadline. */
export const timeLeftOf = ({ deadline, workingDaysLeft }: DatedDeadline, today: LocalDate): TimeLeft =>
  timeLeft(workingDaysLeft, today > deadline.lastDayToAct);
