import type { Undelivered } from '../register/model/delivery.ts';
import type { Instant } from '../time/local-date.ts';
import { later } from '../time/local-date.ts';
import { alarmClock } from './keyed-queue.ts';

/** A message that waits in the line of its recipient. */
export type Errand = {
  document: string;
  message: string;
  urgency: number;
  queuedAt: Instant;
  /** Messages of one group to one recipient go out together, as one with a count. */
  group?: string | undefined;
};

/** Nothing goes to a recipient before that moment, because the last that was tried did not arrive. */
export type Hold = { since: Instant; until: Instant; why: Undelivered };

/**
 * What a try showed of the recipient: that it takes messages, that nothing reaches it, or that the limits have no room
 * for it until that moment. Undefined: nothing, for there was nothing to send.
 */
export type Result = 'reached' | { hold: Omit<Hold, 'since'> } | { fullUntil: Instant } | undefined;

export type LinesParts = {
  /** Tries one of that line, with what goes out together with it. Never rejects. */
  run(line: string, errand: Errand, together: readonly Errand[]): Promise<Result>;
  /** Has one wait until the hold of its recipient ends. Never rejects. */
  park(line: string, errand: Errand): Promise<void>;
  clock: { now(): Instant };
  /** How many are tried at the same time, those to recipients who do not answer left aside. */
  atOnce: number;
};

type Waiting = Errand & { place: number; tried: PromiseWithResolvers<void> };

type Line = {
  waiting: Map<string, Waiting>;
  running: Promise<void> | undefined;
  failures: number;
  hold?: Hold | undefined;
  full?: Span | undefined;
  /** Of each group: until when what else belongs to it is gathered, since one of it went out. */
  gathers: Map<string, Span>;
};

/** Counts from `since` until `until`: a clock that was set back to before it knows nothing of it. */
type Span = { since: Instant; until: Instant };

/** How long what belongs to a group is gathered, in milliseconds, and how many go out together. It keeps the limits of a chat free for what is not of that group. */
const gatherMs = 10_000;
const mostTogether = 200;

const keyOf = ({ document, message }: Pick<Errand, 'document' | 'message'>): string =>
  `${document} ${message}`;

/**
 * A line for each recipient, in which one message goes out at a time, the most urgent first. When one does not arrive
 * all that stand in that line wait until the hold ends; then one of them is tried, and if that arrives the others
 * follow. No line waits for another.
 */
export function lines({ run, park, clock, atOnce }: LinesParts) {
  const all = new Map<string, Line>();
  const underway = new Map<string, Waiting>();
  const atTheDoor: (() => void)[] = [];
  const again = alarmClock((name) => begin(name));
  let inside = 0;
  let places = 0;
  let isStopped = false;

  const lineNamed = (name: string): Line => {
    const line = all.get(name) ?? { waiting: new Map(), running: undefined, failures: 0, gathers: new Map() };
    all.set(name, line);
    return line;
  };

  const counts = (span: Span | undefined): boolean =>
    span !== undefined && span.since <= clock.now() && clock.now() < span.until;

  const holds = ({ hold }: Line): boolean => counts(hold);

  const isGathered = ({ gathers }: Line, { group }: Errand): boolean =>
    group !== undefined && counts(gathers.get(group));

  /** Until when nothing of what waits there may go; undefined where something may. */
  function pausedUntil(line: Line): Instant | undefined {
    if (holds(line) || line.waiting.size === 0) return undefined;
    if (line.full && counts(line.full)) return line.full.until;
    if (mostUrgent(line)) return undefined;
    const gathering = [...line.gathers.values()].filter(counts);
    return gathering.map(({ until }) => until).sort()[0];
  }

  function begin(name: string): void {
    const line = lineNamed(name);
    if (line.running || isStopped) return;
    if (line.waiting.size === 0) {
      if (line.failures === 0 && ![...line.gathers.values()].some(counts)) all.delete(name);
      return;
    }
    const until = pausedUntil(line);
    if (until) {
      comeBack(name, line, until);
      return;
    }
    line.running = work(name, line).finally(() => {
      line.running = undefined;
      begin(name);
    });
  }

  /** The line goes on at that moment; whoever waits for it is not kept until then. */
  function comeBack(name: string, { waiting }: Line, until: Instant): void {
    for (const { tried } of waiting.values()) tried.resolve();
    again.set(name, Date.parse(until) - Date.parse(clock.now()) + 1);
  }

  async function work(name: string, line: Line): Promise<void> {
    while (!isStopped && !counts(line.full)) {
      const next = holds(line) ? anyOf(line) : mostUrgent(line);
      if (!next) return;
      const together = holds(line) ? [] : othersOf(line, next);
      for (const one of [next, ...together]) {
        line.waiting.delete(keyOf(one));
        underway.set(keyOf(one), one);
      }
      if (holds(line)) await park(name, next);
      else await tryOne(name, line, next, together);
      for (const one of [next, ...together]) {
        underway.delete(keyOf(one));
        one.tried.resolve();
        if (counts(line.full)) add(name, one);
      }
    }
  }

  const othersOf = (line: Line, next: Waiting): Waiting[] =>
    next.group === undefined
      ? []
      : [...line.waiting.values()]
          .filter((one) => one !== next && one.group === next.group)
          .slice(0, mostTogether - 1);

  async function tryOne(
    name: string,
    line: Line,
    next: Waiting,
    together: readonly Waiting[],
  ): Promise<void> {
    const isHealthy = line.failures === 0;
    if (isHealthy) await enter();
    try {
      const result = await run(name, next, together);
      learn(line, result);
      if (result === 'reached' && next.group !== undefined) line.gathers.set(next.group, lasting(gatherMs));
    } finally {
      if (isHealthy) leave();
    }
  }

  function learn(line: Line, result: Result): void {
    if (result === undefined) return;
    if (result === 'reached') Object.assign(line, { failures: 0, hold: undefined, full: undefined });
    else if ('fullUntil' in result) line.full = { since: clock.now(), until: result.fullUntil };
    else {
      line.failures += 1;
      line.hold = { since: clock.now(), ...result.hold };
    }
  }

  const lasting = (ms: number): Span => ({ since: clock.now(), until: later(clock.now(), ms) });

  async function enter(): Promise<void> {
    if (inside >= atOnce) await new Promise<void>((enter) => atTheDoor.push(enter));
    else inside += 1;
  }

  function leave(): void {
    const next = atTheDoor.shift();
    if (next) next();
    else inside -= 1;
  }

  const anyOf = ({ waiting }: Line): Waiting | undefined => waiting.values().next().value;

  function mostUrgent(line: Line): Waiting | undefined {
    let first: Waiting | undefined;
    for (const one of line.waiting.values())
      if (!isGathered(line, one) && (!first || isBefore(one, first))) first = one;
    return first;
  }

  /** Has it wait in that line, unless it does already. */
  function add(name: string, errand: Errand): void {
    if (isStopped) return;
    const line = lineNamed(name);
    const known = line.waiting.get(keyOf(errand));
    const entry = known ?? { ...errand, place: ++places, tried: Promise.withResolvers<void>() };
    line.waiting.set(keyOf(entry), entry);
    if (counts(line.full) || isGathered(line, entry)) entry.tried.resolve();
    if (!line.running) setImmediate(begin, name);
  }

  return {
    add,
    /** Whether that message waits in that line. */
    has: (name: string, errand: Pick<Errand, 'document' | 'message'>): boolean =>
      all.get(name)?.waiting.has(keyOf(errand)) ?? false,
    /** Resolves when all of that document has been tried, or has to wait longer than for its turn. */
    async tried(document: string): Promise<void> {
      const waiting = [...all.values()].flatMap((line) => [...line.waiting.values()]);
      const ours = [...waiting, ...underway.values()].filter((one) => one.document === document);
      await Promise.all(ours.map(({ tried }) => tried.promise));
    },
    /** That recipient can be reached: nothing is held any more. */
    lift(name: string): void {
      const line = all.get(name);
      if (line) line.hold = undefined;
    },
    /** Whether anything is tried, or waits for its turn and not for the limits. */
    isBusy: (): boolean =>
      [...all.values()].some(
        (line) => line.running || (line.waiting.size > 0 && pausedUntil(line) === undefined),
      ),
    stop(): void {
      isStopped = true;
      again.clear();
      for (const { waiting } of all.values()) {
        for (const { tried } of waiting.values()) tried.resolve();
        waiting.clear();
      }
    },
  };
}

const isBefore = (one: Waiting, other: Waiting): boolean =>
  one.urgency !== other.urgency
    ? one.urgency < other.urgency
    : one.queuedAt !== other.queuedAt
      ? one.queuedAt < other.queuedAt
      : one.place < other.place;
