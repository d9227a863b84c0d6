import {
  type Activity,
  type ChannelAccount,
  type CloudAdapter,
  type ConversationParameters,
  type ConversationReference,
  TeamsInfo,
  teamsNotifyUser,
} from 'botbuilder';
import type { AppRegistration } from '../../identity/own-identity.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { isUsableId, noId, Undelivered } from '../../register/model/delivery.ts';
import type { Home } from '../../register/model/memos.ts';
import type { ConversationAddress } from '../../register/model/shown-messages.ts';
import { type TokenAuthority, teamsAuthentication } from './adapter.ts';
import { onceAndInTime } from './client-pipeline.ts';
import type { Member } from './colleagues.ts';
import { PlainSending } from './plain-sending.ts';

/** The channel that the bot lives in. */
const channelId = 'msteams';

/** The audience of the token of an outgoing request. */
const audience = 'https://api.botframework.com';

/** Makes the adapter for sending outside a turn: each request is made once and ends in time, because the outbox retries. */
export const outboxAdapter = (app: AppRegistration | undefined, authority?: TokenAuthority): CloudAdapter =>
  new PlainSending(teamsAuthentication(app, authority, onceAndInTime));

export type Connector = ReturnType<typeof connector>;

const same = (serviceUrl: string): string => serviceUrl;

/**
 * Sends and asks outside a turn. Throws what the platform answers, and `Undelivered` where it creates a chat without naming
 * it. `urlNow` tells where a service has moved.
 */
export function connector(adapter: CloudAdapter, appId = '', urlNow: (serviceUrl: string) => string = same) {
  const referenceTo = ({ serviceUrl, tenantId, botId, conversationId }: ConversationAddress) =>
    ({
      serviceUrl: urlNow(serviceUrl),
      channelId,
      bot: { id: botId },
      conversation: { id: conversationId, tenantId },
    }) as Partial<ConversationReference>;

  return {
    /** Returns the address of the personal chat with somebody; creates the chat where there is none. */
    async chatWith(personId: PersonId, { serviceUrl, tenantId, botId }: Home): Promise<ConversationAddress> {
      const parameters: ConversationParameters = {
        isGroup: false,
        bot: account(botId),
        members: [account(personId)],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      let conversationId: unknown;
      await adapter.createConversationAsync(
        appId,
        channelId,
        urlNow(serviceUrl),
        appId ? audience : '',
        parameters,
        async (context) => {
          conversationId = context.activity.conversation.id;
        },
      );
      if (!isUsableId(conversationId)) throw new Undelivered(noId, true);
      return { serviceUrl, tenantId, botId, conversationId };
    },

    /** Sends an activity and returns the platform's id. `notify`: show it in the activity feed. */
    async send(address: ConversationAddress, activity: Partial<Activity>, notify: boolean): Promise<string> {
      if (notify) teamsNotifyUser(activity as Activity);
      let activityId = '';
      await adapter.continueConversationAsync(appId, referenceTo(address), async (context) => {
        activityId = (await context.sendActivity(activity))?.id ?? '';
      });
      return activityId;
    },

    /** Replaces an activity that was sent there. Tells whether the platform says which message that is. */
    async replace(address: ConversationAddress, id: string, activity: Partial<Activity>): Promise<boolean> {
      let replaced: unknown;
      await adapter.continueConversationAsync(appId, referenceTo(address), async (context) => {
        const { conversation } = context.activity;
        replaced = (await context.updateActivity({ ...activity, id, conversation }))?.id;
      });
      return isUsableId(replaced);
    },

    /** Deletes an activity that was sent there. */
    async remove(address: ConversationAddress, id: string): Promise<void> {
      await adapter.continueConversationAsync(appId, referenceTo(address), async (context) => {
        await context.deleteActivity(id);
      });
    },

    /** Returns a member of that conversation, by Entra object id, as Teams describes them. */
    async memberIn(address: ConversationAddress, personId: PersonId): Promise<Member> {
      let found: Member | undefined;
      await adapter.continueConversationAsync(appId, referenceTo(address), async (context) => {
        found = await TeamsInfo.getMember(context, personId);
      });
      if (!found) throw new Error('Teams describes nobody.');
      return found;
    },
  };
}

/** Makes an account of an id alone: its type asks for a name as well, and Teams does without. */
const account = (id: string) => ({ id }) as ChannelAccount;
