import type { Bot } from '../bot.ts';
import type { Office } from '../office/office.ts';

/** Milliseconds after which the typing indicator shows. */
const typingDelayMs = 1_000;

/** Shows the typing indicator when a turn takes longer than that. */
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
