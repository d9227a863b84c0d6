import type { Measure } from '../../../src/procedure/model/answer.ts';
import type { AnyStage, Complaint } from '../../../src/procedure/model/complaint.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { desk } from '../../procedure/people.ts';
import {
  monthAfter,
  moved,
  weeksAfter,
  werkdagAfter,
  werkdagBefore,
  werkdagUpTo,
} from '../../procedure/reference-days.ts';
import { dayOf } from './dutch-days.ts';

/** What the articles demand next, until when; computed from the facts of a complaint, apart from the code under test. */
export type Duty = {
  of: 'forward' | 'acknowledge' | 'answer' | 'objection' | 'hearing' | 'decision' | 'measure';
  article: 0 | 5 | 6 | 7 | 8 | 9;
  /** What Ballance owes, or the complainant. */
  ours: boolean;
  from: LocalDate;
  dueOn: LocalDate;
  /** The last day on which Ballance can act, and post where the complainant must have a letter. */
  actBy?: LocalDate;
  postBy?: LocalDate;
  /** The day of the article, where a letter promised another. */
  articleDueOn?: LocalDate;
  /** The last day on which Ballance was in time, and the last to act for it, where it promised a later one since. */
  before?: { dueOn: LocalDate; actBy: LocalDate | undefined };
  /** The day to which the article counts, where days after it do not count. */
  countedTo?: LocalDate;
  /** It is guarded, and never late, because there is nobody to write to. */
  excused?: boolean;
};

/** Werkdagen that a letter by post takes (POST_DAYS). */
const postDays = 3;

const articles = {
  forward: 5,
  acknowledge: 5,
  answer: 6,
  objection: 7,
  hearing: 8,
  decision: 8,
  measure: 6,
} as const;

/** The article by which a measure was promised; 0 is the Inleiding. */
const promisedUnder = (where: Measure['promisedIn']): Duty['article'] =>
  where === 'talk' ? 0 : where === 'settlement' ? 9 : where === 'decision' ? 8 : 6;

/** Words an article. */
export const articleSaid = ({ article }: Pick<Duty, 'article'>): string =>
  article === 0 ? 'inleiding' : `artikel ${article}`;

const owed = (of: Duty['of'], from: LocalDate, dueOn: LocalDate): Duty => ({
  of,
  article: articles[of],
  ours: true,
  from,
  dueOn,
  actBy: werkdagUpTo(dueOn, 'wide'),
});

/** A letter that the complainant must have by then. */
const letterBy = (of: Duty['of'], from: LocalDate, dueOn: LocalDate): Duty => ({
  ...owed(of, from, dueOn),
  postBy: werkdagBefore(werkdagUpTo(dueOn, 'wide'), postDays, 'wide'),
});

export const acknowledgement = (received: LocalDate) =>
  owed('acknowledge', received, werkdagAfter(received, 5, 'strict'));
export const answer = (received: LocalDate) =>
  letterBy('answer', received, weeksAfter(received, 3, 'strict'));
export const hearing = (received: LocalDate) => owed('hearing', received, weeksAfter(received, 1, 'strict'));
export const decision = (from: LocalDate) => letterBy('decision', from, weeksAfter(from, 2, 'strict'));
export const objection = (received: LocalDate): Duty => ({
  of: 'objection',
  article: articles.objection,
  ours: false,
  from: received,
  dueOn: monthAfter(received, 'wide'),
});

/** The last day to object that each letter names which went out, as its text says it. */
export const namedToObject = ({ letters }: Pick<Complaint, 'letters'>): LocalDate[] =>
  letters.flatMap(({ text, sentOn }) => (sentOn ? lastDaysIn(text) : []));

const lastDaysIn = (text: string): LocalDate[] =>
  [...text.matchAll(/\b(?:doen|nog|kon|weten) tot en met (\S+ \d+ \S+ \d{4}) /g)].map(([, day = '']) =>
    dayOf(day),
  );

/** Until when the complainant can object: the month, or a later day that a letter named to them. */
export function objectUntil(complaint: Complaint): Duty | undefined {
  const received = answeredOn(complaint);
  if (!received) return undefined;
  const month = objection(received);
  const last = namedToObject(complaint).sort().at(-1);
  return last && last > month.dueOn ? { ...month, dueOn: last, articleDueOn: month.dueOn } : month;
}

/** When the complainant counts as having a letter that was sent then. */
export const arrivesOn = (manner: string, sentOn: LocalDate): LocalDate =>
  manner === 'post' ? werkdagAfter(sentOn, postDays, 'wide') : sentOn;

/** When the complainant had the answer: a day that was recorded, or that on which the letter arrives; the last, where it went again. */
export function answeredOn({ answerReceivedOn, letters }: Complaint): LocalDate | undefined {
  const arrived = letters.flatMap(({ kind, manner, sentOn }) =>
    kind === 'answer' && sentOn ? [arrivesOn(manner, sentOn)] : [],
  );
  return [...arrived, ...(answerReceivedOn ? [answerReceivedOn] : [])].sort().at(-1);
}

/** From which day the two weeks of the board count: the later of the objection and a hearing that was not used. */
export function decisionFrom({ objection, appointment, waivedOn }: Partial<AnyStage>): LocalDate | undefined {
  const notUsed = [appointment?.on, appointment && waivedOn].filter((day) => day !== undefined).sort()[0];
  return [objection?.receivedOn, notUsed]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** Takes the day that a letter promised: where it is earlier than that of the article, or it is a later one by which Ballance delays. */
export function asPromised(duty: Duty, of: 'answer' | 'decision', { letters }: Complaint): Duty {
  const letter = letters.filter(({ sentOn, promised }) => sentOn && promised?.of === of).at(-1);
  const on = letter?.promised?.on;
  if (!on || on === duty.dueOn || (on > duty.dueOn && letter.kind !== 'delay' && !letter.promised?.wish))
    return duty;
  const agreed = agreedUntil(duty.dueOn, of, letters);
  const actBy = agreed === duty.dueOn ? duty.actBy : werkdagUpTo(agreed, 'wide');
  return {
    ...letterBy(duty.of, duty.from, on),
    articleDueOn: duty.dueOn,
    ...(agreed < on && { before: { dueOn: agreed, actBy } }),
  };
}

/** The last day without one of Ballance's own: that of the article, or one to which the complainant moved it before it had passed. */
function agreedUntil(dueOn: LocalDate, of: 'answer' | 'decision', letters: Complaint['letters']): LocalDate {
  const said = letters.filter(({ sentOn, promised }) => sentOn && promised?.of === of);
  let until = dueOn;
  for (const { promised, sentOn } of said.slice(said.findLastIndex(({ promised }) => !promised?.wish) + 1)) {
    if (!promised || !sentOn || promised.on <= until) continue;
    if (promised.wish !== 'complainant' || sentOn > until) break;
    until = promised.on;
  }
  return until;
}

/** Moves a duty past the days after it on which nobody knew who complains, up to the day on which that became known. */
export function past({ dueOn, ...duty }: Duty, { unnamedDays = [] }: Complaint): Duty {
  const excused = new Set<LocalDate>();
  for (const { from, until } of unnamedDays)
    for (let day = moved(dueOn, 1); until && day <= until; day = moved(day, 1))
      if (!from || day >= from) excused.add(day);
  if (excused.size === 0) return { ...duty, dueOn };
  const later = moved(dueOn, excused.size);
  return { ...duty, dueOn: later, actBy: later, postBy: undefined, countedTo: dueOn };
}

/** Tells whether it is known who complains, or how to reach them: if not, nobody can be written to, and nothing counts as late. */
export const canBeReached = ({ complainant }: Complaint): boolean =>
  !complainant.unnamed || !!(complainant.email || complainant.phone || complainant.address);

/**
 * Lists what is reminded of: while the complainant has not heard that nobody may handle it, only that it should have been passed on
 * (Art. 5).
 */
export function remindedOf(complaint: Complaint): Duty[] {
  const { receivedOn, handler, letters } = complaint;
  const lastSent = letters.filter(({ sentOn }) => sentOn).at(-1);
  return handler || lastSent?.kind === 'no-handler' || !canBeReached(complaint)
    ? dutiesOf(complaint)
    : [{ of: 'forward', article: 5, ours: true, from: receivedOn, dueOn: receivedOn }];
}

/** Lists what somebody can meet: where nobody may handle it only what the letter confirms that says so (Art. 5), and measures. */
export const dutiesToMeet = (complaint: Complaint): Duty[] =>
  dutiesOf(complaint).filter(
    ({ of, ours }) =>
      complaint.handler ||
      !ours ||
      of === 'measure' ||
      (of === 'acknowledge' && remindedOf(complaint).some((one) => one.of === 'forward')),
  );

/** Lists what runs in the present stage, by whom it is owed. */
export function dutiesOf(complaint: Complaint): Duty[] {
  const { receivedOn, stage, measures, objection: objected, appointment } = complaint;
  const decide = decisionFrom(complaint);
  const toAnswer = {
    ...asPromised(past(answer(receivedOn), complaint), 'answer', complaint),
    excused: !canBeReached(complaint),
    ...(!canBeReached(complaint) && { postBy: undefined }),
  };
  const inStage: Partial<Record<Complaint['stage'], (Duty | undefined)[]>> = {
    registered: [
      canBeReached(complaint) ? past(acknowledgement(receivedOn), complaint) : [],
      toAnswer,
    ].flat(),
    acknowledged: [toAnswer],
    answered: [objectUntil(complaint)].filter((one) => !!one),
    objected: [objected && hearing(objected.receivedOn)],
    'hearing-offered': [objected && until(hearing(objected.receivedOn), appointment)],
    waived: [decide && isDecidable(complaint) && toDecide(decide, complaint)].filter((one) => !!one),
  };
  return [
    ...(inStage[stage] ?? []).filter((one) => one !== undefined),
    ...measures
      .filter(({ doneOn }) => !doneOn)
      .map(({ dueOn, firstDueOn: first, promisedIn }) => ({
        ...owed('measure', dueOn, dueOn),
        article: promisedUnder(promisedIn),
        ...(first && { before: { dueOn: first, actBy: werkdagUpTo(first, 'wide') } }),
      })),
  ];
}

/** Tells whether a board member is left whom it is not about (Art. 8). */
export const isDecidable = ({ respondents }: Complaint): boolean =>
  desk.board.some(({ id }) => respondents.every((respondent) => respondent.id !== id));

/** A decision that is taken anew is guarded, and not late where one was there in time. */
function toDecide(from: LocalDate, complaint: Complaint): Duty {
  const duty = asPromised(decision(from), 'decision', complaint);
  return isDecidedInTime(from, decisionsOf(complaint)) ? { ...duty, excused: true } : duty;
}

/** The decisions that went out, without those that went out once more. */
export const decisionsOf = ({ letters }: Complaint): Complaint['letters'] =>
  letters.filter(({ kind, again, sentOn }) => kind === 'final-decision' && !again && sentOn);

/** Tells whether one of those decisions was there within the two weeks from that day. */
export const isDecidedInTime = (from: LocalDate, decisions: Complaint['letters']): boolean =>
  decisions.some(
    ({ manner, sentOn }) => sentOn && sentOn >= from && arrivesOn(manner, sentOn) <= decision(from).dueOn,
  );

/** A hearing on another day than the last of the week: at the complainant's wish, or as Ballance said in its letter. */
function until(week: Duty, appointment: Partial<AnyStage>['appointment']): Duty {
  if (!appointment || appointment.on === week.dueOn) return week;
  const { on, laterWish } = appointment;
  const offered = { ...week, dueOn: on, actBy: werkdagUpTo(on, 'wide') };
  if (laterWish !== 'ballance' && on > week.dueOn) return offered;
  const before = on > week.dueOn && { before: { dueOn: week.dueOn, actBy: week.actBy } };
  return { ...offered, articleDueOn: week.dueOn, ...before };
}

/** The day that is guarded: the last to act, that of the post where no e-mail address is known. */
export const guarded = (
  { dueOn, actBy = dueOn, postBy = actBy }: Duty,
  { complainant }: Complaint,
): LocalDate => (complainant.email ? actBy : postBy);

/** Tells whether Ballance can no longer be in time by any means. */
export const isLate = ({ ours, actBy, before, excused }: Duty, today: LocalDate): boolean =>
  ours && !excused && actBy !== undefined && today > (before?.actBy ?? actBy);
