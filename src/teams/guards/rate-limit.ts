import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { speakerOf } from '../adapter/visitor.ts';
import type { Bot } from '../bot.ts';
import type { Aside } from '../buttons/form-stays.ts';
import { sayInstead } from './refuse-turn.ts';

/** The most turns of one person in so many seconds. */
export type InboundRate = { turns: number; seconds: number };

/** A rate that no hurried person reaches; a script or a stuck key does. */
export const humanRate: InboundRate = { turns: 20, seconds: 10 };

/**
 * Limits the rate of each person. Answers every press above it with a request to wait, so that what they typed stays in the
 * card, and only the first message above it; `aside` tells them once in their own chat where a dialog cannot show it. Counts
 * in this process only.
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

/** Returns the rejection of the limiter, which is a full window; throws anything else. */
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
