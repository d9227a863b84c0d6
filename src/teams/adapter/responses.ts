import type { Activity, Attachment } from 'botbuilder';
import type { Card } from '../cards/template.ts';

const contentType = 'application/vnd.microsoft.card.adaptive';

/** A card as a message or a dialog holds it. */
export const cardAttachment = (content: Card): Attachment => ({ contentType, content });

/** A message that holds a card; `summary` is what a notification shows. */
export const cardMessage = (card: Card, summary: string): Partial<Activity> => ({
  type: 'message',
  summary,
  attachments: [cardAttachment(card)],
});

/** The body of an answer to a pressed button: the card that takes the place of the one pressed. */
export const cardAnswer = (value: Card) => ({ statusCode: 200, type: contentType, value });

/** An answer that leaves the card as it is, with all that was typed in it. */
export const errorAnswer = (statusCode: number, code: string, message: string) => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});
