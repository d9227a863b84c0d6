import type { Bot } from '../bot.ts';
import type { Office } from '../office/office.ts';

/** Milliseconds after which the typing indicator shows. */
const typingDelayMs = 1_000;

/** Shows the typing indicator when a turn takes longer than that. It is no fault that it cannot be shown once the turn is over. */
export const showsTyping =
  (bot: Bot, { log }: Pick<Office, 'log'>): Bot =>
  async (context) => {
    let isOver = false;
    const timer = setTimeout(() => {
      context.sendActivity({ type: 'typing' }).catch((error: unknown) => {
        if (!isOver) log.fault('typing could not be shown', error);
      });
    }, typingDelayMs);
    try {
      await bot(context);
    } finally {
      isOver = true;
      clearTimeout(timer);
    }
  };
