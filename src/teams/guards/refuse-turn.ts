import type { TurnContext } from 'botbuilder';
import { answerInvoke, cardMessage, errorAnswer } from '../adapter/responses.ts';
import { type Aside, leaveDialog } from '../buttons/form-stays.ts';
import { noticeCard } from '../cards/notice.ts';
import { isTaskInvoke } from '../task-modules/task-modules.ts';
import { taskInstead } from '../task-modules/task-press.ts';

/** What is answered instead. `again`: it may be tried once more. */
export type Instead = { statusCode: number; code: string; title: string; text: string; again: boolean };

/**
 * Answers instead of running the turn. A pressed card stays as it is, with all that was typed in it; a dialog is drawn again,
 * or stays as it is and the text is sent `aside`. Only a message or an invoke is answered.
 */
export async function sayInstead(
  context: TurnContext,
  { statusCode, code, title, text, again }: Instead,
  aside?: Aside,
): Promise<void> {
  const { activity } = context;
  if (activity.type === 'message') {
    await context.sendActivity(cardMessage(noticeCard({ title, text, tone: 'warning' }), 'Klachtenbot'));
  } else if (activity.type === 'invoke') {
    const body = isTaskInvoke(activity.name)
      ? taskInstead(activity, { title, text, again })
      : errorAnswer(statusCode, code, text);
    if ('stays' in body) return leaveDialog(context, body, aside, statusCode);
    await answerInvoke(context, body);
  }
}
