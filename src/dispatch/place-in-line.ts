import type { Dossier } from '../register/model/dossier.ts';
import type { Content, Message, Recipient } from '../register/model/message.ts';
import { unreachedIn } from '../register/notify/standing-notices.ts';

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

/** What is brought up to date in one notice goes out together: 200 complaints are one change of it with a count. */
export const groupOf = (message: Message, dossier: Dossier | undefined): string | undefined =>
  unreachedIn(message, dossier);

export const urgencyOf = ({ content }: Message): number => urgency[content.kind];
