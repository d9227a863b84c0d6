import type { TurnContext } from 'botbuilder';
import { isPersonId } from '../../procedure/model/person-id.ts';
import type { Connector } from '../adapter/connector.ts';
import { answerInvoke, cardMessage } from '../adapter/responses.ts';
import { isPersonal, speakerOf } from '../adapter/visitor.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import type { Stays } from './button-press.ts';

/** Sends a card to the speaker where only they read it. Never rejects. */
export type Aside = (context: TurnContext, card: Card) => Promise<void>;

/**
 * Makes an aside to the personal chat of the speaker: the chat where they are, or for a message action (which works wherever
 * people speak) the one that they have with the bot. Who has no such chat yet cannot be told.
 */
export const asideIn =
  ({ addresses, log }: Pick<Office, 'addresses' | 'log'>, connector: Pick<Connector, 'send'>): Aside =>
  async (context, card) => {
    const { activity } = context;
    const message = cardMessage(card, 'Klachtenbot');
    try {
      if (isPersonal(activity)) return void (await context.sendActivity(message));
      const id = speakerOf(activity) ?? activity.from.id;
      const { address } = (isPersonId(id) && (await addresses.contact(id))) || {};
      if (address) await connector.send(address, message, false);
      else log.warn('not said why a form stays: there is no chat to say it in');
    } catch (error) {
      log.fault('not said why a form stays', error);
    }
  };

export const stayingCard = ({ stays }: Stays): Card =>
  noticeCard({ title: 'Je formulier staat er nog', text: stays, tone: 'warning' });

/** Leaves a dialog as it is, with a response that Teams cannot show in its place, and says why in the chat. */
export async function leaveDialog(
  context: TurnContext,
  said: Stays,
  aside: Aside | undefined,
  status = 400,
): Promise<void> {
  await aside?.(context, stayingCard(said));
  await answerInvoke(context, undefined, status);
}
