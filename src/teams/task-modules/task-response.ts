import type { Attachment } from 'botbuilder';
import { isStep } from '../../procedure/steps.ts';
import { cardAttachment } from '../adapter/responses.ts';
import { isObject } from '../buttons/button-press.ts';
import type { Verb } from '../cards/button.ts';
import { asCard, jsonOf } from '../cards/card-size.ts';
import type { Card } from '../cards/template.ts';
import { titleOf } from '../steps/all-steps.ts';

type Part = Record<string, unknown>;

/**
 * Converts a card to a dialog: each button becomes an Action.Submit that carries the card in the chat from which the dialog was
 * opened. A button that opens a dialog is left out, and on a form one that goes back to another card: who closes the dialog is back.
 */
export const inDialog = (card: Card, opener: string | undefined): Card =>
  asCard(converted(hasInputs(card) ? { ...card, actions: staying(card.actions) } : card, opener));

/** The verbs of the buttons under a form that drop what was typed, and show another card in its place. */
const goBack: readonly unknown[] = ['case', 'my-complaints'] satisfies Verb[];

const staying = (actions: unknown): unknown =>
  Array.isArray(actions) ? actions.filter((one) => !isObject(one) || !goBack.includes(one.verb)) : actions;

/** Removes the buttons of a card: what is left to read when nothing more is asked. */
export const withoutButtons = (card: Card): Card =>
  asCard({ ...card, actions: [], ...(Array.isArray(card.body) && { body: card.body.filter(asksNothing) }) });

/** Tells whether a part of a card is no set of buttons that reach the bot; one that unfolds a part stays. */
const asksNothing = (part: unknown): boolean =>
  !isObject(part) || part.type !== 'ActionSet' || !JSON.stringify(part.actions).includes('"verb"');

function converted(part: unknown, opener: string | undefined): unknown {
  if (Array.isArray(part))
    return part.filter((one) => !opensDialog(one)).map((one) => converted(one, opener));
  if (!isObject(part)) return part;
  if (part.type === 'Action.Execute' || part.type === 'Action.Submit') return submitted(part, opener);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, converted(value, opener)]));
}

function submitted({ verb: _, fallback: __, ...button }: Part, opener: string | undefined): Part {
  return { ...button, type: 'Action.Submit', data: { ...(isObject(button.data) && button.data), opener } };
}

/** Tells whether a button opens a dialog, or a set of buttons holds no other. */
function opensDialog(part: unknown): boolean {
  if (!isObject(part)) return false;
  if (part.type === 'ActionSet' && Array.isArray(part.actions)) return part.actions.every(opensDialog);
  return part.type === 'Action.Submit' && isObject(part.data) && 'msteams' in part.data;
}

/** The body of the response to an invoke of a dialog: what the dialog shows next, or its last text. */
export type TaskAnswer = {
  task:
    | { type: 'continue'; value: { title: string; height: Size; width: Size; card: Attachment } }
    | { type: 'message'; value: string };
};

/** A size in words, which Teams fits to the screen. */
type Size = 'small' | 'medium' | 'large';

/** Shows a card in the dialog; a form gets the room that it needs. */
export const showingCard = (title: string, card: Card): TaskAnswer => ({
  task: {
    type: 'continue',
    value: {
      title,
      height: hasInputs(card) ? 'large' : 'medium',
      width: 'medium',
      card: cardAttachment(card),
    },
  },
});

/** Ends the dialog with a text. */
export const saying = (text: string): TaskAnswer => ({ task: { type: 'message', value: text } });

export const hasInputs = (card: Card): boolean => /"type":"Input\./.test(jsonOf(card));

/** Returns the title of a dialog, by the verb of the button that it answers. */
export function taskTitle(verb: string): string {
  const step = verb.replace(/^(ask|draft|download)-/, '');
  if (step === 'register') return 'Klacht registreren';
  return isStep(step) ? titleOf(step) : 'Klachtenbot';
}
