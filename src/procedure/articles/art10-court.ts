import type { Calendar } from '../../time/calendar.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { sentLetters } from '../model/letter.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { weeksFrom } from './art02-periods.ts';
import { isOver, lastDayNamed, mayComeUntil } from './art07-objection.ts';
import { isDecidedByNobody } from './art08-decision.ts';
import { post } from './letters.ts';

/**
 * Closes a complaint that can go no further within Ballance: after a hearing that "(nog) niet tot een wederzijds
 * bevredigende oplossing" led (Art. 10), after a month without an objection (Art. 7), or where no board member is free to
 * decide (Art. 8), because then the way to court is all that is left. A letter may say so. Refuses a day on which an objection that was
 * sent within the month can still come in.
 */
export function close(complaint: Complaint, command: CommandOf<'close'>, context: Context): Event[] {
  const { on, letter } = command;
  notInTheFuture(on, context, 10);
  const until = complaint.stage === 'answered' && mayComeUntil(complaint, context.calendar);
  if (until && on <= until) throw new Refusal('month-not-over', 7, undefined, { until });
  if (complaint.stage === 'waived' && !isDecidedByNobody(complaint, context))
    throw new Refusal('board-decides', 8);
  const outcome = outcomeOfClosing(complaint);
  const promised = outcome === 'lapsed' ? lastDayNamed(complaint, context) : undefined;
  return [
    { type: 'closed', on, outcome, personal: {} },
    ...(letter ? post({ kind: 'closure', article: 10, promised }, letter, complaint, context) : []),
  ];
}

/** Finds until when the complainant can say, after a hearing without a solution, whether they want another: two weeks from its letter. */
export const chooseBy = (letterReceivedOn: LocalDate, calendar: Calendar): LocalDate =>
  weeksFrom(letterReceivedOn, 2, calendar.wide).dueOn;

/**
 * Finds the last day to choose (`chooseBy`) that a letter about a hearing named, also where the complaint was closed before that day came
 * (reading 18); undefined where no such letter was sent. One that goes out after the closing names none.
 */
export function mayChooseUntil(complaint: Complaint, calendar: Calendar): LocalDate | undefined {
  const { stage, closed } = complaint;
  const isEnded = closed?.outcome === 'not-settled' || closed?.outcome === 'withdrawn';
  if (stage !== 'heard' && !(isEnded && closed.from === 'heard')) return undefined;
  const letter = sentLetters(complaint).findLast(
    ({ kind, sentOn, again }) =>
      kind === 'court-route' && (!closed || sentOn < closed.on || (sentOn === closed.on && !again)),
  );
  return letter && chooseBy(letter.countsAsReceivedOn, calendar);
}

/** Tells whether closing is offered: after a hearing, after the month of Art. 7 and the week for its post, or where no board member can decide (Art. 8). */
export const mayGoNoFurther = (
  complaint: Complaint,
  view: Pick<Context, 'today' | 'calendar' | 'desk'>,
): boolean => {
  if (complaint.stage === 'answered') return isOver(complaint, view);
  return complaint.stage !== 'waived' || isDecidedByNobody(complaint, view);
};

/** Tells how a complaint ends that can go no further: its month lapsed, or it was not settled. */
export const outcomeOfClosing = ({ stage }: Pick<Complaint, 'stage'>): 'lapsed' | 'not-settled' =>
  stage === 'answered' ? 'lapsed' : 'not-settled';
