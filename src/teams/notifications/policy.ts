import type { Content, Message } from '../../register/model/message.ts';
import { isOfBulletin } from '../../register/notify/message-rules.ts';
import { bulletins, caseMessages } from './message-cards.ts';

/** Tells whether a message asks its reader to act, and so shows in their activity feed. */
export const notifies = (content: Content): boolean =>
  isOfBulletin(content) ? bulletins[content.kind].notifies : caseMessages[content.kind].notifies;

const showsCase = (content: Content): boolean =>
  !isOfBulletin(content) && caseMessages[content.kind].showsCase;

/**
 * Tells whether a later message says all that matters of an earlier one. A reminder is replaced only by the next of its kind; a
 * receipt replaces the message that nobody could be reached.
 */
function replaces(later: Content, earlier: Content): boolean {
  if (later.kind === 'receipt') return earlier.kind === 'not-forwarded';
  if (!showsCase(later) || !showsCase(earlier)) return false;
  if (earlier.kind !== 'reminder') return true;
  return (
    later.kind === 'reminder' && later.deadline === earlier.deadline && later.measure === earlier.measure
  );
}

/** Lists the messages, sent to the same person before, that this message is the first to make superfluous. */
export function superseded(message: Message, outbox: readonly Message[]): Message[] {
  const { to } = message;
  if (to.kind !== 'person') return [];
  const sent = outbox.filter(
    (one) => one.status === 'sent' && one.to.kind === 'person' && one.to.id === to.id,
  );
  return sent.filter(
    (earlier, place) =>
      sent.slice(place + 1).find(({ content }) => replaces(content, earlier.content))?.id === message.id,
  );
}
