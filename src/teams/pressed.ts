import type { Pressed } from './steps.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a button carries besides the fields of its form. */
const stamp = ['verb', 'number', 'version', 'form'];

/**
 * The button that was pressed: an Action.Execute with `verb` and `data`, or the data of an Action.Submit that holds
 * the verb itself. Undefined when it is neither.
 */
export function pressedOf(action: unknown): { verb: string; pressed: Pressed } | undefined {
  if (!isObject(action)) return undefined;
  const data = isObject(action.data) ? action.data : 'data' in action ? {} : action;
  const verb = textOf(action.verb) || textOf(data.verb);
  if (!verb) return undefined;
  const version = Number(data.version);
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
