import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { isAtDesk } from '../../procedure/model/desk.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { type Delivery, isUsableId, Postponed, Undelivered } from '../../register/model/delivery.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { linkedChannel } from '../../register/model/linked-channel.ts';
import type { Content, Message } from '../../register/model/message.ts';
import type { ConversationAddress } from '../../register/model/shown-messages.ts';
import { unreachedIn } from '../../register/notify/standing-notices.ts';
import { type Instant, millisecondsBetween } from '../../time/local-date.ts';
import type { Connector } from '../adapter/connector.ts';
import { oldListCard, shortCard } from '../cards/notice.ts';
import type { Office } from '../office/office.ts';
import { liveCards } from './live-cards.ts';
import { outgoing } from './outgoing.ts';
import type { OutgoingLimits } from './outgoing-limits.ts';
import { endsSearch, namedIn, notifies, topicOf } from './policy.ts';
import { type Parcel, sending } from './send.ts';
import { type ShownCards, shownCards } from './shown-cards.ts';
import { standingNotice } from './standing-notice.ts';

/** How long after a reminder in the activity feed of somebody another does not show there, in milliseconds. */
const oneMorningMs = 60 * 60_000;

/** Delivers messages in Teams, within its limits. What is about a dossier is remembered, so that it follows what happens. */
export function teamsDelivery(
  office: Office,
  connector: Connector,
  limits: OutgoingLimits,
  shown: ShownCards = shownCards(office),
) {
  const { addresses, colleagues, store, clock, register } = office;
  const send = sending({ connector, addresses, clock, limits, isColleague });
  const { toPerson, toChannel, inPlaceOf } = send;
  const notices = standingNotice({ office, send, channelAddress });

  /** Tells whether somebody is a colleague. The settings vouch for the desk, whose messages wait for no look-up. */
  async function isColleague(personId: PersonId, address: ConversationAddress): Promise<boolean> {
    if (isAtDesk({ id: personId }, register.desk())) return true;
    if (await colleagues.isKnown(personId)) return true;
    return colleagues.admits(personId, await connector.memberIn(address, personId));
  }

  async function channelAddress(): Promise<ConversationAddress> {
    const channel = await linkedChannel(store);
    if (!channel) throw new Undelivered('no channel is linked', false);
    return channel.address;
  }

  /** Finds the message in which somebody has the answer to their registration. */
  const receiptOf = async (reader: PersonId, number: CaseNumber): Promise<string | undefined> =>
    (await shown.of(number)).findLast(({ who, shows }) => who === reader && shows === 'receipt')?.activityId;

  /** When a reminder was shown last in somebody's activity feed. */
  const alerted = new Map<PersonId, Instant>();

  /** Tells whether a reminder came just before in the activity feed of that person: the others of that morning stand below it in the chat. */
  const wasAlerted = (to: PersonId, { kind }: Content): boolean => {
    const before = kind === 'reminder' && alerted.get(to);
    const ms = before ? millisecondsBetween(before, clock.now()) : -1;
    return ms >= 0 && ms < oneMorningMs;
  };

  /** Delivers a message of one dossier, or of none; returns the id of the message that shows it. */
  async function deliverAlone(message: Message, dossier: Dossier | undefined, parcel: Parcel) {
    const { to, content } = message;
    if (to.kind === 'mail') throw new Error('A letter goes by e-mail, not through Teams.');
    if (to.kind === 'channel') return toChannel(await channelAddress(), parcel, notifies(message, dossier));
    const isInPlace = content.kind === 'receipt' && !endsSearch(content, dossier);
    const receipt = isInPlace && dossier && (await receiptOf(to.id, dossier.id));
    const notify = notifies(message, dossier) && !wasAlerted(to.id, content);
    const sent = await (receipt ? inPlaceOf(receipt, to.id, parcel) : toPerson(to.id, parcel, notify));
    if (notify && content.kind === 'reminder') alerted.set(to.id, clock.now());
    if (isUsableId(sent.activityId))
      await shown.note(to.id, sent.activityId, parcel.card, {
        message: message.id,
        number: dossier?.id,
        topic: topicOf(content),
        names: dossier && namedIn(content, dossier.complaint, register.context()),
      });
    return sent;
  }

  /** Says in the place of a list that it is old; tells whether that is done, or the message is not there any more. */
  async function endsList(reader: PersonId, activityId: string): Promise<boolean> {
    try {
      const edit = { card: oldListCard(), summary: 'Klachtenbot' };
      return (await send.edit(reader, activityId, edit)) !== 'unreached';
    } catch (error) {
      if (error instanceof Postponed || error instanceof Undelivered) return false;
      throw error;
    }
  }

  return {
    async deliver(message, dossier, together = []) {
      const handler = unreachedIn(message, dossier);
      if (handler && dossier) return notices.tell(message, handler, [dossier, ...together]);
      const parcel = {
        ...(await outgoing(message, dossier, office)),
        short: shortCard(dossier?.id),
      };
      return deliverAlone(message, dossier, parcel);
    },

    /** Updates the notices in chats about who is not reached, and ends old lists. */
    refresh: () => Promise.all([notices.refresh(), shown.endOld(endsList)]),

    /** Brings the cards of a dossier in the personal chats up to date. */
    refreshCards: liveCards(office, send, shown),
  } satisfies Delivery & { refresh(): Promise<unknown>; refreshCards: ReturnType<typeof liveCards> };
}
