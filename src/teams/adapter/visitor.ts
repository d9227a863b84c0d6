import type { Activity, ConversationAccount } from 'botbuilder';
import { oneLine } from '../../letters/readable.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import type { ConversationAddress } from '../../register/model/linked-channel.ts';
import { shortened } from '../form/text.ts';

/** Who speaks, where, as the authenticated activity says; nothing of it comes from a card. */
export type Visitor = {
  person: Person;
  /** Everything but somebody's own chat with the bot is read by others as well. */
  personal: boolean;
  address: ConversationAddress;
  /** Of the client, such as 'nl-NL'. */
  locale?: string;
};

/** What a colleague is called as long as nobody knows their name: an activity of Teams need not say it. */
export const nameless = 'Een collega';

/** What somebody is called, if it is known. */
export const nameOf = (person: Person | undefined): string | undefined =>
  person?.name === nameless ? undefined : person?.name || undefined;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The Entra object id of who speaks, in lower case. */
export const speakerOf = ({ from }: Partial<Activity>): string | undefined =>
  guid.test(from?.aadObjectId ?? '') ? from?.aadObjectId?.toLowerCase() : undefined;

/**
 * Undefined when the activity does not say who it comes from: Teams always gives the Entra object id. Only in the
 * try-out (`anyClient`) the client's own id for a person will do.
 */
export function visitorOf(activity: Partial<Activity>, anyClient: boolean): Visitor | undefined {
  const { from, conversation, serviceUrl, recipient } = activity;
  const id = speakerOf(activity) ?? (anyClient ? from?.id : undefined);
  if (!id || !conversation?.id || !serviceUrl) return undefined;
  const tenantId = conversation.tenantId ?? activity.channelData?.tenant?.id;
  return {
    person: { id, name: personName(from?.name) || nameless },
    personal: isPersonal(activity),
    address: { serviceUrl, conversationId: conversation.id, tenantId, botId: recipient?.id ?? '' },
    locale: typeof activity.locale === 'string' ? activity.locale : undefined,
  };
}

/** The most characters of somebody's name that are kept. */
const longestName = 100;

/** The name of a person as Teams gives it, in one line: letters and headers of mails bear it. */
export const personName = (name?: string | null): string => shortened(oneLine(name ?? ''), longestName);

/** Whether it comes from somebody's own chat with the bot. */
export const isPersonal = (activity: Partial<Activity>): boolean =>
  !isMessageAction(activity) && activity.conversation !== undefined && isBetweenTwo(activity.conversation);

const isBetweenTwo = ({ conversationType, isGroup }: ConversationAccount): boolean =>
  conversationType ? conversationType === 'personal' : !isGroup;

/** A message action is used wherever people speak: also in a chat of two in which the bot has no part. */
const isMessageAction = ({ name }: Partial<Activity>): boolean =>
  typeof name === 'string' && name.startsWith('composeExtension/');
