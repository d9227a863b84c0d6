import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many in so many seconds. */
type Rate = { most: number; seconds: number };

/** What one address may send, with its mistakes; and what all may send together. Ballance gets a few complaints a week. */
const ofAddress: Rate = { most: 20, seconds: 600 };
const ofAll: Rate = { most: 60, seconds: 60 };
const ofAllInAnHour: Rate = { most: 300, seconds: 3_600 };

/** What the website may send: its own visitors are behind it. */
const ofSite: Rate = { most: 60, seconds: 60 };

/** How long to wait, in seconds; `isFlood`: so much more than allowed that it is no person any more. */
export type Excess = { wait: number; isFlood: boolean };

export type Limits = ReturnType<typeof limits>;

/**
 * Counts what comes in, in this process only. Addresses are kept as a hash with a key that dies with the process, for as long as they
 * are counted.
 */
export function limits() {
  const key = randomBytes(32);
  const counted = ({ most, seconds }: Rate) => {
    const limiter = new RateLimiterMemory({ points: most, duration: seconds });
    return (of: string): Promise<Excess | undefined> =>
      limiter.consume(of).then(
        () => undefined,
        (error: unknown) => asExcess(error, most),
      );
  };
  const address = counted(ofAddress);
  const everybody = [counted(ofAll), counted(ofAllInAnHour)];
  const site = counted(ofSite);
  const hashed = (text: string): string => createHmac('sha256', key).update(text).digest('base64');

  return {
    /** Counts a form of our page. What one address sends too much does not count for all. */
    async form(from: string): Promise<Excess | undefined> {
      const own = await address(hashed(from));
      if (own) return own;
      for (const one of everybody) {
        const excess = await one('all');
        if (excess) return { ...excess, isFlood: false };
      }
    },
    /** Counts a request that is not signed as it should be. */
    unsigned: (from: string): Promise<Excess | undefined> => address(hashed(from)),
    /** Counts what the website sends. */
    signed: (): Promise<Excess | undefined> => site('site'),
  };
}

/** Reads the rejection of the limiter, which is a full window; throws anything else. */
function asExcess(error: unknown, most: number): Excess {
  if (!(error instanceof RateLimiterRes)) throw error;
  return {
    wait: Math.max(1, Math.ceil(error.msBeforeNext / 1000)),
    isFlood: error.consumedPoints > 3 * most,
  };
}
