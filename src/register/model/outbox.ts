import type { Instant } from '../../time/local-date.ts';
import type { Attempt, Message } from './message.ts';
import { summedUp, withdrawn } from './repeats.ts';

/** What somebody must be told, before it is in an outbox. */
export type NewMessage = Pick<Message, 'id' | 'to' | 'content'>;

/**
 * How one delivery ended. A fault without `retryAt` was the last try; `unreachable`: it waits until the recipient can be
 * reached; `uncertain`: it may have arrived. What was postponed was not tried: the platform's limits had no room for it,
 * or (`held`) nothing reaches its recipient for the moment.
 */
export type DeliveryOutcome =
  | { at: Instant; activityId: string }
  | { at: Instant; fault: string; retryAt?: Instant; unreachable?: true }
  | { at: Instant; fault: string; uncertain: true }
  | { at: Instant; postponedTo: Instant; held?: true }
  | { at: Instant; withheld: true };

/**
 * The outbox with these messages at its end, to be tried at once. A message whose id is known changes nothing,
 * whatever became of it; if all are known the answer is the very same outbox. What one of them says again is withdrawn
 * while it waits, and summed up once it is settled.
 */
export function enqueue(outbox: Message[], messages: readonly NewMessage[], now: Instant): Message[] {
  const known = new Set(outbox.map(({ id }) => id));
  const added = messages.filter(({ id }) => !known.has(id) && known.add(id));
  return added.reduce((before, { id, to, content }) => {
    const message: Message = { id, to, content, queuedAt: now, status: 'queued', attempts: [], tryAt: now };
    return summedUp(withdrawn(before, message, now), message);
  }, outbox);
}

/**
 * Takes what can be tried now, for `by`, until that moment: one of `wanted`, queued, its `tryAt` reached, and not in the
 * hands of another whose lease still holds. With nothing to claim the answer holds the very same outbox.
 */
export function claim(
  outbox: Message[],
  now: Instant,
  by: string,
  until: Instant,
  wanted: (message: Message) => boolean = () => true,
): { outbox: Message[]; claimed: Message[] } {
  const claimed: Message[] = [];
  const next = outbox.map((message) => {
    if (!wanted(message) || wasBrokenOff(message, now) || !isClaimable(message, now, by)) return message;
    const leased = { ...message, lease: { by, until } };
    claimed.push(leased);
    return leased;
  });
  return { outbox: claimed.length === 0 ? outbox : next, claimed };
}

/**
 * Writes down how the delivery of a claimed message ended and lets go of it. If another has taken it over since,
 * or there is no such message, the answer is the very same outbox.
 */
export function settle(outbox: Message[], id: string, by: string, outcome: DeliveryOutcome): Message[] {
  const ours = outbox.some((message) => message.id === id && isHeldBy(message, by));
  return ours ? outbox.map((message) => (message.id === id ? settled(message, outcome) : message)) : outbox;
}

/**
 * Whether the sending of a letter began and was never settled: the process died, or could not write down how it ended.
 * A card may come twice; a letter may not, so it is in nobody's hands until it is settled as uncertain.
 */
const wasBrokenOff = ({ status, to, lease }: Message, now: Instant): boolean =>
  status === 'queued' && to.kind === 'mail' && lease !== undefined && lease.until <= now;

/** Settles a letter of which the sending was broken off; for any other message the answer is the very same outbox. */
export function settleBrokenOff(outbox: Message[], id: string, now: Instant): Message[] {
  if (!outbox.some((message) => message.id === id && wasBrokenOff(message, now))) return outbox;
  const outcome = { at: now, fault: 'broken off while sending', uncertain: true } as const;
  return outbox.map((message) => (message.id === id ? settled(message, outcome) : message));
}

/** Has a message that nobody delivers now wait longer; for any other the answer is the very same outbox. */
export function postpone(
  outbox: Message[],
  id: string,
  outcome: Extract<DeliveryOutcome, { postponedTo: Instant }>,
): Message[] {
  const waits = (message: Message): boolean =>
    message.id === id && isDue(message, outcome.at) && !wasBrokenOff(message, outcome.at);
  return outbox.some(waits)
    ? outbox.map((message) => (waits(message) ? settled(message, outcome) : message))
    : outbox;
}

/** Ends, at that moment, the leases of those who deliver no more; if there are none the answer is the very same outbox. */
export function letGo(outbox: Message[], now: Instant, hasEnded: (by: string) => boolean): Message[] {
  const isAbandoned = ({ lease }: Message): boolean =>
    lease !== undefined && lease.until > now && hasEnded(lease.by);
  if (!outbox.some(isAbandoned)) return outbox;
  return outbox.map((message) =>
    message.lease && isAbandoned(message) ? { ...message, lease: { ...message.lease, until: now } } : message,
  );
}

/** The earliest moment at which a queued message can be tried; undefined if none is queued. */
export function nextTryAt(outbox: readonly Message[]): Instant | undefined {
  const moments = outbox.filter(({ status }) => status === 'queued').map(freeAt);
  return moments.reduce<Instant | undefined>(
    (first, moment) => (first && first < moment ? first : moment),
    undefined,
  );
}

/** Whether it can be tried now: it waits, its `tryAt` is reached, and it is in nobody's hands. */
export const isDue = (message: Message, now: Instant): boolean =>
  message.status === 'queued' && freeAt(message) <= now;

const isClaimable = (message: Message, now: Instant, by: string): boolean =>
  isDue(message, now) || (message.lease?.by === by && isDue({ ...message, lease: undefined }, now));

const isHeldBy = ({ status, lease }: Message, by: string): boolean => status === 'queued' && lease?.by === by;

/** The one place where a message gets another status than 'queued' because of its delivery. */
function settled(
  { lease: _, tryAt: __, unreachable: ___, heldSince, ...message }: Message,
  outcome: DeliveryOutcome,
): Message {
  if ('withheld' in outcome) return { ...message, status: 'withheld' };
  const since = heldSince ?? ('held' in outcome && outcome.held ? outcome.at : undefined);
  const held = since && { heldSince: since };
  if ('postponedTo' in outcome) return { ...message, tryAt: outcome.postponedTo, ...held };
  const attempts = withAttempt(message.attempts, outcome);
  if ('activityId' in outcome) {
    const { at, activityId } = outcome;
    return { ...message, status: 'sent', sentAt: at, activityId, attempts };
  }
  if ('uncertain' in outcome) return { ...message, status: 'uncertain', attempts };
  const { retryAt, unreachable } = outcome;
  if (retryAt === undefined) return { ...message, status: 'gave-up', attempts };
  return { ...message, attempts, tryAt: retryAt, ...held, ...(unreachable && { unreachable }) };
}

const wantedAt = ({ tryAt, queuedAt }: Message): Instant => tryAt ?? queuedAt;

function freeAt(message: Message): Instant {
  const at = wantedAt(message);
  return message.lease && message.lease.until > at ? message.lease.until : at;
}

/** Different faults kept of one message; those seen longest ago are summed up as one. */
const mostFaults = 8;

const various = 'various';

/** How often a message was tried. */
export const triesOf = ({ attempts }: { attempts: readonly Attempt[] }): number =>
  attempts.reduce((sum, { times = 1 }) => sum + times, 0);

/** When a message was tried last, and why that failed if it did; undefined when it never was. */
export function lastTryOf({ attempts }: { attempts: readonly Attempt[] }): Attempt | undefined {
  const last = attempts.at(-1);
  return last && { at: last.lastAt ?? last.at, ...(last.fault !== undefined && { fault: last.fault }) };
}

/** When a message was tried first; undefined when it never was. Where tries are summed up, their entries are in no order of time. */
export const firstTryOf = ({ attempts }: { attempts: readonly Attempt[] }): Attempt | undefined =>
  attempts.toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];

/** How often it failed for that reason. */
export const timesOf = (message: { attempts: readonly Attempt[] }, fault: string): number =>
  triesOf({ attempts: message.attempts.filter((attempt) => attempt.fault === fault) });

/**
 * The attempts with one more. Those that failed alike are one entry, with the first and the last moment and their
 * number, so that a message that is tried for weeks takes no more room than one that is tried twice. The entry of the
 * last attempt stands last.
 */
export function withAttempt(attempts: readonly Attempt[], { at, fault }: Attempt): Attempt[] {
  const before = attempts.find((attempt) => attempt.fault === fault);
  if (!before) return bounded([...attempts, fault === undefined ? { at } : { at, fault }]);
  const others = attempts.filter((attempt) => attempt !== before);
  return [...others, joined(before, { at, fault: before.fault })];
}

function bounded(attempts: Attempt[]): Attempt[] {
  const [first, second, ...others] = attempts;
  if (attempts.length <= mostFaults || !first || !second) return attempts;
  return [joined(first, { ...second, fault: various }), ...others];
}

/** Two entries as one, under the fault of the second. */
function joined(first: Attempt, second: Attempt): Attempt {
  const moments = [first.at, first.lastAt ?? first.at, second.at, second.lastAt ?? second.at].sort();
  const times = (first.times ?? 1) + (second.times ?? 1);
  const { fault } = second;
  return {
    at: moments[0] ?? first.at,
    ...(fault !== undefined && { fault }),
    times,
    lastAt: moments[3] ?? second.at,
  };
}
