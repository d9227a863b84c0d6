import type { Activity } from 'botbuilder';
import { isVerb } from '../buttons/actions.ts';
import { isObject, type Pressed, pressedOf, type Stays } from '../buttons/button-press.ts';
import { keptText } from '../buttons/kept-text.ts';
import { numberIn } from '../cards/button.ts';
import { fits } from '../cards/card-size.ts';
import { noticeCard } from '../cards/notice.ts';
import { valuesOf } from '../form/form-reader.ts';
import { inDialog, saying, showingCard, type TaskAnswer, taskTitle } from './task-response.ts';

/** A text for a dialog instead of an answer; `again`: it may be tried once more. */
export type InsteadOfAnswer = { title: string; text: string; again: boolean };

/**
 * Shows a text instead of an answer. Teams would show it in the place of the form, so a sender of one gets everything that they
 * filled in back, under a button that sends it again; where that is more than a card holds, the dialog stays as it is.
 */
export function taskInstead(
  activity: Partial<Activity>,
  { title, text, again }: InsteadOfAnswer,
): TaskAnswer | Stays {
  const press = taskPressOf(activity);
  const sent = activity.name === 'task/submit' || activity.name === 'composeExtension/submitAction';
  if (!again || !sent || !press || !isVerb(press.verb)) return saying(text);
  const { verb, pressed, opener } = press;
  const { input, number, leaves: _, ...stamp } = pressed;
  const filledIn = valuesOf(input);
  const button = {
    title: 'Opnieuw proberen',
    verb,
    data: { ...stamp, number: numberIn(number) },
    filledIn,
    main: true,
  };
  const cards = [keptText(press), []].map((typed) =>
    inDialog(noticeCard({ title, text, tone: 'warning', typed, buttons: [button] }), opener),
  );
  const card = cards.find(fits);
  return card ? showingCard(taskTitle(verb), card) : { stays: text };
}

/** A button that opens a dialog, or one inside it; `opener` is the card in the chat from which the dialog was opened. */
export type TaskPress = { verb: string; pressed: Pressed; opener?: string };

/** The most characters of an id; those of Teams have a few hundred. */
const longestId = 1000;

/** Reads which button was pressed, however its data was wrapped on the way; undefined when it is no button. */
export function taskPressOf({ value, replyToId }: Partial<Activity>): TaskPress | undefined {
  const data = flat(isObject(value) ? value.data : undefined);
  const found = pressedOf(data);
  return found && { ...found, opener: replyToId ?? idIn(data.opener) };
}

/** Tells whether a message asks for a dialog: then the client does not know dialogs. */
export const missesDialogs = (value: unknown): boolean =>
  isObject(value) && isObject(value.msteams) && value.msteams.type === 'task/fetch';

/** Flattens data that is in a `data` of its own, with what was filled in beside it. */
function flat(data: unknown): Record<string, unknown> {
  if (!isObject(data)) return {};
  const { data: inner, ...outer } = data;
  return isObject(inner) ? { ...outer, ...inner } : data;
}

const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= longestId ? value : undefined;
