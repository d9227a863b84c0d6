import { longDate } from '../../letters/dutch-date.ts';
import { daysBetween, type LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Running } from '../../procedure/running.ts';
import { complainantTimeWords, daysLeftWords, deadlineWords, type Urgency, urgencyOf } from '../words.ts';

/** A running deadline as it stands today. */
export type DatedDeadline = {
  deadline: Running;
  /** Werkdagen from today to the last day to act; negative when it has passed. */
  workingDaysLeft: number;
};

/** What is due, for which article, and until when. */
export type DeadlineLine = { what: string; article: string; dueOn: string; lastDayToAct: string };

export const deadlineLine = ({ kind, article, dueOn, lastDayToAct }: Running): DeadlineLine => ({
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

/** The same for a running deadline; one of the complainant makes nobody late. */
export const timeLeftOf = ({ deadline, workingDaysLeft }: DatedDeadline, today: LocalDate): TimeLeft => {
  if (deadline.owedBy === 'ballance') return timeLeft(workingDaysLeft, today > deadline.lastDayToAct);
  const left = daysBetween(today, deadline.dueOn);
  return { daysLeft: complainantTimeWords(left), style: left < 0 ? 'warning' : 'emphasis', color: 'default' };
};
