import type { View } from '../procedure/access.ts';
import type { LocalDate } from '../procedure/articles/art02-periods.ts';
import { hearBy } from '../procedure/articles/art08-hearing.ts';
import type { Complaint, Judgement, Manner, Origin, Outcome, Stage } from '../procedure/complaint.ts';
import type { DeadlineKind } from '../procedure/deadlines.ts';
import type { Event, EventOf } from '../procedure/events.ts';
import type { LetterKind } from '../procedure/letter.ts';
import { daysLate } from '../procedure/posting.ts';
import { runningDeadlines } from '../procedure/running.ts';
import type { Dossier } from './dossier.ts';
import { eventOf } from './journal.ts';

/** How a deadline of Ballance was kept: done, so many calendar days late (0: in time); or still to do, until that day. */
export type Kept = { done: true; daysLate: number } | { done: false; dueOn: LocalDate; daysLate: number };

/** The deadlines that Ballance owes. */
export const owedKinds = ['forward', 'acknowledge', 'answer', 'hearing', 'decision'] as const;
export type OwedKind = (typeof owedKinds)[number] & DeadlineKind;

/** What a complaint counts for in the report of a year: this type has no room for a name or for content. */
export type Figures = {
  number: string;
  receivedOn: LocalDate;
  registeredOn: LocalDate;
  origin: Origin;
  manner: Manner;
  branch?: string;
  stage: Stage;
  judgement?: Judgement;
  closed?: { on: LocalDate; outcome: Outcome };
  /** Absent where the deadline never ran. */
  deadlines: Partial<Record<OwedKind, Kept>>;
  /** Art. 6: promised, taken, and taken too late or not yet while the day has passed. Absent after erasure. */
  measures?: { promised: number; taken: number; late: number };
};

export function figuresOf({ complaint, journal }: Dossier, view: View): Figures {
  const { number, receivedOn, registeredOn, origin, manner, branch, stage, judgement, closed } = complaint;
  const events = journal.map(eventOf);
  const deadlines = owedKinds.flatMap((kind) => {
    const kept = done(kind, events, view) ?? toDo(kind, complaint, view);
    return kept ? [[kind, kept]] : [];
  });
  return {
    ...{ number, receivedOn, registeredOn, origin, manner, branch, stage, judgement, closed },
    deadlines: Object.fromEntries(deadlines),
    measures: complaint.erased ? undefined : measures(complaint, view.today),
  };
}

/** As it was judged when it happened: a later correction of a date does not change that. */
function done(kind: OwedKind, events: readonly Event[], view: View): Kept | undefined {
  switch (kind) {
    case 'forward':
      return inTime(first(events, 'forwarded')?.daysLate);
    case 'acknowledge':
      return letterInTime('acknowledgement', events);
    case 'answer':
      return letterInTime('answer', events);
    case 'hearing':
      return heardInTime(events, view);
    case 'decision':
      return letterInTime('final-decision', events);
    default:
      return kind satisfies never;
  }
}

const inTime = (daysLate: number | undefined): Kept | undefined =>
  daysLate === undefined ? undefined : { done: true, daysLate };

const letterInTime = (kind: LetterKind, events: readonly Event[]): Kept | undefined =>
  inTime(events.filter(isLetter).find((letter) => letter.kind === kind)?.daysLate);

const isLetter = (event: Event): event is EventOf<'letter-sent'> => event.type === 'letter-sent';

/** Art. 8: an offer lies within the week, or later at the complainant's own wish; without one the hearing itself counts. */
function heardInTime(events: readonly Event[], { calendar }: View): Kept | undefined {
  if (first(events, 'hearing-offered')) return inTime(0);
  const objection = first(events, 'objected');
  const heard = first(events, 'heard');
  if (!objection || !heard) return undefined;
  return inTime(daysLate(hearBy(objection.receivedOn, calendar).dueOn, heard.on));
}

const first = <T extends Event['type']>(events: readonly Event[], type: T): EventOf<T> | undefined =>
  events.find((event): event is EventOf<T> => event.type === type);

function toDo(kind: OwedKind, complaint: Complaint, { calendar, today }: View): Kept | undefined {
  const running = runningDeadlines(complaint, calendar).find((one) => one.kind === kind);
  return running && { done: false, dueOn: running.dueOn, daysLate: daysLate(running.dueOn, today) };
}

const measures = ({ measures }: Complaint, today: LocalDate): Figures['measures'] => ({
  promised: measures.length,
  taken: measures.filter(({ doneOn }) => doneOn).length,
  late: measures.filter(({ dueOn, doneOn }) => (doneOn ?? today) > dueOn).length,
});
