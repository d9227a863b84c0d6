import { randomUUID } from 'node:crypto';
import { type Chat, type Directory, memberOf } from './directory.ts';
import type { Fault, Faults } from './faults.ts';
import { filesIn } from './file-attachments.ts';
import type { Live } from './live.ts';
import type { Memory, Said } from './memory.ts';
import { type Answer, type Asked, isJson, type Json, type Routes, text } from './routes.ts';

type Context = {
  directory: Directory;
  memory: Memory;
  faults: Faults;
  live: Live;
  now: () => string;
  serviceUrl: () => string;
  installed: (chat: Chat) => boolean;
};

/** The most bytes of a message; Teams answers 413 somewhere above this. */
const largest = 100_000;

/** Serves the connector API to which a bot sends (Bot Framework, v3), as Teams does. */
export function connector(route: Routes, root: string, context: Context): void {
  const { directory, memory, live } = context;
  const one = `${root}v3/conversations/:cid`;

  route('POST', `${root}v3/conversations`, ({ body, size }) => {
    const channel =
      isJson(body.channelData) && isJson(body.channelData.channel) && body.channelData.channel.id;
    const member = Array.isArray(body.members) && isJson(body.members[0]) ? body.members[0].id : undefined;
    const person = directory.person(member);
    const chat = channel ? directory.chat(channel) : person && directory.chatOf(person);
    if (!chat || !context.installed(chat)) return forbidden;
    const fault = context.faults.meet(chat) ?? tooLarge(size);
    if (fault) return faulty(fault);
    const first = isJson(body.activity) ? add(chat, body.activity) : randomUUID();
    const id = channel ? `${chat.id};messageid=${first}` : chat.id;
    return { status: 201, body: { id, activityId: first, serviceUrl: context.serviceUrl() } };
  });

  const send = sending((chat, activity) => ({ status: 201, body: { id: add(chat, activity) } }));
  route('POST', `${one}/activities`, send);
  route('POST', `${one}/activities/:aid`, send);

  const update = sending((chat, activity, aid) => {
    const before = memory.find(chat.id, aid);
    if (before?.from !== 'bot') return unknownActivity;
    memory.replace(chat.id, { ...before, ...shown(activity), edited: before.edited + 1 });
    live.tell({ event: 'changed', conversationId: chat.id });
    return { status: 200, body: { id: aid } };
  });
  route('PUT', `${one}/activities/:aid`, update);

  const remove = sending((chat, _, aid) => {
    if (memory.find(chat.id, aid)?.from !== 'bot' || !memory.remove(chat.id, aid)) return unknownActivity;
    live.tell({ event: 'changed', conversationId: chat.id });
    return { status: 200 };
  });
  route('DELETE', `${one}/activities/:aid`, remove);

  route(
    'GET',
    `${one}/members`,
    ofChat((chat) => ({ status: 200, body: directory.members(chat) })),
  );
  route(
    'GET',
    `${one}/pagedmembers`,
    ofChat((chat) => ({ status: 200, body: { members: directory.members(chat) } })),
  );
  route(
    'GET',
    `${one}/members/:mid`,
    ofChat((chat, { params }) => {
      const person = directory.person(params.mid);
      const member = person && memberOf(person);
      const present = directory.members(chat).find(({ id }) => id === member?.id);
      return present ? { status: 200, body: present } : unknownMember;
    }),
  );

  function ofChat(handle: (chat: Chat, asked: Asked) => Answer) {
    return (asked: Asked): Answer => {
      const chat = directory.chat(asked.params.cid);
      return chat ? handle(chat, asked) : unknownConversation;
    };
  }

  function sending(handle: (chat: Chat, activity: Json, aid: string) => Answer) {
    return ofChat((chat, { params, body, size }) => {
      if (!context.installed(chat)) return notInRoster;
      const fault = body.type === 'typing' ? undefined : (context.faults.meet(chat) ?? tooLarge(size));
      return fault ? faulty(fault) : handle(chat, body, params.aid ?? '');
    });
  }

  /** Adds an activity to a chat. Keeps messages only; typing shows for a moment. */
  function add(chat: Chat, activity: Json): string {
    const id = randomUUID();
    if (activity.type === 'typing') live.tell({ event: 'typing', conversationId: chat.id });
    if (activity.type !== 'message') return id;
    const said = { id, from: 'bot', name: 'Klachtenbot', at: context.now(), edited: 0, ...shown(activity) };
    memory.add(chat.id, said);
    live.tell({ event: 'changed', conversationId: chat.id });
    return id;
  }
}

function shown(activity: Json): Pick<Said, 'text' | 'card' | 'offer' | 'file' | 'notify' | 'summary'> {
  const attachments = Array.isArray(activity.attachments) ? activity.attachments.filter(isJson) : [];
  const card = attachments.find(
    ({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive',
  );
  const data = isJson(activity.channelData) ? activity.channelData : {};
  const notify = isJson(data.notification) && data.notification.alert === true;
  const [words, summary] = [text(activity.text) ?? '', text(activity.summary)];
  return { text: words, card: card?.content, ...filesIn(attachments), notify, summary };
}

function tooLarge(size: number): Fault | undefined {
  return size > largest ? { status: 413, code: 'MessageSizeTooBig', times: 1 } : undefined;
}

function faulty(fault: Fault): Answer {
  const answer = failure(fault.status, fault.code, 'Fault of the try-out.');
  if (fault.retryAfter === undefined) return answer;
  return { ...answer, headers: { 'Retry-After': String(fault.retryAfter) } };
}

function failure(status: number, code: string, message: string) {
  return { status, body: { error: { code, message } } };
}

const forbidden = failure(403, 'ForbiddenOperationException', 'The bot is not installed for this recipient.');
const notInRoster = failure(
  403,
  'BotNotInConversationRoster',
  'The bot is not part of the conversation roster.',
);
const unknownConversation = failure(404, 'ConversationNotFound', 'Conversation not found.');
const unknownActivity = failure(404, 'ActivityNotFoundInConversation', 'Activity not found.');
const unknownMember = failure(404, 'MemberNotFoundInConversation', 'Member not found.');
