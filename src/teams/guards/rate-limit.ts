import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { speakerOf } from '../adapter/visitor.ts';
import type { Bot } from '../bot.ts';
import type { Aside } from '../buttons/form-stays.ts';
import { sayInstead } from './refuse-turn.ts';

/** How many turns one person may take in how many seconds. */
export type InboundRate = { turns: number; seconds: number };

/** No hurried person types or presses this fast; a script or a stuck key does. */
export const humanRate: InboundRate = { turns: 20, seconds: 10 };

/**
 * The bot at that pace for each person. Who goes faster is asked to wait: in answer to every press, so that what they
 * typed stays in the card, and once in their own chat (`aside`) where the answer cannot say it; and to their first message too many. Counted in this process, and forgotten with the seconds.
 */
export function rateLimited(bot: Bot, { turns, seconds }: InboundRate = humanRate, aside?: Aside): Bot {
  const limiter = new RateLimiterMemory({ points: turns, duration: seconds });
  return async (context) => {
    const { type, from } = context.activity;
    if (type !== 'message' && type !== 'invoke') return bot(context);
    const excess = await limiter.consume(speakerOf(context.activity) ?? from.id).then(
      () => undefined,
      (error: unknown) => asExcess(error),
    );
    if (!excess) return bot(context);
    const isFirst = excess.consumedPoints === turns + 1;
    if (type === 'invoke' || isFirst) await sayInstead(context, tooFast(excess), isFirst ? aside : undefined);
  };
}

/** A full window comes as a refusal; anything else that goes wrong is a bug. */
function asExcess(error: unknown): RateLimiterRes {
  if (error instanceof RateLimiterRes) return error;
  throw error;
}

function tooFast({ msBeforeNext }: RateLimiterRes) {
  const left = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return {
    statusCode: 429,
    code: 'TooFast',
    title: 'Dat gaat even te snel',
    again: true,
    text: `Dat gaat even te snel voor mij. Er is niets veranderd, en wat je in een formulier typte staat er nog. Probeer het over ${left} ${left === 1 ? 'seconde' : 'seconden'} nog een keer.`,
  };
}
