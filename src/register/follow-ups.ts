import type { Complaint, Person } from '../procedure/complaint.ts';
import { type Desk, inOrderOfHandling, isAmong } from '../procedure/desk.ts';
import type { Event } from '../procedure/events.ts';
import type { NewMessage } from './outbox.ts';
import type { Reminder } from './reminders.ts';

/** Every board member who is no respondent. */
export const boardInCharge = (complaint: Complaint, desk: Desk): Person[] =>
  desk.board.filter((member) => !isAmong(member, complaint.respondents));

/**
 * Whether the channel may hear of a complaint. Everybody at the desk may be in the channel, so a complaint about one
 * of them stays out of it: not a number, not a count (Art. 5, made general).
 */
export const mayReachChannel = (complaint: Complaint, desk: Desk): boolean =>
  !inOrderOfHandling(desk).some(({ person }) => isAmong(person, complaint.respondents));

/** What must be delivered because of an event; `version` is the number of the event in the journal. */
export function followUps(event: Event, complaint: Complaint, version: number, desk: Desk): NewMessage[] {
  const id = (to: string) => `${complaint.number}/${version}-${event.type}/${to}`;
  switch (event.type) {
    case 'forwarded':
    case 'handed-over': {
      const to = event.personal.to.id;
      return [{ id: id(to), to: { kind: 'person', id: to }, content: { kind: 'case' } }];
    }
    case 'left-unassigned':
      return boardInCharge(complaint, desk).map((member) => ({
        id: id(member.id),
        to: { kind: 'person', id: member.id },
        content: { kind: 'unassigned' },
      }));
    case 'registered':
    case 'acknowledged':
    case 'note-added':
    case 'closed':
      return [];
    default:
      return event satisfies never;
  }
}

/** A reminder goes to the handler and the channel; an overdue one, or one without a handler, to the board as well. */
export function reminderMessages(
  reminder: Reminder,
  complaint: Complaint,
  desk: Desk,
  channel: boolean,
): NewMessage[] {
  const { kind, article, dueOn, lastDayToAct } = reminder.deadline;
  const handler = complaint.handler?.person;
  const board = reminder.overdue || !handler ? boardInCharge(complaint, desk) : [];
  const people = [...(handler ? [handler] : []), ...board.filter((member) => member.id !== handler?.id)];
  const content = { kind: 'reminder', deadline: kind, article, dueOn, lastDayToAct } as const;
  return [
    ...people.map(
      ({ id }): NewMessage => ({ id: `${reminder.id}/${id}`, to: { kind: 'person', id }, content }),
    ),
    ...(channel && mayReachChannel(complaint, desk)
      ? [{ id: `${reminder.id}/channel`, to: { kind: 'channel' as const }, content }]
      : []),
  ];
}
