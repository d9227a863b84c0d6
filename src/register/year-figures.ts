import type { View } from '../procedure/access.ts';
import { canBeWrittenTo } from '../procedure/articles/art05-forward-and-acknowledge.ts';
import { countMeasures } from '../procedure/articles/art06-answer.ts';
import type { DeadlineKind } from '../procedure/deadlines.ts';
import { runningDeadlines } from '../procedure/deadlines.ts';
import type { Judgement, MeasureCounts } from '../procedure/model/answer.ts';
import type { Complaint, Manner, Origin, Stage } from '../procedure/model/complaint.ts';
import type { Event, EventOf } from '../procedure/model/events.ts';
import type { Scores } from '../procedure/model/learning.ts';
import type { LetterKind } from '../procedure/model/letter.ts';
import type { Outcome } from '../procedure/model/outcome.ts';
import { type Month, monthOf } from '../time/period.ts';
import { asCorrected } from './model/as-corrected.ts';
import { firstHearing } from './model/first-hearing.ts';
import { eventOf } from './model/journal.ts';
import type { Known } from './model/sight.ts';

/**
 * How Ballance kept a deadline: done, so many calendar days late (0: in time), or not done yet. The latter has no days, because
 * with today's date they would tell the day of receipt.
 */
export type Kept = { done: true; daysLate: number } | { done: false; late: boolean };

/** The deadlines that Ballance owes. */
export const owedKinds = ['forward', 'acknowledge', 'answer', 'hearing', 'decision'] as const;
export type OwedKind = (typeof owedKinds)[number] & DeadlineKind;

/**
 * What a complaint counts for in the report of a year. It has no name or content, and no number or day either, because those
 * would tell a respondent which complaint is missing.
 */
export type Figures = {
  receivedIn: Month;
  registeredIn: Month;
  origin: Origin;
  manner: Manner;
  /**
   * Only of a closed complaint: erasure removes the text, and a reader who lost sight of an open complaint would see it
   * vanish.
   */
  branch?: string;
  /** As the branch only of a closed complaint: what is learned of an open one tells how far it is. */
  subject?: string;
  stage: Stage;
  judgement?: Judgement;
  closed?: { in: Month; outcome: Outcome };
  /** Absent where the deadline never ran. */
  deadlines: Partial<Record<OwedKind, Kept>>;
  /** Absent after erasure, except for a reader who lost sight of the complaint before: their line does not change. */
  measures?: MeasureCounts;
  /** What the complainant thought of it after the closing; absent where they were not asked. It stands in totals only. */
  satisfaction?: Scores;
};

/** Computes the figures as of today, or of the day until which the complaint is known to the reader. */
export function figuresOf(known: Known, now: View): Figures {
  const { complaint, journal, until } = known;
  const view = { ...now, today: until ?? now.today };
  const { receivedOn, registeredOn, origin, manner, branch, subject, stage, judgement, closed } = complaint;
  const erased = !journal[0]?.erasable;
  const events = asCorrected(journal, complaint, now.calendar).map(eventOf);
  const deadlines = owedKinds.flatMap((kind) => {
    const kept = done(kind, events, complaint, view) ?? toDo(kind, complaint, view);
    return kept ? [[kind, kept]] : [];
  });
  return {
    receivedIn: monthOf(receivedOn),
    registeredIn: monthOf(registeredOn),
    ...{ origin, manner, branch: erased || !closed ? undefined : branch, stage, judgement },
    subject: closed && subject,
    closed: closed && { in: monthOf(closed.on), outcome: closed.outcome },
    deadlines: Object.fromEntries(deadlines),
    measures: erased ? measuresLeft(known) : countMeasures(complaint, view.today),
    ...(closed?.satisfaction && { satisfaction: scoresOf(closed.satisfaction) }),
  };
}

const scoresOf = ({ handling, outcome }: Scores): Scores => ({ handling, outcome });

/**
 * Tells whether a complaint counts in totals: a merged one does as part of the one with which it goes on, so that no matter
 * counts twice: its deadlines stand in its own line, and in no sum.
 */
export const countsInTotals = ({ closed }: Figures): boolean => closed?.outcome !== 'merged';

/** Sorts figures by their content, the first month first, because the order of registration would show a gap. */
export const inNoOrder = (figures: readonly Figures[]): Figures[] =>
  figures
    .map((one) => ({ one, key: JSON.stringify(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => one);

/**
 * Finds how a deadline was kept, as judged when it happened by the dates as they were corrected since. What is done anew after
 * reopening counts as it was done last, and until then is not done; after a decision that was there in time none is late.
 */
function done(kind: OwedKind, events: readonly Event[], complaint: Complaint, view: View): Kept | undefined {
  switch (kind) {
    case 'forward':
      return inTime(first(events, 'forwarded')?.daysLate);
    case 'acknowledge':
      return confirmed(acknowledgedBy(events));
    case 'answer':
      return inTime(answeredBy(events)?.daysLate);
    case 'hearing':
      return inTime(firstHearing(events, view)?.daysLate);
    case 'decision':
      return complaint.stage === 'waived'
        ? undefined
        : inTime(lastLetter('final-decision', events)?.daysLate);
    default:
      return kind satisfies never;
  }
}

const inTime = (daysLate: number | undefined): Kept | undefined =>
  daysLate === undefined ? undefined : { done: true, daysLate };

/** Finds the letter that confirmed receipt (Art. 5): the last of that kind, or the answer or what was agreed in a talk. */
export const acknowledgedBy = (events: readonly Event[]): EventOf<'letter-sent'> | undefined =>
  lastLetter('acknowledgement', events) ??
  events.filter(isLetter).find((letter) => letter.acknowledgedDaysLate !== undefined);

/** Finds the letter with the answer (Art. 6): the last. */
export const answeredBy = (events: readonly Event[]): EventOf<'letter-sent'> | undefined =>
  lastLetter('answer', events);

const lastLetter = (kind: LetterKind, events: readonly Event[]): EventOf<'letter-sent'> | undefined =>
  events.filter(isLetter).findLast((letter) => letter.kind === kind);

const confirmed = (letter: EventOf<'letter-sent'> | undefined): Kept | undefined =>
  inTime(letter?.kind === 'acknowledgement' ? letter.daysLate : letter?.acknowledgedDaysLate);

/** Tells whether a letter went out that counts: not one that was sent again. */
const isLetter = (event: Event): event is EventOf<'letter-sent'> =>
  event.type === 'letter-sent' && !event.again;

const first = <T extends Event['type']>(events: readonly Event[], type: T): EventOf<T> | undefined =>
  events.find((event): event is EventOf<T> => event.type === type);

/** Finds how a deadline runs. Without a complainant to write to the day of Art. 6 is guarded, and is no lateness. */
function toDo(kind: OwedKind, complaint: Complaint, { calendar, today, desk }: View): Kept | undefined {
  if (kind === 'answer' && !canBeWrittenTo(complaint.complainant)) return undefined;
  const running = runningDeadlines(complaint, calendar, desk).find((one) => one.kind === kind);
  return (
    running && {
      done: false,
      late: !running.excused && today > (running.promise?.articleDueOn ?? running.dueOn),
    }
  );
}

/** Counts the measures that erasure left. Version 0.5 and older left no counts: before the answer there were none. */
function measuresLeft({ journal, until, measures }: Known): MeasureCounts | undefined {
  const wereNone = until !== undefined && !journal.some(({ type }) => type === 'answer-drawn-up');
  return measures ?? (wereNone ? none : undefined);
}

const none: MeasureCounts = { promised: 0, taken: 0, late: 0 };
