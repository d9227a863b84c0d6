import assert from 'node:assert/strict';
import { type ABot, idOf } from './a-bot.ts';
import { type Card, type Filled, fieldsOf, filledIn, parts, textOf } from './a-card.ts';

type Json = Record<string, unknown>;
type Button = Json & { title: string; data: Json };

/** What Teams shows after an answer: a card in a dialog, or only a text. */
type Task = { type: string; value: string | { title: string; card: { contentType: string; content: Card } } };

/** A dialog that somebody has open, or the text that ends it. */
export type AWindow = Awaited<ReturnType<typeof aWindow>>;

/** The buttons that a dialog can have: Action.Submit. */
export const submitsOf = (card: unknown): Button[] => {
  const buttons = parts(card).filter(({ type }) => String(type).startsWith('Action.')) as Button[];
  return buttons.filter(({ type }) => type === 'Action.Submit');
};

/**
 * Opens the dialog behind "In een venster openen" on the latest form, with what was filled in there so far, where the
 * button takes that along.
 */
export async function openedWindow(bot: ABot, person: string, filled: Filled = {}): Promise<AWindow> {
  const opens = ({ data }: Button) => 'msteams' in data;
  const form = (await bot.said(person)).findLast(({ card }) => submitsOf(card).some(opens));
  const button = submitsOf(form?.card).find(opens);
  assert.ok(form && button, `${person} has no form that opens in a dialog`);
  const activityId = form.id;
  const inputs = button.associatedInputs === 'none' ? {} : filledIn(form.card, filled);
  const asked = { data: button.data, inputs, activityId };
  return aWindow(bot, '/tryout/api/task', { personId: idOf(person) }, asked);
}

/** Asks for a dialog with whatever data. */
export const fetchedWindow = (bot: ABot, person: string, data: unknown): Promise<AWindow> =>
  aWindow(bot, '/tryout/api/task', { personId: idOf(person) }, { data });

/** Uses the message action "Klacht registreren" on what was said in a chat. */
export async function messageActionOn(
  bot: ABot,
  person: string,
  activityId: string,
  conversationId?: string,
): Promise<AWindow> {
  return aWindow(bot, '/tryout/api/message-action', { personId: idOf(person), activityId, conversationId });
}

async function aWindow(bot: ABot, path: string, who: Json, asked: Json = {}) {
  const ask = async (more: Json): Promise<Task> => {
    const { body } = (await bot.post(path, { ...who, ...more })).body as {
      body: { task: Task };
    };
    assert.ok(body?.task, JSON.stringify(body));
    return body.task;
  };
  let task = await ask(asked);
  const card = (): Card | undefined => (typeof task.value === 'string' ? undefined : task.value.card.content);

  return {
    card,
    type: () => task.type,
    title: () => (typeof task.value === 'string' ? '' : task.value.title),
    text: () => (typeof task.value === 'string' ? task.value : textOf(card())),
    fields: () => fieldsOf(card()),
    buttons: () => submitsOf(card()).map(({ title }) => title),
    /** Presses a button in it, with the form filled in by its labels. */
    async press(title: string, filled: Filled = {}): Promise<string> {
      const button = submitsOf(card()).find((one) => one.title === title);
      assert.ok(button, `there is no button '${title}' in: ${textOf(card())}`);
      task = await ask({ submit: true, data: button.data, inputs: filledIn(card(), filled) });
      return typeof task.value === 'string' ? task.value : textOf(card());
    },
    /** Sends whatever data, as somebody who tampers with their client. */
    async send(data: unknown): Promise<string> {
      task = await ask({ submit: true, data });
      return typeof task.value === 'string' ? task.value : textOf(card());
    },
  };
}
