import type { Dossier } from '../register/model/dossier.ts';
import type { Content, Message, Recipient } from '../register/model/message.ts';
import { unreachedIn } from '../register/notify/standing-notices.ts';

/** Names the line of a recipient, in which one message goes out at a time. */
export const lineOf = (to: Recipient): string => (to.kind === 'person' ? `person ${to.id}` : to.kind);

/** The order in a line, lowest first: forwarding (Art. 5), alarms and letters; last what only reminds or sums up. */
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

/** Names the group of messages that update the same notice: 200 complaints change it once, with a count. */
export const groupOf = (message: Message, dossier: Dossier | undefined): string | undefined =>
  unreachedIn(message, dossier);

export const urgencyOf = ({ content }: Message): number => urgency[content.kind];
