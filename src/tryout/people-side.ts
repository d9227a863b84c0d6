import {
  installationActivities,
  messageActivity,
  type Origin,
  pressActivity,
  type SentFile,
  submitActivity,
} from './activities.ts';
import { type BotAnswer, tellBot } from './bot.ts';
import { type Chat, channelId, type Directory } from './directory.ts';
import type { Live } from './live.ts';
import type { Memory } from './memory.ts';
import { originIn, unknownOrigin } from './origin.ts';
import { type Answer, isJson, type Json, type Routes, refused, text } from './routes.ts';

type Context = {
  directory: Directory;
  memory: Memory;
  live: Live;
  now: () => string;
  serviceUrl: () => string;
  baseUrl: () => string;
  botUrl: () => string;
  installed: (chat: Chat) => boolean;
};

/** Serves what people do in their chats: type a message, press a button, install the app. */
export function peopleSide(route: Routes, context: Context): void {
  const { directory, memory, live } = context;
  const originOf = (body: Json) => originIn(body, context);

  /** Sends a text, and files that were kept before; with `value`, submits a card (Action.Submit), which Teams does not show. */
  route('POST', '/tryout/api/say', async ({ body }): Promise<Answer> => {
    const origin = originOf(body);
    if (!origin) return unknownOrigin;
    if (!context.installed(origin.chat))
      return refused(409, 'De app is hier niet geïnstalleerd. Voeg haar toe.');
    const typed = text(body.text) ?? '';
    const files = filesIn(body.files);
    if (!typed.trim() && files.length === 0 && body.value === undefined)
      return refused(400, 'Typ eerst een bericht.');
    const activity =
      body.value === undefined
        ? messageActivity(origin, typed, files)
        : submitActivity(origin, body.value, text(body.replyToId));
    const activityId = String(activity.id);
    if (typed.trim() || files.length > 0) remember(origin, activityId, typed, files);
    const { status } = await tellBot(context.botUrl(), activity);
    return { status: 200, body: { status, activityId } };
  });

  /** Presses a card's Action.Execute. A card in the response replaces the card that was pressed. */
  route('POST', '/tryout/api/press', async ({ body }): Promise<Answer> => {
    const origin = originOf(body);
    if (!origin) return unknownOrigin;
    const activityId = text(body.activityId) ?? '';
    const pressed = pressActivity(origin, executed(body.action, body.inputs), activityId);
    const answer = await tellBot(context.botUrl(), pressed);
    replaceCard(origin.chat, activityId, answer);
    return { status: 200, body: answer };
  });

  /** Installs or removes the app. Everybody has it at first; without it nothing can be sent to a person or the channel. */
  route('POST', '/tryout/api/install', async ({ body }): Promise<Answer> => {
    const inChannel = body.channel !== undefined && body.channel !== false;
    const personId = body.personId ?? directory.people[0]?.id;
    const origin = originOf({ personId, ...(inChannel && { conversationId: channelId }) });
    if (!origin) return unknownOrigin;
    const installed = body.installed !== false;
    memory.note(`installed ${origin.chat.id}`, installed);
    live.tell({ event: 'changed', conversationId: origin.chat.id });
    const answers: BotAnswer[] = [];
    for (const activity of installationActivities(origin, installed)) {
      answers.push(await tellBot(context.botUrl(), activity));
    }
    return { status: 200, body: answers.find(({ status }) => status >= 400) ?? answers.at(-1) };
  });

  /** Finds the files that a message names, as they were kept. */
  function filesIn(named: unknown): SentFile[] {
    if (!Array.isArray(named)) return [];
    return named.filter(isJson).flatMap(({ id, type, pasted }) => {
      const file = memory.file(String(id));
      const url = `${context.baseUrl().replace(/\/$/, '')}/tryout/files/${id}`;
      return file ? [{ name: file.name, url, type: text(type) ?? '', isPasted: pasted === true }] : [];
    });
  }

  function remember({ person, chat, at }: Origin, id: string, typed: string, files: SentFile[]): void {
    const shown = chat.kind === 'channel' ? `@Klachtenbot ${typed}` : typed;
    memory.add(chat.id, {
      id,
      from: person.id,
      name: person.name,
      text: shown,
      ...(files.length > 0 && {
        sent: files.map(({ name, url, isPasted }) => ({
          name,
          url: new URL(url).pathname,
          isPicture: isPasted,
        })),
      }),
      at,
      edited: 0,
      notify: false,
    });
    live.tell({ event: 'changed', conversationId: chat.id });
  }

  function replaceCard(chat: Chat, activityId: string, { body }: BotAnswer): void {
    if (!isJson(body) || body.type !== 'application/vnd.microsoft.card.adaptive') return;
    const before = memory.find(chat.id, activityId);
    if (!before) return;
    memory.replace(chat.id, { ...before, card: body.value, edited: before.edited + 1 });
    live.tell({ event: 'changed', conversationId: chat.id });
  }
}

/** Makes what the client sends: the action, with what was filled in among its data. */
function executed(action: unknown, inputs: unknown): unknown {
  if (!isJson(action)) return action;
  const data = isJson(action.data) ? action.data : {};
  return { type: 'Action.Execute', ...action, data: { ...data, ...(isJson(inputs) ? inputs : {}) } };
}
