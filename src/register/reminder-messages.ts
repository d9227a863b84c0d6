import { handlerFor } from '../procedure/articles/art05-handler.ts';
import { decisionMakers } from '../procedure/articles/art08-decision.ts';
import type { Context } from '../procedure/commands.ts';
import type { Complaint, Person } from '../procedure/complaint.ts';
import { isAbsent } from '../procedure/desk.ts';
import { boardInCharge, mayReachChannel } from './follow-ups.ts';
import type { Content } from './message.ts';
import type { NewMessage } from './outbox.ts';
import type { Reminder } from './reminders.ts';

/**
 * A reminder goes to the handler (and to who stands in for him) and to the channel. The decision of the board is asked
 * of the board (Art. 8). What is overdue, or has no handler, goes to the board as well.
 */
export function reminderMessages(
  reminder: Reminder,
  complaint: Complaint,
  context: Pick<Context, 'desk' | 'today'>,
  channel: boolean,
): NewMessage[] {
  const { kind, measure, article, dueOn, lastDayToAct } = reminder.deadline;
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
  const watching = overdue || !handler ? boardInCharge(complaint, desk) : [];
  return [...handling, ...deciding, ...watching];
}
