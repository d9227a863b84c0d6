import type { Activity } from 'botbuilder';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Names } from '../adapter/colleagues.ts';
import type { Notice } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';

/** The outcome of a press: another card, or a text while the pressed card stays as it is. */
export type Outcome = Shown | Stays;

export type Shown = {
  /** Replaces the card whose button was pressed. */
  card: Card;
  /** Said when the card is too large to replace it: a banner of that card would refer to what nobody sees. */
  instead?: string;
  /** The result in short, once it is done: a dialog shows it in the place of its form. */
  result?: Card;
};

/** The screen must stay as it is: the text to say. Nothing was done, unless `isDone`: then it was done elsewhere in the chat. */
export type Stays = { stays: string; isDone?: true };

export const staysAsItIs = (outcome: Outcome): outcome is Stays => 'stays' in outcome;

/** Handles a button. */
export type Action = (press: Press, office: Office) => Promise<Outcome>;

/** Makes the action of a button that only shows a card. */
export const showing =
  (card: (press: Press, office: Office) => Promise<Card>): Action =>
  async (press, office) => ({ card: await card(press, office) });

/** The data of a button. The client controls it, so it grants nothing; data that is not ours is empty. */
export type Pressed = {
  number: string;
  /** The number of the dossier on whose card the button is, where that is another. */
  leaves?: string;
  version: number | undefined;
  form: string;
  /** The id of the draft of the letter in the form; absent where there is none. */
  made?: string | undefined;
  /** The id of the message for the respondents that the bot wrote into the form. */
  told?: string | undefined;
  input: Record<string, unknown>;
};

/** A press on a button; `names` finds the names of people who were picked, `sendToChat` sends a message to the chat. */
export type Press = {
  verb: string;
  pressed: Pressed;
  by: Person;
  /** The locale of the client, such as 'nl-NL': it decides what a typed '3/6/2026' means. */
  locale?: string;
  /** The notice above the form that is asked for. */
  notice?: Notice;
  names: Names;
  sendToChat(activity: Partial<Activity>): Promise<unknown>;
  /** Sends a message to the chat once this press was answered; absent where there is no chat. */
  sendLater?: ((activity: Partial<Activity>) => Promise<unknown>) | undefined;
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Matches the ids, numbers and verbs that we put on a button; a longer text or another character is not ours. */
const ours = /^[\w-]{1,64}$/;

const oursIn = (value: unknown): string => (typeof value === 'string' && ours.test(value) ? value : '');

/** Reads a verb. One that is not ours stays a verb, so that what was typed under it comes back. */
const verbOf = (value: unknown): string =>
  oursIn(value) || (typeof value === 'string' && value !== '' ? 'unknown' : '');

/** Reads a count, as a number or in digits: some clients turn numbers into text. */
const countOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) || (typeof value === 'string' && /^\d{1,15}$/.test(value))
    ? Number(value)
    : undefined;

/** The names of the data of a button, as opposed to the fields of its form. */
const stamp = ['verb', 'number', 'leaves', 'version', 'form', 'made', 'told', 'opener', 'msteams'];

/**
 * Reads which button was pressed: an Action.Execute with `verb` and `data`, or the data of an Action.Submit with the verb in
 * it. Undefined when it is neither.
 */
export function pressedOf(action: unknown): { verb: string; pressed: Pressed } | undefined {
  if (!isObject(action)) return undefined;
  const data = isObject(action.data) ? action.data : 'data' in action ? {} : action;
  const verb = verbOf(action.verb) || verbOf(data.verb);
  if (!verb) return undefined;
  return {
    verb,
    pressed: {
      number: oursIn(data.number),
      ...(data.leaves !== undefined && { leaves: oursIn(data.leaves) }),
      version: countOf(data.version),
      form: oursIn(data.form),
      made: oursIn(data.made) || undefined,
      told: oursIn(data.told) || undefined,
      input: Object.fromEntries(Object.entries(data).filter(([name]) => !stamp.includes(name))),
    },
  };
}
