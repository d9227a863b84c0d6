import type { Calendar } from '../time/calendar.ts';
import { withDecreed } from '../time/dutch-calendar.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Running, runningDeadlines } from './deadlines.ts';
import type { Complaint } from './model/complaint.ts';
import type { Desk } from './model/desk.ts';
import { type Sent, sentLetter, sentLetters } from './model/letter.ts';

/** Days that are equated with a holiday by decree since, and that no longer are (Art. 2). */
export type DecreedChange = { added: LocalDate[]; removed: LocalDate[] };

/** Returns the calendar as it was before that change. */
export const undone = ({ added, removed }: DecreedChange, calendar: Calendar): Calendar =>
  withDecreed(
    calendar,
    [...calendar.decreed, ...removed].filter((day) => !added.includes(day)),
  );

/** A running deadline as one calendar counts it and as another does, and the letters that named its day to the complainant. */
export type Moved = { from: Running; to: Running; letters: Sent[] };

/**
 * Lists the running deadlines of a complaint that move when the days change that are equated with a holiday by decree (Art. 2): the day
 * itself where the complainant owes it (Art. 7), and the last days on which Ballance can act, also by post. A letter that went out stays as
 * it was: what it promised is worth no less (readings 6 and 18).
 */
export function movedDeadlines(
  complaint: Complaint,
  { before, after }: { before: Calendar; after: Calendar },
  desk: Pick<Desk, 'board'>,
): Moved[] {
  const then = runningDeadlines(complaint, before, desk);
  return runningDeadlines(complaint, after, desk).flatMap((to) => {
    const from = then.find(({ kind, measure }) => kind === to.kind && measure === to.measure);
    return from && isMoved(from, to) ? [{ from, to, letters: naming(from, complaint) }] : [];
  });
}

/** Finds the day of the article, where a letter named another. */
export const articleDay = ({ promise, dueOn }: Running): LocalDate => promise?.articleDueOn ?? dueOn;

const isMoved = (from: Running, to: Running): boolean =>
  from.dueOn !== to.dueOn ||
  from.lastDayToAct !== to.lastDayToAct ||
  from.lastDayByPost !== to.lastDayByPost ||
  articleDay(from) !== articleDay(to);

/** Lists the letters that named the day of a deadline, or that of its article; and the invitation to a hearing on that day. */
const naming = (deadline: Running, complaint: Complaint): Sent[] =>
  deadline.kind === 'hearing' && complaint.appointment?.on === deadline.dueOn
    ? [sentLetter(complaint, 'hearing-invitation') ?? []].flat()
    : sentLetters(complaint).filter(
        ({ promised }) =>
          promised?.of === deadline.kind &&
          promised.measure === deadline.measure &&
          (promised.on === deadline.dueOn || promised.on === articleDay(deadline)),
      );
