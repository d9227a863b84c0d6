import { randomUUID } from 'node:crypto';
import { type Chat, teamId, teamsId } from './directory.ts';
import { type TryoutPerson, tryoutTenant } from './people.ts';
import type { Json } from './routes.ts';

/** Where and when an activity comes from. */
export type Origin = { person: TryoutPerson; chat: Chat; at: string; serviceUrl: string };

const bot = { id: '28:klachtenbot', name: 'Klachtenbot' };
const mention = `<at>${bot.name}</at>`;

/** What somebody types; in a channel it is said to the bot by name. */
export function messageActivity(origin: Origin, text: string): Json {
  const addressed = origin.chat.kind === 'channel';
  const entities = addressed ? [{ type: 'mention', text: mention, mentioned: bot }] : [];
  return {
    ...envelope(origin, 'message', entities),
    text: addressed ? `${mention} ${text}` : text,
    textFormat: 'plain',
    attachments: [],
  };
}

/** A card's Action.Submit: a message without text. */
export function submitActivity(origin: Origin, value: unknown, replyToId?: string): Json {
  return { ...envelope(origin, 'message'), value, replyToId };
}

/** A card's Action.Execute. */
export function pressActivity(origin: Origin, action: unknown, replyToId: string): Json {
  return invokeActivity(origin, 'adaptiveCard/action', { action, trigger: 'manual' }, replyToId);
}

/** An invoke without a card behind it, or with: what opens a dialog, and what is sent from inside one. */
export function invokeActivity(origin: Origin, name: string, value: Json, replyToId?: string): Json {
  return { ...envelope(origin, 'invoke'), name, value, replyToId };
}

/** The answer to the offer of a file: `value` says which file, and where it goes when it is wanted. */
export function consentActivity(origin: Origin, value: Json, replyToId: string): Json {
  return invokeActivity(origin, 'fileConsent/invoke', value, replyToId);
}

/**
 * The app is installed for a person or in the channel, or taken away. Teams says so twice: that the bot is a member from
 * now on, or no more, and that the app was installed or taken away. Of a personal chat the bot stays a member.
 */
export function installationActivities(origin: Origin, installed: boolean): Json[] {
  const update = { ...envelope(origin, 'installationUpdate'), action: installed ? 'add' : 'remove' };
  if (installed) return [{ ...envelope(origin, 'conversationUpdate'), membersAdded: [bot] }, update];
  if (origin.chat.kind === 'personal') return [update];
  return [{ ...envelope(origin, 'conversationUpdate'), membersRemoved: [bot] }, update];
}

function envelope({ person, chat, at, serviceUrl }: Origin, type: string, entities: Json[] = []): Json {
  const channel = chat.kind === 'channel';
  return {
    type,
    id: randomUUID(),
    timestamp: at,
    localTimezone: 'Europe/Amsterdam',
    locale: 'nl-NL',
    channelId: 'msteams',
    serviceUrl,
    from: { id: teamsId(person), name: person.name, aadObjectId: person.id },
    recipient: bot,
    conversation: {
      id: chat.id,
      conversationType: chat.kind,
      tenantId: tryoutTenant,
      ...(channel && { isGroup: true, name: chat.title }),
    },
    channelData: {
      tenant: { id: tryoutTenant },
      ...(channel && {
        teamsChannelId: chat.id,
        teamsTeamId: teamId,
        channel: { id: chat.id },
        team: { id: teamId, name: 'Ballance' },
      }),
    },
    entities: [
      { type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web', timezone: 'Europe/Amsterdam' },
      ...entities,
    ],
  };
}
