import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Undelivered } from '../register/delivery.ts';
import { alarmClock } from './alarm-clock.ts';

/** A message that waits in the line of its recipient. */
export type Errand = { document: string; message: string; urgency: number; queuedAt: Instant };

/** Nothing goes to a recipient before that moment, because the last that was tried did not arrive. */
export type Hold = { since: Instant; until: Instant; why: Undelivered };

/**
 * What a try showed of the recipient: that it takes messages, that nothing reaches it, or that the limits have no room
 * for it until that moment. Undefined: nothing, for there was nothing to send.
 */
export type Result = 'reached' | { hold: Omit<Hold, 'since'> } | { fullUntil: Instant } | undefined;

export type LinesParts = {
  /** Tries one; `failures` says how many tries in a row failed in this line. Never rejects. */
  run(errand: Errand, failures: number): Promise<Result>;
  /** Has one wait until the hold of its recipient ends. Never rejects. */
  park(errand: Errand, hold: Hold): Promise<void>;
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
  fullUntil?: Instant | undefined;
};

export type Lines = ReturnType<typeof lines>;

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
    const line = all.get(name) ?? { waiting: new Map(), running: undefined, failures: 0 };
    all.set(name, line);
    return line;
  };

  const isAhead = (until: Instant | undefined): boolean => until !== undefined && clock.now() < until;

  /** A clock that was set back to before the hold knows nothing of it. */
  const holds = ({ hold }: Line): boolean =>
    hold !== undefined && isAhead(hold.until) && hold.since <= clock.now();

  function begin(name: string): void {
    const line = lineNamed(name);
    if (line.running || isStopped) return;
    if (line.waiting.size === 0) {
      if (line.failures === 0) all.delete(name);
      return;
    }
    line.running = work(name, line).finally(() => {
      line.running = undefined;
      if (isAhead(line.fullUntil) && !holds(line)) comeBack(name, line);
      else begin(name);
    });
  }

  /** The limits have room again at `fullUntil`; whoever waits for this line is not kept until then. */
  function comeBack(name: string, { waiting, fullUntil = clock.now() }: Line): void {
    for (const { tried } of waiting.values()) tried.resolve();
    again.set(name, Date.parse(fullUntil) - Date.parse(clock.now()) + 1);
  }

  async function work(name: string, line: Line): Promise<void> {
    while (!isStopped && !isAhead(line.fullUntil)) {
      const next = holds(line) ? anyOf(line) : mostUrgent(line);
      if (!next) return;
      line.waiting.delete(keyOf(next));
      underway.set(keyOf(next), next);
      if (line.hold && holds(line)) await park(next, line.hold);
      else await tryOne(line, next);
      underway.delete(keyOf(next));
      next.tried.resolve();
      if (isAhead(line.fullUntil)) add(name, next);
    }
  }

  async function tryOne(line: Line, next: Waiting): Promise<void> {
    const isHealthy = line.failures === 0;
    if (isHealthy) await enter();
    try {
      learn(line, await run(next, line.failures));
    } finally {
      if (isHealthy) leave();
    }
  }

  function learn(line: Line, result: Result): void {
    if (result === undefined) return;
    if (result === 'reached') Object.assign(line, { failures: 0, hold: undefined, fullUntil: undefined });
    else if ('fullUntil' in result) line.fullUntil = result.fullUntil;
    else {
      line.failures += 1;
      line.hold = { since: clock.now(), ...result.hold };
    }
  }

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

  function mostUrgent({ waiting }: Line): Waiting | undefined {
    let first: Waiting | undefined;
    for (const one of waiting.values()) if (!first || isBefore(one, first)) first = one;
    return first;
  }

  /** Has it wait in that line, unless it does already. */
  function add(name: string, errand: Errand): void {
    if (isStopped) return;
    const line = lineNamed(name);
    const known = line.waiting.get(keyOf(errand));
    const entry = known ?? { ...errand, place: ++places, tried: Promise.withResolvers<void>() };
    line.waiting.set(keyOf(entry), entry);
    if (isAhead(line.fullUntil)) entry.tried.resolve();
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
        ({ running, waiting, fullUntil }) => running || (waiting.size > 0 && !isAhead(fullUntil)),
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
