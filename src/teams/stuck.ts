import type { Dossier } from '../register/dossier.ts';
import type { Recipient } from '../register/message.ts';
import type { Card } from './card.ts';
import { forwardingAlarmCard } from './cards/forwarding-alarm.ts';

/** That something has not reached the handler: to the channel without a name, to somebody at the desk with whom to call. */
export const stuckMessage = ({ id, complaint }: Dossier, to: Recipient): { card: Card; summary: string } => ({
  card: forwardingAlarmCard({
    number: id,
    handlerName: to.kind === 'person' ? complaint.handler?.person.name : undefined,
  }),
  summary: `Klacht ${id} is niet aangekomen`,
});
