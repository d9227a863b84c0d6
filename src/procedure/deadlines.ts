import type { Calendar } from '../time/calendar.ts';
import type { LocalDate } from '../time/local-date.ts';
import { lastWorkingDayOnOrBefore, type Period } from './articles/art02-periods.ts';
import { lastDayByPost } from './articles/art02-post.ts';
import {
  acknowledgeBy,
  canBeWrittenTo,
  forwardBy,
  lateAfter,
} from './articles/art05-forward-and-acknowledge.ts';
import { answerBy, openMeasures } from './articles/art06-answer.ts';
import { asPromised } from './articles/art06-delay.ts';
import { articleOf, isFirstDayPromised } from './articles/art06-measures.ts';
import { answerReceivedOn, objectBy, objectUntil } from './articles/art07-objection.ts';
import { hearBy } from './articles/art08-days.ts';
import {
  type Dispute,
  decideBy,
  decisionTrigger,
  isDecidedBy,
  isDecidedByNobody,
} from './articles/art08-decision.ts';
import { noteOn } from './deadline-notes.ts';
import type { Measure } from './model/answer.ts';
import type { Complaint, ComplaintIn } from './model/complaint.ts';
import type { Desk } from './model/desk.ts';
import { type Promised, sentLetter } from './model/letter.ts';

export type DeadlineKind = 'forward' | 'acknowledge' | 'answer' | 'objection' | 'hearing' | 'decision';

/** A deadline of the regulation, with the count that proves it. */
export type Deadline = Period & {
  readonly kind: DeadlineKind;
  readonly article: 5 | 6 | 7 | 8;
  readonly calendar: 'strict' | 'wide';
  readonly triggeredOn: LocalDate;
  /**
   * The last wide werkdag on or before `dueOn`; for forwarding, which knows no weekend, `dueOn` itself. What the complainant owes
   * has none: only `dueOn`, until 24:00.
   */
  readonly lastDayToAct?: LocalDate;
  /** The last werkdag on which the answer (Art. 6) or the decision (Art. 8) can be posted to be there on `dueOn`. */
  readonly lastDayByPost?: LocalDate;
  readonly owedBy: 'ballance' | 'complainant';
  /** Dutch: why to check this date, where the decreed days that it rests on are not known yet. */
  readonly note?: string;
};

type Rule = Pick<Deadline, 'article' | 'calendar' | 'owedBy'> & {
  /** Whether a letter fulfils it once the complainant has that ("ontvangt"). */
  hasArrived?: true;
  period(triggeredOn: LocalDate, calendar: Calendar): Period;
};

const RULES: Record<DeadlineKind, Rule> = {
  forward: { article: 5, calendar: 'strict', owedBy: 'ballance', period: forwardBy },
  acknowledge: { article: 5, calendar: 'strict', owedBy: 'ballance', period: acknowledgeBy },
  answer: { article: 6, calendar: 'strict', owedBy: 'ballance', hasArrived: true, period: answerBy },
  objection: { article: 7, calendar: 'wide', owedBy: 'complainant', period: objectBy },
  hearing: { article: 8, calendar: 'strict', owedBy: 'ballance', period: hearBy },
  decision: { article: 8, calendar: 'strict', owedBy: 'ballance', hasArrived: true, period: decideBy },
};

const KINDS = Object.keys(RULES) as DeadlineKind[];

/** Deadlines computed before: every save of a dossier asks for the same few, and many dossiers share their days. */
const known = new WeakMap<Calendar, Map<string, Deadline>>();

/** The most deadlines that are kept for one calendar. */
const mostKept = 1_000;

/**
 * Computes the deadline of that kind which `triggeredOn` starts: receipt of the complaint (forward, acknowledge, answer),
 * of the answer (objection) or of the objection (hearing, decision). RangeError if that is no calendar day. Callers
 * share the result, which nobody can change.
 */
export function deadline(kind: DeadlineKind, triggeredOn: LocalDate, calendar: Calendar): Deadline {
  const kept = known.get(calendar) ?? new Map<string, Deadline>();
  const key = `${kind} ${triggeredOn}`;
  const found = kept.get(key) ?? reckoned(kind, triggeredOn, calendar);
  if (kept.size >= mostKept) kept.clear();
  known.set(calendar, kept.set(key, found));
  return found;
}

function reckoned(kind: DeadlineKind, triggeredOn: LocalDate, calendar: Calendar): Deadline {
  const { period, hasArrived, ...rule } = RULES[kind];
  const { dueOn, counted, skipped } = period(triggeredOn, calendar);
  const lastDays: Pick<Deadline, 'lastDayToAct' | 'lastDayByPost'> = {
    ...(rule.owedBy === 'ballance' && {
      lastDayToAct: kind === 'forward' ? dueOn : lastWorkingDayOnOrBefore(dueOn, calendar.wide),
    }),
    ...(hasArrived && { lastDayByPost: lastDayByPost(dueOn, calendar) }),
  };
  const found = { kind, ...rule, triggeredOn, dueOn, ...lastDays, counted, skipped };
  const note = kind === 'forward' ? undefined : noteOn(found, calendar);
  return { ...found, ...(note && { note }) };
}

/** Computes every deadline, each as if `triggeredOn` were its own triggering day. */
export const whatIf = (triggeredOn: LocalDate, calendar: Calendar): Deadline[] =>
  KINDS.map((kind) => deadline(kind, triggeredOn, calendar));

/** The kind of a running deadline: of the regulation, or of a measure that was promised (Art. 6). */
export type RunningKind = Deadline['kind'] | 'measure';

/** Who can take the decision of Art. 8. */
type Board = Pick<Desk, 'board'>;

/** A deadline; `unnamedSince`: the day of the article, where it is moved past days after it on which nobody knew who complains. */
type Dated = Deadline & { readonly unnamedSince?: LocalDate };

export type Running = Omit<Dated, 'kind' | 'article'> & {
  readonly kind: RunningKind;
  /** Of a measure that of its promise: 9 of a settlement, 0 (the Inleiding) of a talk. */
  readonly article: Deadline['article'] | 0 | 9;
  /** The id of the measure, where it is one. */
  readonly measure?: string;
  /** Where a letter promised or named another day than that of the article. */
  readonly promise?: Promised;
  /** The day of the article, or the first of a measure, promised where a letter told it: after it this is late, although a later day is guarded. */
  readonly before?: Pick<Deadline, 'dueOn' | 'lastDayToAct'> & { readonly promised?: boolean };
  /** It is guarded, and never late: there is nobody to write to, or a decision was there in time. */
  readonly excused?: true;
};

/**
 * Lists every deadline that runs in the present stage of a complaint, the nearest guarded day first. A decision (Art. 8) is owed while
 * the board has somebody who can take it.
 */
export function runningDeadlines(complaint: Complaint, calendar: Calendar, desk: Board): Running[] {
  const day = (one: Running) => guardedDay(one, complaint);
  return [
    ...ofTheStage(complaint, calendar, desk),
    ...openMeasures(complaint).map((measure) => ofMeasure(measure, complaint, calendar)),
  ].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/**
 * Finds the day from which reminders count back and by which lists are sorted: the last day on which Ballance can act, which is
 * that of the post unless an e-mail address is known; of what the complainant owes, the day itself.
 */
export const guardedDay = (
  { dueOn, lastDayToAct = dueOn, lastDayByPost = lastDayToAct }: Omit<Running, 'kind'>,
  { complainant }: Pick<Complaint, 'complainant'>,
): LocalDate => (complainant.email ? lastDayToAct : lastDayByPost);

function ofTheStage(complaint: Complaint, calendar: Calendar, desk: Board): Running[] {
  const { complainant } = complaint;
  switch (complaint.stage) {
    case 'registered':
      return canBeWrittenTo(complainant)
        ? [sinceReceipt('acknowledge', complaint, calendar), answerRuns(complaint, calendar)]
        : [answerRuns(complaint, calendar)];
    case 'acknowledged':
      return [answerRuns(complaint, calendar)];
    case 'answered':
      return [objectionDeadline(complaint, calendar) ?? []].flat();
    case 'objected':
    case 'hearing-offered':
      return [hearing(complaint, calendar)];
    case 'waived':
      return isDecidedByNobody(complaint, { desk }) ? [] : [decisionRuns(complaint, calendar)];
    case 'heard':
    case 'closed':
      return [];
    default:
      return complaint satisfies never;
  }
}

/**
 * Computes until when receipt is confirmed (Art. 5) or the complainant must have the answer (Art. 6): past the days on which nobody knew
 * who complains, on the day on which that became known.
 */
export function sinceReceipt(
  kind: 'acknowledge' | 'answer',
  complaint: Complaint,
  calendar: Calendar,
): Dated {
  const due = deadline(kind, complaint.receivedOn, calendar);
  const dueOn = lateAfter(due.dueOn, complaint);
  const moved = { dueOn, lastDayToAct: dueOn, lastDayByPost: undefined, counted: [], skipped: [] };
  return dueOn === due.dueOn ? due : { ...due, ...moved, unnamedSince: due.dueOn };
}

const answerRuns = (complaint: Complaint, calendar: Calendar): Running => ({
  ...asPromised<Running>(sinceReceipt('answer', complaint, calendar), 'answer', complaint, calendar),
  ...(!canBeWrittenTo(complaint.complainant) && { excused: true, lastDayByPost: undefined }),
});

const decisionRuns = (complaint: ComplaintIn<'waived'>, calendar: Calendar): Running => ({
  ...asPromised<Running>(decision(complaint, calendar), 'decision', complaint, calendar),
  ...(isDecidedBy(decision(complaint, calendar).dueOn, complaint) && { excused: true }),
});

/** Computes until when the complainant can object (Art. 7), as any letter told them; undefined while they were not answered. */
export function objectionDeadline(
  complaint: Complaint,
  calendar: Calendar,
): (Deadline & Pick<Running, 'promise'>) | undefined {
  const since = answerReceivedOn(complaint);
  return since && { ...deadline('objection', since, calendar), ...objectUntil(complaint, calendar) };
}

/** Computes until when the complainant must have the decision of the board (Art. 8); undefined while nobody objected. */
export const decisionDeadline = (complaint: Complaint, calendar: Calendar): Deadline | undefined =>
  complaint.objection && decision({ ...complaint, objection: complaint.objection }, calendar);

const decision = (dispute: Dispute, calendar: Calendar): Deadline =>
  deadline('decision', decisionTrigger(dispute), calendar);

/**
 * Computes the deadline of Art. 8: the week, or the day of the hearing that was offered. Where that is earlier, or later by Ballance, it is
 * a promise, and what counts as late under the article is the week.
 */
function hearing(complaint: ComplaintIn<'objected' | 'hearing-offered'>, calendar: Calendar): Running {
  const week = deadline('hearing', complaint.objection.receivedOn, calendar);
  const { on, laterWish } = complaint.appointment ?? { on: week.dueOn };
  if (complaint.stage !== 'hearing-offered' || on === week.dueOn) return week;
  const lastDayToAct = lastWorkingDayOnOrBefore(on, calendar.wide);
  const offered = { ...week, dueOn: on, lastDayToAct, counted: [], skipped: [] };
  const sentOn = sentLetter(complaint, 'hearing-invitation')?.sentOn;
  return sentOn && (laterWish === 'ballance' || on < week.dueOn)
    ? { ...offered, promise: { sentOn, articleDueOn: week.dueOn }, ...(on > week.dueOn && { before: week }) }
    : offered;
}

function ofMeasure(measure: Measure, complaint: Complaint, { wide }: Calendar): Running {
  const { id, dueOn, firstDueOn } = measure;
  const until = (day: LocalDate) => ({ dueOn: day, lastDayToAct: lastWorkingDayOnOrBefore(day, wide) });
  const promised = isFirstDayPromised(measure, complaint);
  return {
    kind: 'measure',
    measure: id,
    article: articleOf(measure),
    calendar: 'strict',
    triggeredOn: dueOn,
    ...until(dueOn),
    counted: [],
    skipped: [],
    owedBy: 'ballance',
    ...(firstDueOn && { before: { ...until(firstDueOn), promised } }),
  };
}
