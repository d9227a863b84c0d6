import type { Activity } from 'botbuilder';
import type { Person } from '../procedure/complaint.ts';
import type { Notice } from './cards/banner.ts';
import { isPlain } from './forms/values-of.ts';
import type { Names } from './names.ts';

/** What a button carries: under the client's control, so it grants nothing. */
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
  word?: Notice;
  names: Names;
  say(activity: Partial<Activity>): Promise<unknown>;
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ids, numbers and verbs of ours are shorter by far. */
const longestOwn = 100;

/** A text that we put on a button; anything longer was not ours. */
const textOf = (value: unknown): string =>
  typeof value === 'string' && value.length <= longestOwn ? value : '';

/** What a button carries besides the fields of its form. */
const stamp = ['verb', 'number', 'version', 'form', 'opener', 'msteams'];

/**
 * The button that was pressed: an Action.Execute with `verb` and `data`, or the data of an Action.Submit that holds
 * the verb itself. Undefined when it is neither.
 */
export function pressedOf(action: unknown): { verb: string; pressed: Pressed } | undefined {
  if (!isObject(action)) return undefined;
  const data = isObject(action.data) ? action.data : 'data' in action ? {} : action;
  const verb = textOf(action.verb) || textOf(data.verb);
  if (!verb) return undefined;
  const version = isPlain(data.version) ? Number(data.version) : Number.NaN;
  return {
    verb,
    pressed: {
      number: textOf(data.number),
      version: Number.isInteger(version) ? version : undefined,
      form: textOf(data.form),
      input: Object.fromEntries(Object.entries(data).filter(([name]) => !stamp.includes(name))),
    },
  };
}
