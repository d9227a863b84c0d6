import type { Activity } from 'botbuilder';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Names } from '../adapter/colleagues.ts';
import type { Notice } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';

/** What pressing a button leads to: another card, or a word while the one that was pressed stays as it is. */
export type Outcome = Shown | Stays;

export type Shown = {
  /** Takes the place of the card whose button was pressed. */
  card: Card;
  /** Said where the card is too large to take that place: its own words would point at what nobody sees. */
  instead?: string;
  /** What came of it, in short, once it is done: what a dialog shows in the place of its form. */
  result?: Card;
  /** The number of the complaint that was registered: the card is its receipt. */
  registered?: string;
};

/** Nothing was done, and nothing that is on the screen may go: what is said about it. */
export type Stays = { stays: string };

export const staysAsItIs = (outcome: Outcome): outcome is Stays => 'stays' in outcome;

/** What a button does. */
export type Action = (press: Press, office: Office) => Promise<Outcome>;

/** A button that leads to a card, and does nothing that could be done. */
export const showing =
  (card: (press: Press, office: Office) => Promise<Card>): Action =>
  async (press, office) => ({ card: await card(press, office) });

/** What a button carries: under the client's control, so it grants nothing. What is none of ours is empty. */
export type Pressed = {
  number: string;
  version: number | undefined;
  form: string;
  input: Record<string, unknown>;
};

/** What a button asks; `names` finds the names of people who were picked, `say` sends something else to the chat. */
export type Press = {
  verb: string;
  pressed: Pressed;
  by: Person;
  /** Of the client, such as 'nl-NL': it decides what a typed '3/6/2026' means. */
  locale?: string;
  /** Said above the form that is asked for. */
  notice?: Notice;
  names: Names;
  sendToChat(activity: Partial<Activity>): Promise<unknown>;
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The ids, numbers and verbs that we put on a button; whatever is longer or holds another character was not ours. */
const ours = /^[\w-]{1,64}$/;

const oursIn = (value: unknown): string => (typeof value === 'string' && ours.test(value) ? value : '');

/** A verb that is none of ours stays a verb, so that what was typed under it comes back. */
const verbOf = (value: unknown): string =>
  oursIn(value) || (typeof value === 'string' && value !== '' ? 'unknown' : '');

/** A count, as a number or in digits: some clients make texts of numbers. */
const countOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) || (typeof value === 'string' && /^\d{1,15}$/.test(value))
    ? Number(value)
    : undefined;

/** What a button carries besides the fields of its form. */
const stamp = ['verb', 'number', 'version', 'form', 'opener', 'msteams'];

/**
 * The button that was pressed: an Action.Execute with `verb` and `data`, or the data of an Action.Submit that holds
 * the verb itself. Undefined when it is neither.
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
      version: countOf(data.version),
      form: oursIn(data.form),
      input: Object.fromEntries(Object.entries(data).filter(([name]) => !stamp.includes(name))),
    },
  };
}
