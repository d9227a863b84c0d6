import type { Content, Message } from '../../register/model/message.ts';

/** Whether a message asks its reader to do something: then it shows in their activity feed. The rest is there when they look. */
export function notifies({ kind }: Content): boolean {
  switch (kind) {
    case 'case':
    case 'unassigned':
    case 'statement-request':
    case 'decision-request':
    case 'undelivered':
    case 'forwarding-alarm':
    case 'not-forwarded':
    case 'set-up-fault':
    case 'register-behind':
    case 'reminder':
    case 'erasure-request':
    // What is erased in two weeks can be kept until then, and not after.
    case 'erasure-warning':
      return true;
    case 'position':
    case 'receipt':
    case 'statement-given':
    case 'letter':
    case 'digest':
      return false;
    default:
      return kind satisfies never;
  }
}

/** Kinds that show the dossier as it is, with nothing to type on the card itself. */
const showsCase = ({ kind }: Content): boolean =>
  kind === 'case' || kind === 'statement-given' || kind === 'decision-request' || kind === 'reminder';

/**
 * Whether the later message says all that matters of the earlier one. A reminder only makes room for the next of its kind;
 * a receipt takes away that nobody could be reached.
 */
function replaces(later: Content, earlier: Content): boolean {
  if (later.kind === 'receipt') return earlier.kind === 'not-forwarded';
  if (!showsCase(later) || !showsCase(earlier)) return false;
  if (earlier.kind !== 'reminder') return true;
  return (
    later.kind === 'reminder' && later.deadline === earlier.deadline && later.measure === earlier.measure
  );
}

/** What was sent to the same person before, and this message was the first to make superfluous. */
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
