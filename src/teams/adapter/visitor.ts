import type { Activity, ConversationAccount } from 'botbuilder';
import { oneLine } from '../../letters/readable.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { isGuid, isPersonId, type PersonId, personId } from '../../procedure/model/person-id.ts';
import type { ConversationAddress } from '../../register/model/shown-messages.ts';
import { shortened } from '../form/text.ts';

/** Who speaks, and where, by the authenticated activity; nothing of it comes from a card. */
export type Visitor = {
  person: Person;
  /** Whether it is their own chat with the bot; any other is read by others as well. */
  personal: boolean;
  /** Whether it is a channel that teams share, in which people of other organisations may read along. */
  isShared?: boolean;
  address: ConversationAddress;
  /** The locale of the client, such as 'nl-NL'. */
  locale?: string;
};

/** The name of a colleague while their name is unknown: an activity of Teams need not give it. */
export const nameless = 'Een collega';

/** Returns the name of a person, if it is known. */
export const nameOf = (person: Person | undefined): string | undefined =>
  person?.name === nameless ? undefined : person?.name || undefined;

/** Returns the Entra object id of the sender, in lower case. */
export const speakerOf = ({ from }: Partial<Activity>): PersonId | undefined =>
  isGuid(from?.aadObjectId) ? personId(from.aadObjectId.toLowerCase()) : undefined;

/**
 * Reads who speaks; undefined when the activity has no Entra object id, which Teams always gives. Only the try-out
 * (`anyClient`) accepts the client's own id of a person.
 */
export function visitorOf(activity: Partial<Activity>, anyClient: boolean): Visitor | undefined {
  const { from, conversation, recipient } = activity;
  const id = speakerOf(activity) ?? (anyClient ? textIn(from?.id) : undefined);
  const conversationId = textIn(conversation?.id);
  const serviceUrl = textIn(activity.serviceUrl);
  if (!id || !isPersonId(id) || !conversationId || !serviceUrl) return undefined;
  const tenantId = textIn(conversation?.tenantId) ?? textIn(activity.channelData?.tenant?.id);
  return {
    person: { id, name: personName(from?.name) || nameless },
    personal: isPersonal(activity),
    isShared: activity.channelData?.channel?.type === 'shared',
    address: { serviceUrl, conversationId, tenantId, botId: textIn(recipient?.id) ?? '' },
    locale: textIn(activity.locale),
  };
}

/** Returns a text of an activity, whose fields are as the client sent them: also null where the SDK promises a text. */
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The most characters of a name that are kept. */
const longestName = 100;

/** Cleans the name that Teams gives a person to one line: letters and headers of e-mails bear it. */
export const personName = (name?: string | null): string => shortened(oneLine(name ?? ''), longestName);

/** Tells whether an activity comes from somebody's own chat with the bot. */
export const isPersonal = (activity: Partial<Activity>): boolean =>
  !isMessageAction(activity) && activity.conversation !== undefined && isBetweenTwo(activity.conversation);

const isBetweenTwo = ({ conversationType, isGroup }: ConversationAccount): boolean =>
  conversationType ? conversationType === 'personal' : !isGroup;

/** Tells whether it is a message action, which also works in chats where the bot is no member. */
const isMessageAction = ({ name }: Partial<Activity>): boolean =>
  typeof name === 'string' && name.startsWith('composeExtension/');
