import type { Activity, Attachment, TurnContext } from 'botbuilder';
import type { Card } from '../cards/template.ts';

const contentType = 'application/vnd.microsoft.card.adaptive';

/** Makes a card an attachment of a message or a dialog. */
export const cardAttachment = (content: Card): Attachment => ({ contentType, content });

/** Makes a message that holds a card; a notification shows `summary`. */
export const cardMessage = (card: Card, summary: string): Partial<Activity> => ({
  type: 'message',
  summary,
  attachments: [cardAttachment(card)],
});

/** Makes the response to a pressed button: the card that replaces the one pressed. */
export const cardAnswer = (value: Card) => ({ statusCode: 200, type: contentType, value });

/** Makes the response to a pressed button that leaves its card as it is, and says what was done. */
export const saidAnswer = (value: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});

/** Makes an error response, which leaves the card as it is, with all that was typed in it. */
export const errorAnswer = (statusCode: number, code: string, message: string) => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});

/** Answers the invoke of a turn, with a status alone where there is no body. */
export async function answerInvoke(context: TurnContext, body?: object, status = 200): Promise<void> {
  const answer: Partial<Activity> = { type: 'invokeResponse', value: { status, ...(body && { body }) } };
  await context.sendActivity(answer);
}
