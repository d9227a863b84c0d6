import type { Card } from '../card.ts';
import { isObject } from '../pressed.ts';

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
