import { handlerFor, knowsOfNoHandler } from '../../procedure/articles/art05-handler.ts';
import { isToTellThemselves } from '../../procedure/articles/art05-no-handler.ts';
import { isPromised } from '../../procedure/articles/art06-measures.ts';
import { decisionMakers } from '../../procedure/articles/art08-decision.ts';
import { guardedDay, type Running } from '../../procedure/deadlines.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { isAbsent, isAmong } from '../../procedure/model/desk.ts';
import type { Content } from '../model/message.ts';
import type { NewMessage } from '../model/outbox.ts';
import { boardInCharge, mayHearOfMeasure, mayReachChannel } from './follow-ups.ts';
import type { Reminder } from './reminders.ts';

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
  const isReceivers = !isAmong(complaint.receiver, respondents) || isToTellThemselves(complaint);
  const isLeft = !handler && board.length === 0 && isReceivers;
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
