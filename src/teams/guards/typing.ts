import type { Bot } from '../bot.ts';
import type { Office } from '../office/office.ts';

/** Milliseconds after which somebody sees that he is being worked for. */
const typingDelayMs = 1_000;

/** The bot that shows that it is typing when its turn takes longer than a second. */
export const showsTyping =
  (bot: Bot, { log }: Pick<Office, 'log'>): Bot =>
  async (context) => {
    const timer = setTimeout(() => {
      context
        .sendActivity({ type: 'typing' })
        .catch((error: unknown) => log.fault('typing could not be shown', error));
    }, typingDelayMs);
    try {
      await bot(context);
    } finally {
      clearTimeout(timer);
    }
  };
