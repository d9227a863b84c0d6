import type { Activity } from 'botbuilder';
import { isObject, type Pressed, pressedOf } from '../pressed.ts';

/** A button that opens a dialog, or one inside it; `opener` is the card of the chat that the dialog was opened from. */
export type WindowPress = { verb: string; pressed: Pressed; opener?: string };

/** An id of Teams has a few hundred characters at most. */
const longestId = 1000;

/** What was pressed, however its data was wrapped on the way. Undefined when it is no button. */
export function windowPressOf({ value, replyToId }: Partial<Activity>): WindowPress | undefined {
  const data = flat(isObject(value) ? value.data : undefined);
  const found = pressedOf(data);
  return found && { ...found, opener: replyToId ?? idIn(data.opener) };
}

/** Whether somebody asked for a dialog by a message: their client does not know them. */
export const missesDialogs = (value: unknown): boolean =>
  isObject(value) && isObject(value.msteams) && value.msteams.type === 'task/fetch';

/** Data that stands in a `data` of its own, with what was filled in beside it. */
function flat(data: unknown): Record<string, unknown> {
  if (!isObject(data)) return {};
  const { data: inner, ...outer } = data;
  return isObject(inner) ? { ...outer, ...inner } : data;
}

const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= longestId ? value : undefined;
