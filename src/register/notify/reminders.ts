import {
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  nextWorkingDayAfter,
  workingDaysBefore,
} from '../../procedure/articles/art02-periods.ts';
import { isByWebsite } from '../../procedure/articles/art04-website.ts';
import { handlerFor, knowsOfNoHandler } from '../../procedure/articles/art05-handler.ts';
import { mustHearOfNoHandler } from '../../procedure/articles/art05-no-handler.ts';
import { isPromised } from '../../procedure/articles/art06-measures.ts';
import { lastReceipt } from '../../procedure/articles/art07-objection.ts';
import { decisionMakers } from '../../procedure/articles/art08-decision.ts';
import { deadline, guardedDay, type Running, runningDeadlines } from '../../procedure/deadlines.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { type Desk, isAbsent, isAmong } from '../../procedure/model/desk.ts';
import { isLate } from '../../procedure/time-left.ts';
import type { Calendar } from '../../time/calendar.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import type { Content } from '../model/message.ts';
import type { NewMessage } from '../model/outbox.ts';
import { boardInCharge, mayHearOfMeasure, mayReachChannel } from './follow-ups.ts';

/**
 * Addresses a reminder to the handler (and who stands in for them) and to the channel; that of the decision of the board to the
 * board (Art. 8). What is overdue, or has no handler, goes to the board as well.
 */
export function reminderMessages(
  reminder: Reminder,
  complaint: Complaint,
  context: Pick<Context, 'desk' | 'today'>,
  channel: boolean,
): NewMessage[] {
  const { kind, measure, article, dueOn } = reminder.deadline;
  const lastDayToAct = guardedDay(reminder.deadline, complaint);
  const content: Content = { kind: 'reminder', deadline: kind, measure, article, dueOn, lastDayToAct };
  const people = new Map(recipients(reminder, complaint, context).map((person) => [person.id, person]));
  return [
    ...[...people.keys()].map(
      (id): NewMessage => ({ id: `${reminder.id}/${id}`, to: { kind: 'person', id }, content }),
    ),
    ...(channel && reminder.deadline.owedBy === 'ballance' && mayReachChannel(complaint, context.desk)
      ? [{ id: `${reminder.id}/channel`, to: { kind: 'channel' as const }, content }]
      : []),
  ];
}

function recipients(
  { deadline, overdue }: Reminder,
  complaint: Complaint,
  { desk, today }: Pick<Context, 'desk' | 'today'>,
): Person[] {
  const { handler, respondents, stage } = complaint;
  const standIn =
    handler && isAbsent(handler.person, desk, today)
      ? handlerFor([...respondents, handler.person], desk, today)?.person
      : undefined;
  const handling = [handler?.person, standIn].filter((person) => person !== undefined);
  const deciding = stage === 'waived' && deadline.kind === 'decision' ? decisionMakers(complaint, desk) : [];
  const board = boardInCharge(complaint, desk);
  const watching = overdue || !handler ? board : [];
  // Nobody may handle it (Art. 10): who registered it is reminded until the complainant has been told.
  const isLeft = !handler && board.length === 0 && !isAmong(complaint.receiver, respondents);
  if (isLeft) return knowsOfNoHandler(complaint) ? [] : [complaint.receiver];
  return [...handling, ...deciding, ...watching, ...seeingToIt(deadline, complaint)];
}

/** Finds who sees to a measure, once it was promised to the complainant. */
const seeingToIt = ({ measure: id }: Running, complaint: Complaint): Person[] =>
  complaint.measures
    .filter((one) => one.id === id && isPromised(one, complaint))
    .flatMap(({ ownerId, owner: name }) => (ownerId ? [{ id: ownerId, name }] : []))
    .filter((owner) =>
      complaint.measures.some((one) => one.id === id && mayHearOfMeasure(one, owner, complaint)),
    );

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
 * Art. 7: asks the handler, once, on the first werkdag on which nothing can come any more that was sent in time, to close or to record
 * a late objection.
 */
const lapsed = (complaint: Complaint, deadline: Running, config: RegisterConfig): Reminder => ({
  id: `${complaint.number}/${nameOf(deadline)}/lapsed`,
  deadline,
  overdue: false,
  at: momentOn(nextWorkingDayAfter(lastReceipt(deadline.dueOn), config.calendar.wide), config),
});

/** The reminder of a deadline that counts at that moment (it supersedes the earlier ones), and the next one. */
type Around = { current?: Reminder | undefined; next?: Reminder };

function around(complaint: Complaint, deadline: Running, now: Instant, config: RegisterConfig): Around {
  if (deadline.owedBy === 'complainant') {
    const reminder = lapsed(complaint, deadline, config);
    return reminder.at <= now ? { current: reminder } : { next: reminder };
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
  !complaint.handler &&
  (knowsOfNoHandler(complaint) ||
    isByWebsite(complaint) ||
    isAmong(complaint.receiver, complaint.respondents));

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
