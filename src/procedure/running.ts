import {
  type Calendar,
  type LocalDate,
  lastWorkingDayOnOrBefore,
  workingDaysBetween,
} from './articles/art02-periods.ts';
import { answerReceivedOn, openMeasures } from './articles/art06-answer.ts';
import { decisionTrigger } from './articles/art08-decision.ts';
import { objectionOf } from './articles/art08-hearing.ts';
import type { Complaint, Measure } from './complaint.ts';
import { type Deadline, deadline } from './deadlines.ts';

/** What runs: a deadline of the regulation, or a measure that was promised (Art. 6). */
export type RunningKind = Deadline['kind'] | 'measure';

export type Running = Omit<Deadline, 'kind'> & {
  kind: RunningKind;
  /** Which measure, where it is one. */
  measure?: string;
};

/** Everything that runs for a complaint in its present stage, the nearest last day to act first. */
export const runningDeadlines = (complaint: Complaint, calendar: Calendar): Running[] =>
  [
    ...ofTheStage(complaint, calendar),
    ...openMeasures(complaint).map((measure) => promised(measure, calendar)),
  ].sort((a, b) => (a.lastDayToAct < b.lastDayToAct ? -1 : a.lastDayToAct > b.lastDayToAct ? 1 : 0));

function ofTheStage(complaint: Complaint, calendar: Calendar): Running[] {
  const { receivedOn } = complaint;
  switch (complaint.stage) {
    case 'registered':
      return [deadline('acknowledge', receivedOn, calendar), deadline('answer', receivedOn, calendar)];
    case 'acknowledged':
      return [deadline('answer', receivedOn, calendar)];
    case 'answered':
      return [deadline('objection', answerReceivedOn(complaint), calendar)];
    case 'objected':
      return [hearing(complaint, calendar), decision(complaint, calendar)];
    case 'hearing-offered':
      return complaint.appointment?.agreed || complaint.hearings.length > 0
        ? [hearing(complaint, calendar)]
        : [hearing(complaint, calendar), decision(complaint, calendar)];
    case 'waived':
      return [decision(complaint, calendar)];
    case 'heard':
    case 'closed':
      return [];
    default:
      return complaint.stage satisfies never;
  }
}

const decision = (complaint: Complaint, calendar: Calendar): Deadline =>
  deadline('decision', decisionTrigger(complaint), calendar);

/** Art. 8: the week; or the later day that the complainant wished, or of another hearing after the first (Art. 10). */
function hearing(complaint: Complaint, calendar: Calendar): Deadline {
  const week = deadline('hearing', objectionOf(complaint).receivedOn, calendar);
  const { appointment } = complaint;
  if (complaint.stage !== 'hearing-offered' || !appointment || appointment.on <= week.dueOn) return week;
  const lastDayToAct = lastWorkingDayOnOrBefore(appointment.on, calendar.wide);
  return { ...week, dueOn: appointment.on, lastDayToAct, counted: [], skipped: [] };
}

const promised = ({ id, dueOn }: Measure, { wide }: Calendar): Running => ({
  kind: 'measure',
  measure: id,
  article: 6,
  calendar: 'strict',
  triggeredOn: dueOn,
  dueOn,
  lastDayToAct: lastWorkingDayOnOrBefore(dueOn, wide),
  counted: [],
  skipped: [],
  owedBy: 'ballance',
});

/** Werkdagen from today to the last day to act; negative when it has passed, 0 also in the weekend after it. */
export const workingDaysLeft = (
  { lastDayToAct }: Pick<Running, 'lastDayToAct'>,
  today: LocalDate,
  { wide }: Calendar,
): number => workingDaysBetween(today, lastDayToAct, wide) || 0;
