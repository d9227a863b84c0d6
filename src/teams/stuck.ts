import type { Dossier } from '../register/dossier.ts';
import type { Content, Recipient } from '../register/message.ts';
import type { Card } from './card.ts';
import { forwardingAlarmCard } from './cards/forwarding-alarm.ts';

type Stuck = Extract<Content, { kind: 'undelivered' | 'forwarding-alarm' }>;

/** That something has not reached the handler: to the channel without a name, to somebody at the desk with whom to call. Of many at once it is one message. */
export const stuckMessage = (
  content: Stuck,
  { id, complaint }: Dossier,
  to: Recipient,
  together: readonly Dossier[] = [],
): { card: Card; summary: string } => ({
  card: forwardingAlarmCard({
    numbers: [id, ...together.map((one) => one.id)],
    isNew: content.kind === 'forwarding-alarm' || content.what === 'case',
    handlerName: to.kind === 'person' ? complaint.handler?.person.name : undefined,
  }),
  summary:
    together.length === 0
      ? `Klacht ${id} is niet aangekomen`
      : `${together.length + 1} klachten zijn niet aangekomen`,
});
