import {
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  nextWorkingDayAfter,
  workingDaysBefore,
} from '../../procedure/articles/art02-periods.ts';
import { knowsOfNoHandler } from '../../procedure/articles/art05-handler.ts';
import {
  isKnownToNobodyElse,
  isToTellThemselves,
  mustHearOfNoHandler,
} from '../../procedure/articles/art05-no-handler.ts';
import { lastReceipt } from '../../procedure/articles/art07-objection.ts';
import { deadline, guardedDay, type Running, runningDeadlines } from '../../procedure/deadlines.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Desk } from '../../procedure/model/desk.ts';
import { isLate } from '../../procedure/time-left.ts';
import type { Calendar } from '../../time/calendar.ts';
import { addDays, type Instant, type LocalDate } from '../../time/local-date.ts';

/** The days and times of reminders; `at` gives a moment on a day in Europe/Amsterdam. */
export type RegisterConfig = Pick<Desk, 'board'> & {
  calendar: Calendar;
  /** 'HH:mm' */
  remindAt: string;
  /** Years after closing in which personal data is kept (AVG). */
  retentionYears: number;
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

/** The moments of reminding that were computed before: many dossiers share a few days, and time zones take time. */
const moments = new WeakMap<RegisterConfig, Map<LocalDate, Instant>>();

function momentOn(day: LocalDate, config: RegisterConfig): Instant {
  const known = moments.get(config) ?? new Map<LocalDate, Instant>();
  const moment = known.get(day) ?? config.at(day, config.remindAt);
  moments.set(config, known.set(day, moment));
  return moment;
}

/**
 * Finds when reminders go out from that moment on: the moment itself on a werkdag from REMIND_AT, otherwise REMIND_AT on the
 * next werkdag. So what came due while the bot stood still does not come on a Saturday or at night.
 */
export function remindingFrom(now: Instant, config: RegisterConfig): Instant {
  const today = config.dayOf(now);
  if (!isWorkingDay(today, config.calendar.wide))
    return momentOn(nextWorkingDayAfter(today, config.calendar.wide), config);
  const moment = momentOn(today, config);
  return moment > now ? moment : now;
}

/** Returns the werkdagen before the guarded day on which to remind; the three weeks of Art. 6 get one more reminder. */
const daysAhead = (deadline: Running): number[] => (deadline.kind === 'answer' ? [5, 2, 0] : [2, 0]);

/** Names a deadline with its day: a deadline that moved has reminders of its own. */
const nameOf = ({ kind, measure, dueOn }: Running): string =>
  `${[kind, measure].filter(Boolean).join('-')}-${dueOn}`;

/** Finds the day of the last reminder of a deadline whose guarded day has passed at that moment. */
function latestDayAfter(guarded: LocalDate, now: Instant, config: RegisterConfig): LocalDate | undefined {
  const today = config.dayOf(now);
  if (today <= guarded) return undefined;
  const workingDay = lastWorkingDayOnOrBefore(today, config.calendar.wide);
  const passed = momentOn(workingDay, config) <= now;
  const day = passed ? workingDay : workingDaysBefore(workingDay, 1, config.calendar.wide);
  return day > guarded ? day : undefined;
}

function remindersAhead(complaint: Complaint, deadline: Running, config: RegisterConfig): Reminder[] {
  return daysAhead(deadline).map((days) => ({
    id: `${complaint.number}/${nameOf(deadline)}/${days}-days`,
    deadline,
    overdue: false,
    at: momentOn(workingDaysBefore(guardedDay(deadline, complaint), days, config.calendar.wide), config),
  }));
}

const reminderAfter = (
  complaint: Complaint,
  deadline: Running,
  day: LocalDate,
  config: RegisterConfig,
): Reminder => ({
  id: `${complaint.number}/${nameOf(deadline)}/late-${day}`,
  deadline,
  overdue: isLate(deadline, day),
  at: momentOn(day, config),
});

/**
 * Art. 7: has the handler look in the mailbox on the last day, because an objection by e-mail may wait there; on the next werkdag where that
 * is none. And asks them, once, on the first werkdag on which nothing can come any more that was sent in time, to close or to record a late
 * objection.
 */
const ofTheMonth = (complaint: Complaint, deadline: Running, config: RegisterConfig): Reminder[] => {
  const { dueOn } = deadline;
  const about = (stage: string, after: LocalDate): Reminder => ({
    id: `${complaint.number}/${nameOf(deadline)}/${stage}`,
    deadline,
    overdue: false,
    at: momentOn(nextWorkingDayAfter(after, config.calendar.wide), config),
  });
  return [about('last-day', addDays(dueOn, -1)), about('lapsed', lastReceipt(dueOn))];
};

/** The reminder of a deadline that counts at that moment (it supersedes the earlier ones), and the next one. */
type Around = { current?: Reminder | undefined; next?: Reminder };

function around(complaint: Complaint, deadline: Running, now: Instant, config: RegisterConfig): Around {
  if (deadline.owedBy === 'complainant') {
    const all = ofTheMonth(complaint, deadline, config);
    const next = all.find(({ at }) => at > now);
    return { current: all.findLast(({ at }) => at <= now), ...(next && { next }) };
  }
  if (deadline.kind === 'forward') return eachDayAfter(deadline.dueOn, complaint, deadline, now, config);
  const ahead = remindersAhead(complaint, deadline, config);
  const next = ahead.find(({ at }) => at > now);
  if (next) return { current: ahead.findLast(({ at }) => at <= now), next };
  const { current = ahead.at(-1), ...after } = eachDayAfter(
    guardedDay(deadline, complaint),
    complaint,
    deadline,
    now,
    config,
  );
  return { ...after, current };
}

/** Finds the reminders around that moment of every werkdag after a day. */
function eachDayAfter(
  since: LocalDate,
  complaint: Complaint,
  deadline: Running,
  now: Instant,
  config: RegisterConfig,
): Around {
  const last = latestDayAfter(since, now, config);
  const day = nextWorkingDayAfter(last ?? since, config.calendar.wide);
  return {
    ...(last && { current: reminderAfter(complaint, deadline, last, config) }),
    next: reminderAfter(complaint, deadline, day, config),
  };
}

/** Lists what is reminded of; where the complainant must hear that nobody may handle it, that alone, in every stage (Art. 5). */
export const remindable = (complaint: Complaint, calendar: Calendar, desk: Pick<Desk, 'board'>): Running[] =>
  mustHearOfNoHandler(complaint)
    ? [deadline('forward', complaint.receivedOn, calendar)]
    : runningDeadlines(complaint, calendar, desk);

/**
 * Lists the reminders that are due: two werkdagen before the guarded day, on that day, and every werkdag after it (for Art. 6 also
 * five before). After a standstill only the last one of each deadline, which supersedes the others. None in a weekend, on a holiday,
 * or before REMIND_AT.
 */
export const remindersDue = (complaint: Complaint, now: Instant, config: RegisterConfig): Reminder[] =>
  remindingFrom(now, config) > now
    ? []
    : remindable(complaint, config.calendar, config).flatMap(
        (deadline) => around(complaint, deadline, now, config).current ?? [],
      );

/**
 * Tells whether nobody is reminded, because nobody may handle it and who registered it need do nothing more: it is looked at again
 * when the next reminder would come, in case somebody may by then.
 */
const isReadByNobody = (complaint: Complaint): boolean =>
  (isKnownToNobodyElse(complaint) && !isToTellThemselves(complaint)) ||
  (!complaint.handler && knowsOfNoHandler(complaint));

/** Finds when the next reminder is due, besides the known ones; undefined when none will come. */
export function nextReminderAt(
  complaint: Complaint,
  isKnown: (reminder: Reminder) => boolean,
  now: Instant,
  config: RegisterConfig,
): Instant | undefined {
  const from = remindingFrom(now, config);
  const moments = remindable(complaint, config.calendar, config).flatMap((deadline) => {
    const { current, next } = around(complaint, deadline, now, config);
    const missed = from > now ? from : current?.at;
    const isMissed = current && !isReadByNobody(complaint) && !isKnown(current);
    return [isMissed && missed ? missed : [], next?.at ?? []].flat();
  });
  return moments.sort()[0];
}
