/** At most so many messages in so many milliseconds, of one bot. */
type Limit = { most: number; withinMs: number };

/** What Teams allows in one conversation. */
const ofConversation: readonly Limit[] = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
];

/** What Teams allows in all conversations of one tenant together. */
const ofTenant: readonly Limit[] = [{ most: 50, withinMs: 1_000 }];

const longestMs = 3_600_000;

/** Milliseconds between two that wait for the same conversation: what its limits allow for long. */
const apartMs = 500;

/** Before any moment; a clock that was put back has moments below 0. */
const never = Number.NEGATIVE_INFINITY;

/** Conversations kept in mind before the quiet ones are forgotten. */
const many = 1_000;

export type Pace = {
  /** Milliseconds until one more may be sent there, after those that wait already. With 0 it counts as sent now. */
  take(conversationId: string, tenantId?: string): number;
  /** Nothing may be sent there for so many milliseconds: the platform says so. */
  hold(conversationId: string, ms: number): void;
};

/**
 * Keeps within the limits of Teams, over every stretch of time and not only from one mark to the next. `now` is in
 * milliseconds from anywhere, and never goes back.
 */
export function pace(now: () => number): Pace {
  const sent = new Map<string, number[]>();
  const heldUntil = new Map<string, number>();
  /** When the next that must wait there may go: all at once they would only turn each other away. */
  const turns = new Map<string, number>();

  const wait = (key: string, limits: readonly Limit[], at: number): number => {
    const times = sent.get(key) ?? [];
    return Math.max(0, ...limits.map(({ most, withinMs }) => (times.at(-most) ?? never) + withinMs - at));
  };

  function count(key: string, limits: readonly Limit[], at: number): void {
    const most = Math.max(...limits.map((limit) => limit.most));
    sent.set(key, [...(sent.get(key) ?? []), at].slice(-most));
  }

  function turnAfter(conversationId: string, earliest: number): number {
    const turn = Math.max(earliest, turns.get(conversationId) ?? never);
    turns.set(conversationId, turn + apartMs);
    return turn;
  }

  function forgetTheQuiet(at: number): void {
    for (const [key, times] of sent) if ((times.at(-1) ?? never) < at - longestMs) sent.delete(key);
    for (const times of [heldUntil, turns])
      for (const [key, until] of times) if (until <= at) times.delete(key);
  }

  return {
    take(conversationId, tenantId = '') {
      const at = now();
      if (sent.size + heldUntil.size + turns.size > many) forgetTheQuiet(at);
      const tenant = `tenant ${tenantId}`;
      const ms = Math.max(
        wait(conversationId, ofConversation, at),
        wait(tenant, ofTenant, at),
        (heldUntil.get(conversationId) ?? never) - at,
      );
      if (ms > 0) return turnAfter(conversationId, at + ms) - at;
      count(conversationId, ofConversation, at);
      count(tenant, ofTenant, at);
      return 0;
    },
    hold(conversationId, ms) {
      heldUntil.set(conversationId, Math.max(now() + ms, heldUntil.get(conversationId) ?? never));
    },
  };
}
