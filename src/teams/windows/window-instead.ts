import type { Activity } from 'botbuilder';
import { isVerb } from '../actions.ts';
import { fits } from '../cards/card-size.ts';
import { noticeCard } from '../cards/notice.ts';
import { valuesOf } from '../forms.ts';
import type { Stays } from '../outcome.ts';
import { inDialog } from './in-dialog.ts';
import { saying, showingCard, type TaskAnswer } from './task-answer.ts';
import { windowPressOf } from './window-press.ts';
import { windowTitle } from './window-title.ts';

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
