import { createHash } from 'node:crypto';
import { type TryoutPerson, tryoutTenant } from './people.ts';

/** The channel of the try-out, and the team it is in. */
export const channelId = '19:klachten@thread.tacv2';
export const teamId = '19:ballance@thread.tacv2';

/** A conversation of the try-out: one for each person, and the channel. */
export type Chat = { id: string; kind: 'personal' | 'channel'; title: string; person?: TryoutPerson };

/** A person as Teams describes a member of a conversation. */
export type Member = {
  id: string;
  aadObjectId: string;
  objectId: string;
  name: string;
  givenName: string;
  surname: string;
  email: string;
  userPrincipalName: string;
  tenantId: string;
  userRole: 'user';
};

/** The people and conversations of the try-out. Ids of conversations and members are opaque, and stay the same. */
export type Directory = {
  people: readonly TryoutPerson[];
  chats: readonly Chat[];
  /** @param id an Entra object id, or the id Teams gives a person ('29:…') */
  person(id: unknown): TryoutPerson | undefined;
  /** @param id a conversation id; that of the team, or of a thread in the channel, is the channel */
  chat(id: unknown): Chat | undefined;
  chatOf(person: TryoutPerson): Chat;
  members(chat: Chat): Member[];
};

export function directory(people: readonly TryoutPerson[]): Directory {
  const personal = people.map((person): Chat => {
    return { id: `a:1${opaque(`chat ${person.id}`)}`, kind: 'personal', title: person.name, person };
  });
  const channel: Chat = { id: channelId, kind: 'channel', title: 'Klachten' };
  const chats = [...personal, channel];
  const byId = new Map(chats.map((chat) => [chat.id, chat]));
  const byPerson = new Map(personal.map((chat) => [chat.person?.id, chat]));
  const byMember = new Map(people.flatMap((person) => idsOf(person).map((id) => [id, person] as const)));

  return {
    people,
    chats,
    person: (id) => byMember.get(memberKey(String(id))),
    chat: (id) => {
      const root = String(id).split(';')[0] ?? '';
      return root === teamId ? channel : byId.get(root);
    },
    chatOf: (person) => byPerson.get(person.id) ?? channel,
    members: (chat) => (chat.person ? [chat.person] : people).map(memberOf),
  };
}

/** Makes the id that Teams gives a person in this bot's conversations. */
export function teamsId(person: TryoutPerson): string {
  return `29:1${opaque(`person ${person.id}`)}`;
}

export function memberOf(person: TryoutPerson): Member {
  const [givenName = '', ...rest] = person.name.split(' ');
  return {
    id: teamsId(person),
    aadObjectId: person.id,
    objectId: person.id,
    name: person.name,
    givenName,
    surname: rest.join(' '),
    email: person.mail,
    userPrincipalName: person.mail,
    tenantId: tryoutTenant,
    userRole: 'user',
  };
}

function idsOf(person: TryoutPerson): string[] {
  return [memberKey(person.id), teamsId(person)];
}

/** Normalises an id: GUIDs are written in either case; Teams ids are not. */
function memberKey(id: string): string {
  return id.startsWith('29:') ? id : id.toLowerCase();
}

function opaque(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}
