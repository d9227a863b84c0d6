import type { PersonId } from '../../procedure/model/person-id.ts';
import { Postponed, usable } from '../../register/model/delivery.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { NoticePlace, StandingNotice } from '../../register/model/memos.ts';
import { type Message, personIn, type Recipient, recipientRules } from '../../register/model/message.ts';
import type { ConversationAddress } from '../../register/model/shown-messages.ts';
import { isPassedOn } from '../../register/notify/receipt.ts';
import { changeNotice, standingNotices, stillUnreached } from '../../register/notify/standing-notices.ts';
import { alarmOverCard, newerAlarmCard } from '../cards/channel.ts';
import { shortCard } from '../cards/notice.ts';
import type { Office } from '../office/office.ts';
import type { Outgoing } from './case-card.ts';
import { orElse, stuckMessages } from './forward-by-hand.ts';
import { notifies } from './policy.ts';
import type { Parcel, sending } from './send.ts';

type StandingNoticeParts = {
  office: Office;
  send: ReturnType<typeof sending>;
  /** Returns the address of the linked channel. Throws when none is linked. */
  channelAddress(): Promise<ConversationAddress>;
};

type Sent = Promise<{ activityId: string }>;

type NoticeChat = {
  /** The id of its reader, or of the conversation of the channel. */
  chat: string;
  post(parcel: Parcel, notify: boolean): Sent;
  inPlaceOf(activityId: string, parcel: Parcel): Sent;
};

/**
 * Keeps one notice in each chat about a person whom nothing reaches: later complaints of that day are added to it, and the
 * first of another day is a new notice that replaces it. Complaints that no longer wait leave it; the last one leaves the
 * text that nothing need be done any more.
 */
export function standingNotice({ office, send, channelAddress }: StandingNoticeParts) {
  const { store, register, clock, addresses, log } = office;

  /** Adds complaints to a notice; returns the id of the message that holds them. */
  async function tell(
    message: Message,
    unreached: PersonId,
    told: readonly Dossier[],
  ): Promise<{ activityId: string }> {
    const { to } = message;
    const { chat, post, inPlaceOf } = await chatOf(to);
    const place = { unreached, chat };
    let activityId = '';
    await changeNotice(store, place, clock.now, async (before) => {
      const { stuck } = before ? await stillUnreached(before, store, register.context()) : { stuck: [] };
      const dossiers = inOrder([...stuck, ...told]);
      const parcel = { ...drawn(dossiers, unreached, to, office), short: shortCard(dossiers[0]?.id) };
      const day = clock.today();
      const isSame = before?.day === day && stuck.length > 0;
      ({ activityId } = isSame
        ? await inPlaceOf(before.activityId, parcel)
        : await post(parcel, notifies(message, told[0])));
      usable(activityId);
      const replaced = before && !isSame ? [before.activityId] : [];
      const older = await unreplaced([...(before?.older ?? []), ...replaced], to, place);
      return { to, unreached, activityId, day, numbers: dossiers.map(({ id }) => id), older };
    });
    return { activityId };
  }

  /** Finds the chat with that recipient, and how a notice gets there. */
  async function chatOf(to: Recipient): Promise<NoticeChat> {
    const reader = personIn(to);
    if (reader)
      return {
        chat: reader,
        post: (parcel, notify) => send.toPerson(reader, parcel, notify),
        inPlaceOf: (activityId, parcel) => send.inPlaceOf(activityId, reader, parcel),
      };
    const address = await channelAddress();
    return {
      chat: address.conversationId,
      post: (parcel, notify) => send.toChannel(address, parcel, notify),
      inPlaceOf: (activityId, parcel) => send.inChannelInPlaceOf(activityId, address, parcel),
    };
  }

  /** Updates every notice; a change that fails now is tried the next time. Never rejects. */
  async function refresh(): Promise<void> {
    const all = await standingNotices(store).catch((error: unknown) => {
      log.fault('what stands in chats was not brought up to date', error);
      return [];
    });
    for (const { notice, ...place } of all)
      if (notice)
        await refreshOne(notice, place).catch((error: unknown) => {
          if (!(error instanceof Postponed)) log.fault('a notice was not brought up to date', error);
        });
  }

  async function refreshOne(notice: StandingNotice, place: NoticePlace): Promise<void> {
    const isSo = ({ older, numbers }: StandingNotice, stuck: readonly Dossier[]): boolean =>
      older.length === 0 && stuck.length === numbers.length;
    const now = await stillUnreached(notice, store, register.context());
    if (isSo(notice, now.stuck)) return;
    await changeNotice(store, place, clock.now, async (before) => {
      if (!before) return undefined;
      const { to, unreached, activityId } = before;
      const { stuck, others } = await stillUnreached(before, store, register.context());
      if (stuck.length !== before.numbers.length)
        await replace(
          activityId,
          stuck.length > 0 ? drawn(stuck, unreached, to, office) : over(others, unreached, to),
          to,
          place,
        );
      const older = await unreplaced(before.older, to, place);
      return stuck.length > 0 ? { ...before, numbers: stuck.map(({ id }) => id), older } : undefined;
    });
  }

  /** Makes earlier notices say that there is a newer one; returns those that do not yet. */
  async function unreplaced(older: readonly string[], to: Recipient, place: NoticePlace): Promise<string[]> {
    const left: string[] = [];
    for (const activityId of older) {
      const outgoing = { card: newerAlarmCard(), summary: 'Dit bericht is vervangen' };
      await replace(activityId, outgoing, to, place).catch(() => left.push(activityId));
    }
    return left;
  }

  /** Replaces a notice; nothing to replace where the chat does not exist any more, or is no longer written to. */
  async function replace(
    activityId: string,
    outgoing: Outgoing,
    to: Recipient,
    { chat }: NoticePlace,
  ): Promise<void> {
    const reader = personIn(to);
    const address = reader
      ? (await addresses.contact(reader))?.address
      : await channelAddress().catch(() => undefined);
    if (address && (reader ?? address.conversationId) === chat)
      await send.updateIfThere(address, activityId, outgoing);
  }

  return { tell, refresh };
}

/** Removes doubles and sorts by number. */
const inOrder = (dossiers: readonly Dossier[]): Dossier[] =>
  [...new Map(dossiers.map((dossier) => [dossier.id, dossier])).values()].sort((one, other) =>
    one.id < other.id ? -1 : 1,
  );

/** Returns the name of that handler; the channel does not hear it. */
const nameFor = (to: Recipient, unreached: PersonId, dossiers: readonly Dossier[]): string | undefined =>
  recipientRules[to.kind].hearsNames
    ? dossiers.map(({ complaint }) => complaint.handler?.person).find((person) => person?.id === unreached)
        ?.name
    : undefined;

const drawn = (dossiers: readonly Dossier[], unreached: PersonId, to: Recipient, office: Office): Outgoing =>
  stuckMessages(dossiers, true, nameFor(to, unreached, dossiers), orElse(dossiers, to, office));

/** Makes the card of a notice whose complaints need not be forwarded by hand any more. */
function over(dossiers: readonly Dossier[], unreached: PersonId, to: Recipient): Outgoing {
  const reached = dossiers.filter(
    (dossier) => dossier.complaint.handler?.person.id === unreached && isPassedOn(dossier),
  );
  return {
    card: alarmOverCard(nameFor(to, unreached, reached)),
    summary: 'Hier hoeft niets meer te worden doorgegeven',
  };
}
