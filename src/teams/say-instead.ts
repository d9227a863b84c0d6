import type { Activity, TurnContext } from 'botbuilder';
import { cardMessage, errorAnswer } from './answer.ts';
import { noticeCard } from './cards/notice.ts';

export type Instead = { statusCode: number; code: string; title: string; text: string };

/**
 * Says something instead of taking the turn. A pressed card stays as it is, with all that was typed in it; what is
 * neither a message nor a press is not answered.
 */
export async function sayInstead(
  context: TurnContext,
  { statusCode, code, title, text }: Instead,
): Promise<void> {
  if (context.activity.type === 'message') {
    await context.sendActivity(cardMessage(noticeCard({ title, text, tone: 'warning' }), 'Klachtenbot'));
  } else if (context.activity.type === 'invoke') {
    const value = { status: 200, body: errorAnswer(statusCode, code, text) };
    await context.sendActivity({ type: 'invokeResponse', value } as Partial<Activity>);
  }
}
