import type { Dossier } from '../register/dossier.ts';
import type { Content, Message, Recipient } from '../register/message.ts';

/** Whose line a message stands in: that of its recipient, where one goes out at a time. */
export const lineOf = (to: Recipient): string => (to.kind === 'person' ? `person ${to.id}` : to.kind);

/** What goes first in a line, the lowest before all: passing on (Art. 5), alarms and letters; last what only reminds or sums up. */
const urgency: Record<Content['kind'], number> = {
  case: 0,
  unassigned: 0,
  'forwarding-alarm': 0,
  undelivered: 0,
  'not-forwarded': 0,
  'set-up-fault': 0,
  'register-behind': 0,
  letter: 0,
  'decision-request': 1,
  'statement-request': 1,
  'statement-given': 1,
  position: 1,
  receipt: 1,
  'erasure-request': 1,
  reminder: 2,
  'erasure-warning': 2,
  digest: 3,
};

/** Everything that did not reach one and the same handler is one group: 200 complaints are one notice with a count. */
export function groupOf({ content }: Message, dossier: Dossier | undefined): string | undefined {
  const isStuck =
    content.kind === 'forwarding-alarm' || (content.kind === 'undelivered' && content.what === 'case');
  const handler = dossier?.complaint.handler?.person.id;
  return isStuck && handler ? `${content.kind} ${handler}` : undefined;
}

export const urgencyOf = ({ content }: Message): number => urgency[content.kind];
