import type { Instant } from '../procedure/articles/art02-periods.ts';
import { linkedChannel } from '../register/channel-link.ts';
import type { ConversationAddress } from '../register/conversation-address.ts';
import { type Delivery, Undelivered } from '../register/delivery.ts';
import type { AddressBook } from './address-book.ts';
import { cardMessage } from './answer.ts';
import type { Connector } from './connector.ts';
import type { Office } from './office.ts';
import { outgoing } from './outgoing.ts';

/** The status and code of a refused request, as the connector client throws it. */
type RestFault = {
  statusCode?: number;
  code?: string;
  body?: { error?: { code?: string } };
  response?: { headers?: { get(name: string): string | undefined } };
};

/** Delivers messages in Teams. */
export function teamsDelivery(office: Office, connector: Connector): Delivery {
  const { addresses, store, clock } = office;

  async function channelAddress(): Promise<ConversationAddress> {
    const channel = await linkedChannel(store);
    if (!channel) throw new Undelivered('no channel is linked', false);
    return channel.address;
  }

  return {
    async deliver(message, dossier) {
      const { to } = message;
      if (to.kind === 'mail') throw new Error('A letter goes by e-mail, not through Teams.');
      const { card, summary } = await outgoing(message, dossier, office);
      const address =
        to.kind === 'channel' ? await channelAddress() : await chatAddress(to.id, addresses, connector);
      try {
        const activityId = await connector.send(address, cardMessage(card, summary), to.kind === 'person');
        return { activityId };
      } catch (error) {
        if (to.kind === 'person' && statusOf(error) === 404)
          await addresses.record({ id: to.id, name: '' }, undefined);
        throw undelivered(error, clock.now());
      }
    },
  };
}

async function chatAddress(
  personId: string,
  addresses: AddressBook,
  connector: Connector,
): Promise<ConversationAddress> {
  const contact = await addresses.contact(personId);
  if (contact?.address) return contact.address;
  const home = await addresses.home();
  if (!home) throw new Undelivered('no activity has come from Teams yet', true);
  try {
    const address = await connector.chatWith(personId, home);
    await addresses.record(contact?.person ?? { id: personId, name: '' }, address);
    return address;
  } catch (error) {
    throw undelivered(error);
  }
}

const statusOf = (error: unknown): number | undefined => (error as RestFault).statusCode;

/** 403: blocked or not installed, trying again is of no use. All else is tried again later. */
function undelivered(error: unknown, now?: Instant): Undelivered {
  const { statusCode, code, body, response } = error as RestFault;
  const reason = [statusCode, body?.error?.code ?? code].filter(Boolean).join(' ') || 'no answer';
  const seconds = Number(response?.headers?.get('retry-after'));
  const notBefore = now && seconds > 0 ? new Date(Date.parse(now) + seconds * 1000).toISOString() : undefined;
  return new Undelivered(reason, statusCode !== 403, notBefore);
}
