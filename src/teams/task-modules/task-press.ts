import type { Activity } from 'botbuilder';
import { isVerb } from '../buttons/actions.ts';
import { isObject, type Pressed, pressedOf, type Stays } from '../buttons/button-press.ts';
import { fits } from '../cards/card-size.ts';
import { noticeCard } from '../cards/notice.ts';
import { valuesOf } from '../form/form-reader.ts';
import { inDialog, saying, showingCard, type TaskAnswer, windowTitle } from './task-response.ts';

/** What a dialog is told instead of an answer; `again`: it may be tried once more. */
export type InsteadOfAnswer = { title: string; text: string; again: boolean };

/**
 * A word in the place of an answer. Teams would put it in the place of the form as well, so who sent one gets back all
 * that they filled in, under a button that sends it once more; where that is more than a card holds the dialog stays as it is.
 */
export function windowInstead(
  activity: Partial<Activity>,
  { title, text, again }: InsteadOfAnswer,
): TaskAnswer | Stays {
  const press = windowPressOf(activity);
  const sent = activity.name === 'task/submit' || activity.name === 'composeExtension/submitAction';
  if (!again || !sent || !press || !isVerb(press.verb)) return saying(text);
  const { verb, pressed, opener } = press;
  const { input, ...data } = pressed;
  const filledIn = valuesOf(input);
  const button = { title: 'Opnieuw proberen', verb, data, filledIn, main: true };
  const cards = [filledIn, undefined].map((typed) =>
    inDialog(noticeCard({ title, text, tone: 'warning', typed, buttons: [button] }), opener),
  );
  const card = cards.find(fits);
  return card ? showingCard(windowTitle(verb), card) : { stays: text };
}

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
