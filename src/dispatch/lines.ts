import type { Undelivered } from '../register/model/delivery.ts';
import { personIn, type Recipient } from '../register/model/message.ts';
import { type Instant, later, millisecondsBetween } from '../time/local-date.ts';
import { keyedTimers } from './keyed-queue.ts';

/** Names the line of a recipient, in which one message goes out at a time. */
export function lineOf(to: Recipient): string {
  const person = personIn(to);
  return person === undefined ? to.kind : `person ${person}`;
}

/** A message that waits in the line of its recipient. */
export type Errand = {
  document: string;
  message: string;
  urgency: number;
  queuedAt: Instant;
  /** Messages of one group to one recipient go out together, as one with a count. */
  group?: string | undefined;
};

/** Until when nothing is sent to a recipient, because the last message that was tried did not arrive. */
export type Hold = { since: Instant; until: Instant; why: Undelivered };

/**
 * What a try shows of the recipient: reached, on hold because nothing reaches them, or no room in the limits until that
 * moment. Undefined when there was nothing to send.
 */
export type Result = 'reached' | { hold: Omit<Hold, 'since'> } | { fullUntil: Instant } | undefined;

export type LinesParts = {
  /** Tries one message of a line, together with others of its group. Never rejects. */
  run(line: string, errand: Errand, together: readonly Errand[]): Promise<Result>;
  /** Postpones a message until the hold on its recipient ends. Never rejects. */
  park(line: string, errand: Errand): Promise<void>;
  clock: { now(): Instant };
  /** How many are tried at the same time, not counting recipients that do not answer. */
  atOnce: number;
};

type Waiting = Errand & { place: number; tried: PromiseWithResolvers<void> };

type Line = {
  waiting: Map<string, Waiting>;
  running: Promise<void> | undefined;
  failures: number;
  hold?: Hold | undefined;
  full?: Span | undefined;
  /** Until when it pauses, where who waits for its messages was told so: they are told anew only of another moment. */
  pause?: Instant | undefined;
  /** Until when more of a group is gathered, since one of it was sent. */
  gathers: Map<string, Span>;
};

/** From `since` until `until`; it does not count for a clock that was set back to before it. */
type Span = { since: Instant; until: Instant };

/** How long messages of a group are gathered, in milliseconds, and how many go out together, to spare the limits of a chat. */
const gatherMs = 10_000;
const mostTogether = 200;

const keyOf = ({ document, message }: Pick<Errand, 'document' | 'message'>): string =>
  `${document} ${message}`;

/**
 * Keeps a line for each recipient, in which one message goes out at a time, the most urgent first. When one does not arrive
 * the whole line waits until the hold ends; then one of them is tried, and if that arrives the others follow. No line waits
 * for another.
 */
export function lines({ run, park, clock, atOnce }: LinesParts) {
  const all = new Map<string, Line>();
  const underway = new Map<string, Waiting>();
  const atTheDoor: (() => void)[] = [];
  const again = keyedTimers((name) => begin(name));
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

  /** Returns until when nothing in the line may be sent; undefined when something may. */
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
    if (until) return void comeBack(name, line, until);
    line.pause = undefined;
    line.running = work(name, line).finally(() => {
      line.running = undefined;
      begin(name);
    });
  }

  /** Continues the line at that moment, and resolves now for who waits for it. */
  function comeBack(name: string, line: Line, until: Instant): void {
    if (line.pause !== until) for (const { tried } of line.waiting.values()) tried.resolve();
    line.pause = until;
    again.set(name, millisecondsBetween(clock.now(), until) + 1);
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

  /** Adds a message to that line, unless it waits there already. */
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
    /** Tells whether that message waits in that line. */
    has: (name: string, errand: Pick<Errand, 'document' | 'message'>): boolean =>
      all.get(name)?.waiting.has(keyOf(errand)) ?? false,
    /** Resolves when every message of that document has been tried, or has to wait for more than its turn. */
    async tried(document: string): Promise<void> {
      const waiting = [...all.values()].flatMap((line) => [...line.waiting.values()]);
      const ours = [...waiting, ...underway.values()].filter((one) => one.document === document);
      await Promise.all(ours.map(({ tried }) => tried.promise));
    },
    /** Ends the hold on a line. */
    lift(name: string): void {
      const line = all.get(name);
      if (line) line.hold = undefined;
    },
    /** Tells whether a message is being tried, or waits for its turn (and not for the limits). */
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
