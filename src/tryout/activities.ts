import { randomUUID } from 'node:crypto';
import { type Chat, teamId, teamsId } from './directory.ts';
import { type TryoutPerson, tryoutTenant } from './people.ts';
import type { Json } from './routes.ts';

/** The sender, the conversation and the moment of an activity. */
export type Origin = { person: TryoutPerson; chat: Chat; at: string; serviceUrl: string };

const bot = { id: '28:klachtenbot', name: 'Klachtenbot' };
const mention = `<at>${bot.name}</at>`;

/** A file that somebody sends, and where it can be fetched; a pasted picture is of the service itself. */
export type SentFile = { name: string; url: string; type: string; isPasted: boolean };

/** Makes a message of typed text, and of files; in a channel it mentions the bot. */
export function messageActivity(origin: Origin, text: string, files: readonly SentFile[] = []): Json {
  const addressed = origin.chat.kind === 'channel';
  const entities = addressed ? [{ type: 'mention', text: mention, mentioned: bot }] : [];
  return {
    ...envelope(origin, 'message', entities),
    text: addressed ? `${mention} ${text}` : text,
    textFormat: 'plain',
    attachments: files.map((file) => attachmentOf(file, addressed)),
  };
}

/** Makes a file an attachment as Teams does: of a file in a channel it names only where it is. */
function attachmentOf({ name, url, type, isPasted }: SentFile, inChannel: boolean): Json {
  if (isPasted) return { contentType: type.startsWith('image/') ? type : 'image/*', contentUrl: url };
  if (inChannel) return { contentType: 'reference', contentUrl: url, name };
  const content = { downloadUrl: url, uniqueId: randomUUID(), fileType: name.split('.').at(-1) };
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: url,
    name,
    content,
  };
}

/** Makes the activity of a card's Action.Submit: a message without text. */
export function submitActivity(origin: Origin, value: unknown, replyToId?: string): Json {
  return { ...envelope(origin, 'message'), value, replyToId };
}

/** Makes the activity of a card's Action.Execute. */
export function pressActivity(origin: Origin, action: unknown, replyToId: string): Json {
  return invokeActivity(origin, 'adaptiveCard/action', { action, trigger: 'manual' }, replyToId);
}

/** Makes an invoke, with or without a card behind it: to open a dialog, or to send what is filled in there. */
export function invokeActivity(origin: Origin, name: string, value: Json, replyToId?: string): Json {
  return { ...envelope(origin, 'invoke'), name, value, replyToId };
}

/** Makes the answer to the offer of a file: `value` names the file and, when it is accepted, the place for it. */
export function consentActivity(origin: Origin, value: Json, replyToId: string): Json {
  return invokeActivity(origin, 'fileConsent/invoke', value, replyToId);
}

/**
 * Makes the activities of installing the app, for a person or in the channel, or of removing it. Teams sends two: that the bot
 * is a member or no longer one, and that the app was installed or removed. In a personal chat the bot stays a member.
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
