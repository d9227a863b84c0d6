import type { Used } from '../../register/model/memos.ts';

/** The limits of Teams for one conversation: the most messages in so many milliseconds. */
const limits: readonly { most: number; withinMs: number }[] = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
];

/** The longest limit, which is counted by the minute to take little room; a minute counts until its last moment. */
const anHour = { most: 1_800, withinMs: 3_600_000 };
const minuteMs = 60_000;

/** The longest that a request takes, in milliseconds; one whose process died has arrived by then. */
export const longestOnTheWayMs = 20_000;

const mostRecent = Math.max(...limits.map(({ most }) => most));

export const nothingSent: Used = { recent: [], minutes: [] };

/** The most that clocks of processes differ, in milliseconds; a later moment was written before a clock was set back. */
const skewMs = 5_000;

const sentBy = (used: Used, at: number) => ({
  ...used,
  recent: used.recent.filter((moment) => moment <= at + skewMs),
  onTheWay: used.onTheWay?.filter(([, sentAt]) => sentAt <= at + skewMs) ?? [],
  minutes: used.minutes.filter(([minute]) => minute * minuteMs <= at + skewMs),
});

/** Moves requests that have ended, by name and moment, from under way to arrived. */
export function arrived(before: Used, at: number, endedAt: ReadonlyMap<string, number>): Used {
  const recent = [...before.recent];
  const onTheWay = before.onTheWay?.filter(([name, sentAt]) => {
    const lapsesAt = sentAt + longestOnTheWayMs;
    const arrivedAt = endedAt.get(name) ?? (lapsesAt <= at ? lapsesAt : undefined);
    if (arrivedAt !== undefined) recent.push(arrivedAt);
    return arrivedAt === undefined;
  });
  return { ...before, recent: recent.sort((one, other) => one - other), onTheWay: onTheWay ?? [] };
}

/**
 * Computes the milliseconds until one more may be sent. A request under way counts as if it arrived now, so that messages
 * never arrive closer together than the limits allow, however long each takes.
 */
export function waitFor(before: Used, at: number): number {
  const used = sentBy(before, at);
  const arrivals = [...used.recent, ...used.onTheWay.map(() => at)];
  const waits = limits.map(({ most, withinMs }) => {
    const limiting = arrivals.at(-most);
    return limiting === undefined ? 0 : limiting + withinMs - at;
  });
  const { held } = used;
  const heldMs = held && held.from <= at + skewMs ? held.until - at : 0;
  return Math.max(0, heldMs, hourWait(used, at), ...waits);
}

/** Finds when messages of that minute no longer count, however late they arrived. */
const leavesAt = (minute: number): number => (minute + 1) * minuteMs + longestOnTheWayMs + anHour.withinMs;

/** Computes the wait until the limit of an hour has room for one. */
function hourWait({ minutes }: Used, at: number): number {
  let room = anHour.most;
  for (const [minute, count] of minutes.toReversed()) {
    room -= count;
    if (room <= 0) return Math.max(0, leavesAt(minute) - at);
  }
  return 0;
}

/** Adds a request that is sent at that moment, under that name. */
export function counted(before: Used, at: number, name: string): Used {
  const { recent, onTheWay, minutes } = sentBy(before, at);
  const minute = Math.floor(at / minuteMs);
  const lasting = minutes.filter(([each]) => leavesAt(each) > at);
  const last = lasting.at(-1);
  return {
    recent: recent.slice(-mostRecent).filter((moment) => at - moment < 30_000),
    onTheWay: [...onTheWay, [name, at]],
    minutes:
      last?.[0] === minute ? [...lasting.slice(0, -1), [minute, last[1] + 1]] : [...lasting, [minute, 1]],
  };
}

/** Adds a hold that the platform asks for; an earlier one that lasts longer stays. */
export function holdFor(used: Used, at: number, ms: number): Used {
  const before = used.held && used.held.from <= at + skewMs ? used.held.until : at;
  return { ...used, held: { from: at, until: Math.max(at + ms, before) } };
}
