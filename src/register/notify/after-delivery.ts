import type { Context } from '../../procedure/model/commands.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Log } from '../model/log.ts';
import { type Message, recipientRules } from '../model/message.ts';
import { enqueue, type NewMessage } from '../model/outbox.ts';
import { receiverMessages } from './forwarding-alarm.ts';
import { withReceipt } from './receipt.ts';
import type { RegisterConfig } from './reminders.ts';
import { escalate, mustBeTold } from './undeliverable.ts';

/**
 * Adds what follows from the delivery of a message: the receipt of the receiver after the card of the handler, somebody who
 * is told of a message that was not delivered, and the receiver who hears whom to call when nobody at the desk was reached.
 */
export function withWhatFollows(
  dossier: Dossier,
  message: Message,
  context: Context,
  config: RegisterConfig,
  log: Log,
): Message[] {
  const { now } = context;
  const outbox =
    message.status === 'sent'
      ? withReceipt(dossier, message, now)
      : enqueue(dossier.outbox, notices(dossier, message, context, log), now);
  return enqueue(outbox, receiverMessages({ ...dossier, outbox }, context, config), now);
}

function notices(dossier: Dossier, message: Message, context: Context, log: Log): NewMessage[] {
  if (!mustBeTold(message, dossier.complaint, context)) return [];
  const anybody = escalate(message, { ...dossier, outbox: [] }, context).length > 0;
  if (!anybody && recipientRules[message.to.kind].isReported) {
    const { id, content } = message;
    log.error('nobody is told of what does not arrive', {
      document: dossier.id,
      message: id,
      kind: content.kind,
    });
  }
  return escalate(message, dossier, context);
}
