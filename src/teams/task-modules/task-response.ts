import type { Attachment } from 'botbuilder';
import { isStep } from '../../procedure/steps.ts';
import { cardAttachment } from '../adapter/responses.ts';
import { isObject } from '../buttons/button-press.ts';
import type { Card } from '../cards/template.ts';
import { titleOf } from '../steps/all-steps.ts';

type Part = Record<string, unknown>;

/**
 * The same card as a dialog takes it: each button is an Action.Submit, and carries which card of the chat the dialog was
 * opened from. A button that opens a dialog is left out.
 */
export const inDialog = (card: Card, opener: string | undefined): Card => converted(card, opener) as Card;

/** What is left to read of a card when nothing more is asked. */
export const withoutButtons = (card: Card): Card => ({ ...card, actions: [] });

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

const opensDialog = (part: unknown): boolean =>
  isObject(part) && part.type === 'Action.Submit' && isObject(part.data) && 'msteams' in part.data;

/** The body of an answer to whatever is asked from a dialog, or to open one: what it shows now, or a last word. */
export type TaskAnswer = {
  task:
    | { type: 'continue'; value: { title: string; height: Size; width: Size; card: Attachment } }
    | { type: 'message'; value: string };
};

/** A size in words, which Teams fits to the screen. */
type Size = 'small' | 'medium' | 'large';

/** The dialog shows that card; a form gets the room that it needs. */
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

/** The dialog ends with a word. */
export const saying = (text: string): TaskAnswer => ({ task: { type: 'message', value: text } });

const hasInputs = (card: Card): boolean => /"type":"Input\./.test(JSON.stringify(card));

/** What stands above a dialog, by the verb of the button that it answers. */
export function windowTitle(verb: string): string {
  const step = verb.replace(/^(ask|draft|download)-/, '');
  if (step === 'register') return 'Klacht registreren';
  return isStep(step) ? titleOf(step) : 'Klachtenbot';
}
