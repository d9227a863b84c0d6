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
  /** Said above the form that is asked for. */
  word?: Notice;
  names: Names;
  say(activity: Partial<Activity>): Promise<unknown>;
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

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
