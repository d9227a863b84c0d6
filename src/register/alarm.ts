import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Context } from '../procedure/commands.ts';
import type { Complaint, Person } from '../procedure/complaint.ts';
import { isAmong } from '../procedure/desk.ts';
import { mayReachChannel } from './follow-ups.ts';
import type { Message } from './message.ts';
import type { NewMessage } from './outbox.ts';
import type { Timetable } from './reminders.ts';
import { nextAtTheDesk } from './when-undelivered.ts';

/** In Europe/Amsterdam, on the day a complaint is passed on: there is still time to do it by hand that day (Art. 5). */
const alarmTime = '16:00';

/** What is passed on after 16:00 gets that many milliseconds to arrive. */
const graceMs = 5 * 60_000;

/** Whether that is the card of a complaint for its handler, and has not reached him. */
export const awaitsHandler = ({ content, to, status }: Message, { stage, handler }: Complaint): boolean =>
  content.kind === 'case' &&
  stage !== 'closed' &&
  to.kind === 'person' &&
  to.id === handler?.person.id &&
  (status === 'queued' || status === 'gave-up');

const alarmId = ({ id }: Message): string => `${id}/forwarding-alarm`;

/** After a standstill it goes out first: only what failed, or had to wait, needs another way. */
const wasTried = ({ attempts, tryAt, queuedAt }: Message): boolean =>
  attempts.length > 0 || tryAt !== queuedAt;

/** The cards of a new complaint that could not be delivered, and of which nobody has been told yet. */
const awaited = (complaint: Complaint, outbox: readonly Message[]): Message[] =>
  outbox.filter(
    (message) =>
      complaint.stage === 'registered' &&
      awaitsHandler(message, complaint) &&
      wasTried(message) &&
      !outbox.some(({ id }) => id.startsWith(`${alarmId(message)}/`)),
  );

function alarmAt({ queuedAt }: Message, table: Timetable): Instant {
  const four = table.at(table.dayOf(queuedAt), alarmTime);
  return queuedAt < four ? four : new Date(Date.parse(queuedAt) + graceMs).toISOString();
}

/** When the channel and the substitutes must hear that a complaint has not been passed on; undefined if they need not. */
export const nextAlarmAt = (
  complaint: Complaint,
  outbox: readonly Message[],
  table: Timetable,
): Instant | undefined =>
  awaited(complaint, outbox)
    .map((message) => alarmAt(message, table))
    .sort()[0];

/**
 * Art. 5, "op de dag van ontvangst doorgegeven": what has not reached the handler by 16:00 is to be passed on by hand.
 * The channel and the substitutes are told, once; without a substitute, who else comes next at the desk.
 */
export const alarmMessages = (
  complaint: Complaint,
  outbox: readonly Message[],
  context: Pick<Context, 'now' | 'today' | 'desk'>,
  channel: boolean,
  table: Timetable,
): NewMessage[] =>
  awaited(complaint, outbox)
    .filter((message) => alarmAt(message, table) <= context.now)
    .flatMap((message) => {
      const content = { kind: 'forwarding-alarm', message: message.id } as const;
      const id = alarmId(message);
      const people = helpers(complaint, context).map(
        (person): NewMessage => ({
          id: `${id}/${person.id}`,
          to: { kind: 'person', id: person.id },
          content,
        }),
      );
      const toChannel: NewMessage = { id: `${id}/channel`, to: { kind: 'channel' }, content };
      return channel && mayReachChannel(complaint, context.desk) ? [...people, toChannel] : people;
    });

/** The substitutes whom it is not about, besides the handler himself. */
function helpers(complaint: Complaint, context: Pick<Context, 'today' | 'desk'>): Person[] {
  const { respondents, handler } = complaint;
  const substitutes = context.desk.substitutes.filter(
    (person) => !isAmong(person, respondents) && person.id !== handler?.person.id,
  );
  if (substitutes.length > 0) return substitutes;
  const next = nextAtTheDesk(handler?.person.id, complaint, context);
  return next ? [next] : [];
}
