import type { PersonId } from '../../procedure/model/person-id.ts';
import { isUsableId, notAColleague, Postponed, Undelivered } from '../../register/model/delivery.ts';
import type { ConversationAddress } from '../../register/model/shown-messages.ts';
import { type Instant, later } from '../../time/local-date.ts';
import type { AddressBook } from '../adapter/address-book.ts';
import type { Connector } from '../adapter/connector.ts';
import { cardMessage } from '../adapter/responses.ts';
import type { Card } from '../cards/template.ts';
import type { Outgoing } from './case-card.ts';
import type { OutgoingLimits } from './outgoing-limits.ts';
import { type PlatformFault, platformFault } from './platform-faults.ts';

/** A card to send by itself, and a short one to replace it where it is too large. */
export type Parcel = Outgoing & { short: Card };

/** Milliseconds until the next try at a person who cannot be reached, unless they are heard from before. */
const unreachableMs = 60 * 60_000;

/** Milliseconds to wait where the platform does not say how long. */
const unsaidWaitMs = 5_000;

/** What became of an edit. 'gone': the message is not there any more, or can hold no such card; 'unreached': nobody reads it now. */
export type Edited = 'edited' | 'gone' | 'unreached';

/** A card in the place of a message; `removes`: the message goes, where Teams deletes it. */
export type Edit = Outgoing & { removes?: boolean };

export type SendingParts = {
  connector: Connector;
  addresses: AddressBook;
  clock: { now(): Instant };
  limits: OutgoingLimits;
  /** Tells whether the person in that chat may be written to. Throws when Teams cannot tell. */
  isColleague(personId: PersonId, address: ConversationAddress): Promise<boolean>;
};

/** A refusal of the platform, with its remedy. */
class Refused extends Error {
  readonly fault: PlatformFault;

  constructor(fault: PlatformFault) {
    super(fault.reason);
    this.fault = fault;
  }
}

/** Sends cards in Teams, with a remedy for each error of the platform. Throws `Undelivered` or `Postponed`. */
export function sending({ connector, addresses, clock, limits, isColleague }: SendingParts) {
  const inMs = (ms: number): Instant => later(clock.now(), ms);

  const asked = async <T>(request: () => Promise<T>): Promise<T> => {
    try {
      return await request();
    } catch (error) {
      throw error instanceof Undelivered ? error : new Refused(platformFault(error));
    }
  };

  /** Makes a request to a chat when the limits have room for it. */
  async function paced<T>({ conversationId, tenantId }: ConversationAddress, request: () => Promise<T>) {
    const { waitMs, ended } = await limits.take(conversationId, tenantId);
    if (waitMs > 0) throw new Postponed(inMs(waitMs));
    try {
      return await asked(request);
    } catch (error) {
      if (error instanceof Refused && error.fault.remedy === 'wait')
        await limits.hold(conversationId, error.fault.waitMs || unsaidWaitMs);
      throw error;
    } finally {
      ended();
    }
  }

  const post = (address: ConversationAddress, card: Card, summary: string, notify: boolean) =>
    paced(address, () => connector.send(address, cardMessage(card, summary), notify));

  const update = (address: ConversationAddress, activityId: string, { card, summary }: Outgoing) =>
    paced(address, () => connector.replace(address, activityId, cardMessage(card, summary)));

  async function fitting(address: ConversationAddress, parcel: Parcel, notify: boolean): Promise<string> {
    try {
      return await post(address, parcel.card, parcel.summary, notify);
    } catch (error) {
      if (!isRefused(error, 'shrink')) throw error;
      return await post(address, parcel.short, parcel.summary, notify);
    }
  }

  async function newChatWith(personId: PersonId): Promise<ConversationAddress> {
    const home = await addresses.home();
    if (!home) throw new Undelivered('no activity has come from Teams yet', true);
    return asked(() => connector.chatWith(personId, home));
  }

  async function chatWith(personId: PersonId): Promise<ConversationAddress> {
    const contact = await addresses.contact(personId);
    const known = isUsableId(contact?.address?.conversationId) ? contact?.address : undefined;
    const address = known ?? (await newChatWith(personId));
    if (!(await asked(() => isColleague(personId, address)))) throw new Undelivered(notAColleague, false);
    if (!known) await addresses.record(contact?.person ?? { id: personId, name: '' }, address);
    return address;
  }

  async function forget(personId: PersonId): Promise<void> {
    const contact = await addresses.contact(personId);
    await addresses.record(contact?.person ?? { id: personId, name: '' }, undefined);
  }

  async function inPerson(personId: PersonId, parcel: Parcel, notify: boolean): Promise<string> {
    try {
      return await fitting(await chatWith(personId), parcel, notify);
    } catch (error) {
      if (isRefused(error, 'await-installation')) await forget(personId);
      if (!isRefused(error, 'renew')) throw error;
      await forget(personId);
      return await fitting(await chatWith(personId), parcel, notify);
    }
  }

  /** Sends a new message where the old one is gone, or the platform does not confirm that it was replaced. */
  async function orAnew(activityId: string, replacing: Promise<boolean>, anew: () => Promise<string>) {
    try {
      if (await replacing) return activityId;
    } catch (error) {
      if (!isRefused(error, 'renew') && !isRefused(error, 'shrink')) throw error;
    }
    return anew();
  }

  async function updateIfThere(address: ConversationAddress, activityId: string, outgoing: Outgoing) {
    try {
      await update(address, activityId, outgoing);
    } catch (error) {
      const mayGoBetter = !(error instanceof Refused) || ['wait', 'back-off'].includes(error.fault.remedy);
      if (mayGoBetter) throw undelivered(error);
    }
  }

  /** Deletes a message. Tells whether Teams does that: it can always be edited instead. */
  async function removed(address: ConversationAddress, activityId: string): Promise<boolean> {
    try {
      await paced(address, () => connector.remove(address, activityId));
      return true;
    } catch (error) {
      if (isRefused(error, 'back-off')) return false;
      throw error;
    }
  }

  async function editAt(
    address: ConversationAddress,
    activityId: string,
    { removes, ...outgoing }: Edit,
  ): Promise<Edited> {
    try {
      if (removes && (await removed(address, activityId))) return 'gone';
      await update(address, activityId, outgoing);
      return 'edited';
    } catch (error) {
      if (isRefused(error, 'renew') || isRefused(error, 'shrink')) return 'gone';
      if (isRefused(error, 'await-installation') || isRefused(error, 'await-recipient')) return 'unreached';
      throw undelivered(error);
    }
  }

  async function edit(personId: PersonId, activityId: string, outgoing: Edit): Promise<Edited> {
    const address = (await addresses.contact(personId))?.address;
    return address ? editAt(address, activityId, outgoing) : 'unreached';
  }

  /** Returns for how many milliseconds at the least the chat with somebody has no room; 0 also where there is no chat. */
  async function noRoomFor(personId: PersonId): Promise<number> {
    const address = (await addresses.contact(personId))?.address;
    return address ? limits.noRoomFor(address.conversationId) : 0;
  }

  function undelivered(error: unknown): unknown {
    if (!(error instanceof Refused)) return error;
    const { remedy, reason, waitMs } = error.fault;
    switch (remedy) {
      case 'wait':
        return new Undelivered(reason, true, { notBefore: inMs(waitMs || unsaidWaitMs) });
      case 'await-installation':
      case 'await-recipient':
        return new Undelivered(reason, true, { notBefore: inMs(unreachableMs), unreachable: true });
      case 'shrink':
        return new Undelivered(reason, false, { ofMessage: true });
      case 'back-off':
      case 'renew':
        return new Undelivered(reason, true, { notBefore: waitMs > 0 ? inMs(waitMs) : undefined });
      default:
        return remedy satisfies never;
    }
  }

  const sent = (activityId: Promise<string>): Promise<{ activityId: string }> =>
    activityId.then(
      (id) => ({ activityId: id }),
      (error) => Promise.reject(undelivered(error)),
    );

  return {
    /**
     * Sends to the personal chat with somebody, which is created where there is none. `notify`: show it in their activity
     * feed.
     */
    toPerson: (personId: PersonId, parcel: Parcel, notify: boolean) =>
      sent(inPerson(personId, parcel, notify)),
    /** Replaces a card in the personal chat with somebody. */
    inPlaceOf: (activityId: string, personId: PersonId, parcel: Parcel) =>
      sent(
        orAnew(
          activityId,
          chatWith(personId).then((address) => update(address, activityId, parcel)),
          () => inPerson(personId, parcel, false),
        ),
      ),
    /** Replaces a card in a channel. */
    inChannelInPlaceOf: (activityId: string, address: ConversationAddress, parcel: Parcel) =>
      sent(orAnew(activityId, update(address, activityId, parcel), () => fitting(address, parcel, false))),
    /** Replaces a message if it still exists and its chat can be reached. Throws where it may go better later. */
    updateIfThere,
    /** Edits a card in the personal chat with somebody. Throws `Undelivered` or `Postponed` where it may go better later. */
    edit,
    /** Does so in that chat. */
    editAt,
    noRoomFor,
    /** Sends to a channel. */
    toChannel: (address: ConversationAddress, parcel: Parcel, notify: boolean) =>
      sent(fitting(address, parcel, notify)),
  };
}

const isRefused = (error: unknown, remedy: PlatformFault['remedy']): boolean =>
  error instanceof Refused && error.fault.remedy === remedy;
