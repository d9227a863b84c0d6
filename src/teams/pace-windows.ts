/** At most so many messages in so many milliseconds, in one conversation: what Teams allows. */
const limits: readonly { most: number; withinMs: number }[] = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
];

/** The longest limit is counted by the minute, so that it takes little room; a minute counts as long as its last moment. */
const anHour = { most: 1_800, withinMs: 3_600_000 };
const minuteMs = 60_000;

const mostRecent = Math.max(...limits.map(({ most }) => most));

/** What one conversation has used of its limits; moments are in milliseconds, minutes are moments over 60,000. */
export type Used = {
  /** When the last were sent, the newest last. */
  recent: number[];
  /** How many in each minute of the last hour. */
  minutes: [minute: number, count: number][];
  /** The platform takes nothing from `from` until then. */
  held?: { from: number; until: number };
};

export const nothingSent: Used = { recent: [], minutes: [] };

/** Clocks of processes differ by less; what lies further ahead was written by a clock that was put back since. */
const skewMs = 5_000;

const sentBy = (used: Used, at: number): Used => ({
  ...used,
  recent: used.recent.filter((moment) => moment <= at + skewMs),
  minutes: used.minutes.filter(([minute]) => minute * minuteMs <= at + skewMs),
});

/** Milliseconds until one more may be sent. */
export function waitFor(before: Used, at: number): number {
  const used = sentBy(before, at);
  const waits = limits.map(({ most, withinMs }) => {
    const limiting = used.recent.at(-most);
    return limiting === undefined ? 0 : limiting + withinMs - at;
  });
  const { held } = used;
  const heldMs = held && held.from <= at + skewMs ? held.until - at : 0;
  return Math.max(0, heldMs, hourWait(used, at), ...waits);
}

/** Until so much of the hour has passed that there is room for one. */
function hourWait({ minutes }: Used, at: number): number {
  let room = anHour.most;
  for (const [minute, count] of minutes.toReversed()) {
    room -= count;
    const leavesAt = (minute + 1) * minuteMs + anHour.withinMs;
    if (room <= 0) return Math.max(0, leavesAt - at);
  }
  return 0;
}

/** After one more that is sent at that moment. */
export function counted(before: Used, at: number): Used {
  const { recent, minutes } = sentBy(before, at);
  const minute = Math.floor(at / minuteMs);
  const lasting = minutes.filter(([each]) => (each + 1) * minuteMs + anHour.withinMs > at);
  const last = lasting.at(-1);
  return {
    recent: [...recent, at].slice(-mostRecent).filter((moment) => at - moment < 30_000),
    minutes:
      last?.[0] === minute ? [...lasting.slice(0, -1), [minute, last[1] + 1]] : [...lasting, [minute, 1]],
  };
}

/** The platform asks to wait so long; an earlier hold that lasts longer stays. */
export function holdFor(used: Used, at: number, ms: number): Used {
  const before = used.held && used.held.from <= at + skewMs ? used.held.until : at;
  return { ...used, held: { from: at, until: Math.max(at + ms, before) } };
}
