import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Document, Dossier } from '../../src/register/model/dossier.ts';
import type { Message } from '../../src/register/model/message.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { aFolder } from '../a-folder.ts';
import { buttonOf, type Card, type Filled, filledIn, textOf } from './a-card.ts';
import { startProcess } from './a-process.ts';

type Said = { id: string; from: string; text: string; card?: Card; at: string; notify: boolean };
type Conversation = { id: string; kind: string; title: string; activities: Said[] };
type State = { now: string; today: string; conversations: Conversation[] };

/** The response to a press: the status of the invoke, and its text or card. */
export type Pressed = { statusCode: number; text: string; card?: Card; raw: unknown };

const id = (name: string): string => {
  const person = tryoutPeople.find((one) => one.name === name);
  if (!person) throw new Error(`Nobody in the try-out is called ${name}.`);
  return person.id;
};

/** The people of the try-out, by their names in tests. */
export const sanne = 'Sanne de Vries';
export const joris = 'Joris Bakker';
export const lars = 'Lars Brouwer';
export const fatima = 'Fatima el Amrani';
export const willem = 'Willem Jansen';
export const ingrid = 'Ingrid Smit';
export const channel = 'Klachten';
export const idOf = id;

/** The required fields of a registration, and where letters go. */
export const aComplaint: Filled = {
  'Naam van de klager': 'Mevrouw Pietersen',
  Postadres: 'Dorpsstraat 1, 1234 AB Ede',
  Herkomst: 'Cliënt',
  'Korte inhoud': 'Er werd drie keer niet teruggebeld.',
};

export type ABot = Awaited<ReturnType<typeof aBot>>;

/** The real bot in a process of its own, and the people who use it. Stop it after use. */
export async function aBot(env: Record<string, string> = {}, start: typeof startProcess = startProcess) {
  const folder = aFolder();
  let bot = await start(folder.path, env);

  async function post(path: string, body: unknown): Promise<{ status: number; body: unknown; text: string }> {
    const response = await fetch(bot.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
  }

  const state = async (): Promise<State> =>
    (await fetch(`${bot.url}/tryout/api/state`)).json() as Promise<State>;

  async function chatOf(title: string): Promise<Conversation> {
    const chat = (await state()).conversations.find((one) => one.title === title);
    if (!chat) throw new Error(`There is no chat with ${title}.`);
    return chat;
  }

  /** Lists the messages in somebody's chat, or in the channel, as the bot sent them; the latest last. */
  const said = async (title: string): Promise<Said[]> =>
    (await chatOf(title)).activities.filter(({ from }) => from === 'bot');

  const cards = async (title: string): Promise<Card[]> =>
    (await said(title)).flatMap(({ card }) => (card ? [card] : []));

  /** Types a text; answers with the card that came. In the channel it is said to the bot by name. */
  async function say(person: string, text: string, place = person): Promise<Card> {
    const { id: conversationId } = await chatOf(place);
    const answer = await post('/tryout/api/say', { personId: id(person), conversationId, text });
    const { status } = answer.body as { status: number };
    if (status >= 300) throw new Error(`The bot answered ${status} to '${text}'.`);
    const card = (await cards(place)).at(-1);
    if (!card) throw new Error(`The bot said nothing to '${text}'.`);
    return card;
  }

  /** Presses a button on the latest card that has it, with the form filled in; `on` is an older card. */
  async function press(person: string, title: string, filled: Filled = {}, on?: Said): Promise<Pressed> {
    const found = on ?? (await said(person)).findLast(({ card }) => buttonOf(card, title));
    const button = buttonOf(found?.card, title);
    if (!found || !button) throw new Error(`${person} has no button '${title}'.`);
    return pressAs(person, found.id, button, filledIn(found.card, filled));
  }

  /** Presses with any action and inputs, as somebody who tampers with their client. */
  async function pressAs(
    person: string,
    activityId: string,
    action: unknown,
    inputs: unknown,
  ): Promise<Pressed> {
    const answer = await post('/tryout/api/press', { personId: id(person), activityId, action, inputs });
    const { body } = answer.body as { body: { statusCode: number; value: unknown } };
    const value = body.value as Card & { message?: string };
    const card = value?.type === 'AdaptiveCard' ? value : undefined;
    return {
      statusCode: body.statusCode,
      text: card ? textOf(card) : (value?.message ?? ''),
      card,
      raw: body,
    };
  }

  /** The first thing that the bot says there which reads so; waits until it has come. */
  async function arrives(title: string, words: RegExp, after = 0): Promise<Said> {
    for (let tries = 0; tries < 1500; tries++) {
      const found = (await said(title)).slice(after).find((one) => words.test(one.text + textOf(one.card)));
      if (found) return found;
      await pause(20);
    }
    throw new Error(`Nothing that reads ${words} came to ${title}.`);
  }

  /** A document of the register, read from its file. */
  async function stored(id: string): Promise<Document | undefined> {
    const store = sqliteStore(`${folder.path}/klachten.db`);
    const found = await store.read(id);
    await store.close();
    return found?.document;
  }

  async function dossier(number: string): Promise<Dossier> {
    const found = await stored(number);
    return found?.kind === 'dossier' ? found : assert.fail(`The register has no ${number}.`);
  }

  return {
    /** The file of the register. */
    file: `${folder.path}/klachten.db`,
    url: () => bot.url,
    printed: () => bot.printed(),
    post,
    state,
    said,
    cards,
    say,
    press,
    pressAs,
    arrives,
    stored,
    /** Reads a dossier from the file of the register. */
    dossier,
    /** Reads a dossier once none of those messages waits: a message arrives before its delivery is recorded. */
    async delivered(number: string, kind?: Message['content']['kind']): Promise<Dossier> {
      for (let tries = 0; tries < 1500; tries++) {
        const found = await dossier(number);
        const asked = found.outbox.filter(({ content }) => kind === undefined || content.kind === kind);
        if (asked.every(({ status }) => status !== 'queued')) return found;
        await pause(20);
      }
      throw new Error(`A message of ${number} still waits.`);
    },
    /** Returns everything in a chat as JSON, to look for what must not be there. */
    everythingIn: async (title: string) => JSON.stringify(await said(title)),
    /** Moves time, with everything that is due on the way: 'hour', 'workday', '2026-11-26T09:00'. */
    async clock(to: string): Promise<void> {
      const wish = ['hour', 'workday'].includes(to) ? { step: to } : { to };
      const { status, text } = await post('/tryout/api/clock', wish);
      if (status !== 200) throw new Error(`The clock refused: ${text}`);
    },
    /** Types `klacht`, fills in the form, presses. */
    async register(person: string, filled: Filled = aComplaint): Promise<Pressed> {
      await say(person, 'klacht');
      return press(person, 'Klacht registreren', filled);
    },
    /** Starts it again on the same register, after a power cut unless it was stopped already. */
    async startAgain(other: Record<string, string> = env): Promise<void> {
      await bot.kill();
      bot = await start(folder.path, other);
    },
    kill: () => bot.kill(),
    stop: () => bot.stop(),
    async end(): Promise<void> {
      await bot.stop();
      folder.remove();
    },
  };
}
