import { linkedChannel } from '../register/channel-link.ts';
import type { ConversationAddress } from '../register/conversation-address.ts';
import { type Delivery, Undelivered } from '../register/delivery.ts';
import { shortCard } from './cards/short.ts';
import type { Connector } from './connector.ts';
import type { Office } from './office.ts';
import { outgoing } from './outgoing.ts';
import type { Pace } from './pace.ts';
import { sending } from './sending.ts';

/** Delivers messages in Teams, within its limits. */
export function teamsDelivery(office: Office, connector: Connector, limits: Pace): Delivery {
  const { addresses, store, clock } = office;
  const { toPerson, toChannel } = sending({ connector, addresses, clock, limits });

  async function channelAddress(): Promise<ConversationAddress> {
    const channel = await linkedChannel(store);
    if (!channel) throw new Undelivered('no channel is linked', false);
    return channel.address;
  }

  return {
    async deliver(message, dossier) {
      const { to } = message;
      if (to.kind === 'mail') throw new Error('A letter goes by e-mail, not through Teams.');
      const parcel = { ...(await outgoing(message, dossier, office)), short: shortCard(dossier?.id) };
      return to.kind === 'person' ? toPerson(to.id, parcel) : toChannel(await channelAddress(), parcel);
    },
  };
}
