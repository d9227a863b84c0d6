import type { Context } from '../procedure/commands.ts';
import type { Complaint, Person } from '../procedure/complaint.ts';
import { inOrderOfHandling, isAbsent, isAmong } from '../procedure/desk.ts';
import { mayReachChannel } from './follow-ups.ts';
import type { Content, Message } from './message.ts';
import type { NewMessage } from './outbox.ts';

/** What the handler does by hand when it cannot be delivered to whom it was for. */
const byHand: readonly Content['kind'][] = ['statement-request', 'position', 'letter', 'decision-request'];

/** Whether only the handler may know what it is that was not delivered. */
export const isForTheHandler = (what: Content['kind']): boolean => byHand.includes(what);

/** Who at the desk comes after that person in the order of handling (Art. 5): no respondent, not the handler, present if any is. */
export function nextAtTheDesk(
  personId: string | undefined,
  { respondents, handler }: Complaint,
  { desk, today }: Pick<Context, 'desk' | 'today'>,
): Person | undefined {
  const order = inOrderOfHandling(desk).map(({ person }) => person);
  const place = order.findIndex(({ id }) => id === personId) + 1;
  const candidates = [...order.slice(place), ...order.slice(0, place)].filter(
    ({ id }) => id !== personId && id !== handler?.person.id && !isAmong({ id, name: '' }, respondents),
  );
  return candidates.find((person) => !isAbsent(person, desk, today)) ?? candidates[0];
}

/**
 * Who is told that a message cannot be delivered: the handler, of what he does by hand himself; else who comes next at
 * the desk, and so on if that one cannot be reached either. That a card does not reach the handler the channel hears too.
 */
export function whenUndelivered(
  message: Message,
  complaint: Complaint,
  context: Pick<Context, 'desk' | 'today'>,
): NewMessage[] {
  const { id, to, content } = message;
  const { handler } = complaint;
  const isTheHandler = to.kind === 'person' && to.id === handler?.person.id;
  if (handler && !isTheHandler && isForTheHandler(content.kind)) {
    return [notice(handler.person, { message: id, what: content.kind })];
  }
  if (to.kind !== 'person') {
    return handler && content.kind === 'reminder'
      ? [notice(handler.person, { message: id, what: 'reminder' })]
      : [];
  }
  // Of a reminder to the board the handler has his own.
  if (content.kind === 'reminder' && !isTheHandler) return [];
  const next = nextAtTheDesk(to.id, complaint, context);
  const alarm: NewMessage = {
    id: `${id}/undelivered/channel`,
    to: { kind: 'channel' },
    content: { kind: 'forwarding-alarm', message: id },
  };
  return [
    ...(next ? [notice(next, subjectOf(message))] : []),
    ...(content.kind === 'case' && mayReachChannel(complaint, context.desk) ? [alarm] : []),
  ];
}

type Subject = Pick<Extract<Content, { kind: 'undelivered' }>, 'message' | 'what'>;

/** When the notice itself cannot be delivered, the next hears of what it was about, unless that is for the handler only. */
const subjectOf = ({ id, content }: Message): Subject =>
  content.kind === 'undelivered' && !isForTheHandler(content.what)
    ? { message: content.message, what: content.what }
    : { message: id, what: content.kind };

const notice = ({ id }: Person, subject: Subject): NewMessage => ({
  id: `${subject.message}/undelivered/${id}`,
  to: { kind: 'person', id },
  content: { kind: 'undelivered', ...subject },
});
