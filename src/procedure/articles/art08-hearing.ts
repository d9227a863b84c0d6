import { hasCome } from '../../time/clock.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Appointment, Complaint, ComplaintIn, Disputed, Person } from '../model/complaint.ts';
import { inOrderOfHandling, isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import type { PromisedDay } from '../model/letter.ts';
import { notBeforeItsTime, notInTheFuture, Refusal } from '../model/refusal.ts';
import { isWorkingDay } from './art02-periods.ts';
import { handlerOn } from './art05-handler.ts';
import { numbered } from './art06-answer.ts';
import { decisionPromised, hearBy, isLaterThanTheWeek } from './art08-days.ts';
import { decisionMakers } from './art08-decision.ts';
import { nextStepAfterHearing } from './art09-proposal.ts';
import { arrivesBefore, daysLate, post } from './letters.ts';

/** Lists who may be the second representative: at the desk, in no conflict, and not the handler. */
export const secondRepresentatives = (complaint: Complaint, { desk }: Pick<Context, 'desk'>): Person[] =>
  inOrderOfHandling(desk)
    .map(({ person }) => person)
    .filter(
      (person) => !isAmong(person, complaint.respondents) && person.id !== complaint.handler?.person.id,
    );

/**
 * Offers a hearing (Art. 8), by telephone or at the office of the branch. The day lies within the week, or later with the
 * reason: in time at the complainant's own wish, late where it is by Ballance. Another hearing after one that settled nothing
 * (Art. 10) has no week. Where the complainant had waived it, that takes the waiver back, until the board has decided. Refuses a later
 * day without a wish and a reason, a moment on which one does not invite, an invitation by post that does not arrive before its day, unless
 * the complainant agreed to it, and a second representative in conflict, or who leads the hearing on that day.
 */
export function offerHearing(
  complaint: Disputed | ComplaintIn<'waived'>,
  command: CommandOf<'offer-hearing'>,
  context: Context,
): Event[] {
  const { on, time, form, employeePresent, agreed, branch, laterWish, laterBecause, letter } = command;
  const { objection } = complaint;
  assertOfferable(command, context);
  if (!agreed && !arrivesBefore(on, letter, context)) throw new Refusal('invitation-too-slow', 8);
  if (form === 'office' && !branch?.trim()) throw new Refusal('branch-missing', 8);
  const later = isLaterThanTheWeek(on, objection, complaint, context.calendar);
  if (later && !(laterWish && laterBecause?.trim())) throw new Refusal('hearing-too-late', 8);
  const candidates = secondRepresentatives(complaint, context);
  const secondRepresentative = candidates.find(({ id }) => id === command.secondRepresentative);
  if (command.secondRepresentative && !secondRepresentative) throw new Refusal('not-eligible', 8);
  const leader = handlerOn(on, complaint, context.desk)?.person;
  if (secondRepresentative && leader?.id === secondRepresentative.id) throw new Refusal('second-leads', 8);
  const takenBack: Event[] =
    complaint.stage === 'waived' ? [{ type: 'waiver-taken-back', on: context.today }] : [];
  return [
    ...takenBack,
    {
      type: 'hearing-offered',
      on: context.today,
      appointment: { on, time, form, employeePresent, agreed, ...(later && { laterWish }) },
      personal: { branch, leader, secondRepresentative, laterBecause: later ? laterBecause : undefined },
    },
    ...post(
      { kind: 'hearing-invitation', article: 8, promised: promisedDecision(complaint, command, context) },
      letter,
      complaint,
      context,
    ),
  ];
}

/** Finds until when an invitation promises a decision to a complainant who does not use it; undefined where nobody can decide. */
export function promisedDecision(
  complaint: Parameters<typeof offerHearing>[0],
  appointment: Pick<Appointment, 'on' | 'laterWish'>,
  { calendar, desk }: Context,
): PromisedDay | undefined {
  if (decisionMakers(complaint, desk).length === 0) return undefined;
  return { of: 'decision', on: decisionPromised(appointment, complaint.objection, complaint, calendar).on };
}

const earliest = '07:00';
/** The last time of day at which a hearing can begin. */
export const lastHour = '21:00';

/**
 * Refuses a moment that is not to come, one before 07:00 or after 21:00, and a day that is no werkdag unless the complainant
 * agreed to it.
 */
function assertOfferable(
  { on, time, agreed }: CommandOf<'offer-hearing'>,
  { now, today, calendar }: Context,
): void {
  if (time < earliest || time > lastHour) throw new Refusal('outside-hours', 8);
  if (on < today || hasCome({ on, time }, now)) throw new Refusal('not-to-come', 8);
  if (!agreed && !isWorkingDay(on, calendar.wide)) throw new Refusal('no-werkdag', 8);
}

/**
 * Records a hearing. Art. 8: "Schriftelijk wordt vastgelegd dat deze mondelinge procedure heeft plaatsgevonden en in welke
 * vorm." With a settlement, of which measures can be part, the dossier closes (Art. 9); without one the letter explains the way to court (Art. 10). Refuses a settlement of which nobody wrote what was agreed, and
 * agreements that settled nothing: which letter goes out is never guessed. Refuses one of which the moment that was arranged is to come, unless it was earlier.
 */
export function recordHearing(
  complaint: Disputed,
  command: CommandOf<'record-hearing'>,
  context: Context,
): Event[] {
  const { on, form, present, report, proposal, reaction, settled, settlement, offer, measures, letter } =
    command;
  notInTheFuture(on, context, 8);
  const { appointment } = complaint;
  if (appointment && !command.earlier) notBeforeItsTime(appointment, context, 8);
  if (!present.trim() || !report.trim()) throw new Refusal('text-missing', 8);
  const agreed = !!settlement?.trim();
  if ((settled || measures.length > 0) && !agreed) throw new Refusal('agreement-missing', 9);
  if (agreed && !settled) throw new Refusal('not-settled-yet', 9);
  const late =
    appointment || complaint.hearings.length > 0
      ? 0
      : daysLate(hearBy(complaint.objection.receivedOn, context.calendar).dueOn, on);
  const heard: Event = {
    type: 'heard',
    on,
    form,
    settled,
    ...(late > 0 && { daysLate: late }),
    personal: {
      ...{ present, report, proposal, reaction, settlement },
      secondRepresentative: appointment?.secondRepresentative,
      ...(offer && { offer }),
      ...(measures.length > 0 && { measures: numbered(measures, complaint) }),
    },
  };
  return [heard, ...nextStepAfterHearing(settled, letter, complaint, context)];
}

/**
 * Records that the hearing is not used, so that the board decides. Art. 8: "Indien de klager geen gebruik maakt van deze
 * mogelijkheid".
 */
export function waiveHearing(_: Disputed, { on }: CommandOf<'waive-hearing'>, context: Context): Event[] {
  notInTheFuture(on, context, 8);
  return [{ type: 'hearing-waived', on }];
}
