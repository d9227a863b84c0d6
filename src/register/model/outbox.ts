import { website } from '../../procedure/articles/art04-website.ts';
import type { Instant } from '../../time/local-date.ts';
import { type Attempt, type Message, personIn, recipientRules } from './message.ts';
import { summedUp, withdrawn } from './repeats.ts';

/** A message before it is in an outbox. */
export type NewMessage = Pick<Message, 'id' | 'to' | 'content'>;

/**
 * The outcome of a delivery. A fault without `retryAt` was the last try; `unreachable`: it waits until the recipient can be
 * reached; `uncertain`: it may have arrived. A postponed message was not tried: the platform's limits had no room for it, or
 * (`held`) nothing reaches its recipient for the moment.
 */
export type DeliveryOutcome =
  | { at: Instant; activityId: string }
  | { at: Instant; fault: string; retryAt?: Instant; unreachable?: true }
  | { at: Instant; fault: string; uncertain: true }
  | { at: Instant; postponedTo: Instant; held?: true }
  | { at: Instant; withheld: true };

/**
 * Adds messages to the outbox, to be tried at once. A message whose id is known changes nothing, whatever became of it; if all
 * are known it returns the very same outbox. An earlier message that says the same is withdrawn while it waits, and summed up
 * once it is settled.
 */
export function enqueue(outbox: Message[], messages: readonly NewMessage[], now: Instant): Message[] {
  const known = new Set(outbox.map(({ id }) => id));
  const isReadByNobody = ({ to }: NewMessage): boolean => personIn(to) === website.id;
  const added = messages.filter((one) => !isReadByNobody(one) && !known.has(one.id) && known.add(one.id));
  return added.reduce((before, { id, to, content }) => {
    const message: Message = { id, to, content, queuedAt: now, status: 'queued', attempts: [], tryAt: now };
    return summedUp(withdrawn(before, message, now), message);
  }, outbox);
}

/**
 * Claims for `by`, until that moment, one message that can be tried now: one of `wanted`, queued, its `tryAt` reached, and not
 * claimed by another whose lease still holds. Returns the very same outbox when there is none.
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
 * Records the outcome of a claimed message and releases the claim. Returns the very same outbox if another has claimed it
 * since, or there is no such message.
 */
export function settle(outbox: Message[], id: string, by: string, outcome: DeliveryOutcome): Message[] {
  const ours = outbox.some((message) => message.id === id && isHeldBy(message, by));
  return ours ? outbox.map((message) => (message.id === id ? settled(message, outcome) : message)) : outbox;
}

/**
 * Tells whether the sending of a letter began and was never settled: the process died, or could not record the outcome. A card
 * may come twice and a letter may not, so nobody may claim it before it is settled as uncertain.
 */
const wasBrokenOff = ({ status, to, lease }: Message, now: Instant): boolean =>
  status === 'queued' && !recipientRules[to.kind].mayComeTwice && lease !== undefined && lease.until <= now;

/** Settles a letter whose sending was broken off; returns the very same outbox for any other message. */
export function settleBrokenOff(outbox: Message[], id: string, now: Instant): Message[] {
  if (!outbox.some((message) => message.id === id && wasBrokenOff(message, now))) return outbox;
  const outcome = { at: now, fault: 'broken off while sending', uncertain: true } as const;
  return outbox.map((message) => (message.id === id ? settled(message, outcome) : message));
}

/** Postpones a message that is not claimed; returns the very same outbox for any other. */
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

/** Ends the leases of those who deliver no more, at that moment; returns the very same outbox if there are none. */
export function letGo(outbox: Message[], now: Instant, hasEnded: (by: string) => boolean): Message[] {
  const isAbandoned = ({ lease }: Message): boolean =>
    lease !== undefined && lease.until > now && hasEnded(lease.by);
  if (!outbox.some(isAbandoned)) return outbox;
  return outbox.map((message) =>
    message.lease && isAbandoned(message) ? { ...message, lease: { ...message.lease, until: now } } : message,
  );
}

/** Finds the earliest moment at which a queued message can be tried; undefined if none is queued. */
export function nextTryAt(outbox: readonly Message[]): Instant | undefined {
  const moments = outbox.filter(({ status }) => status === 'queued').map(freeAt);
  return moments.reduce<Instant | undefined>(
    (first, moment) => (first && first < moment ? first : moment),
    undefined,
  );
}

/** Tells whether a message can be tried now: queued, its `tryAt` reached, and not claimed. */
export const isDue = (message: Message, now: Instant): boolean =>
  message.status === 'queued' && freeAt(message) <= now;

const isClaimable = (message: Message, now: Instant, by: string): boolean =>
  isDue(message, now) || (message.lease?.by === by && isDue({ ...message, lease: undefined }, now));

const isHeldBy = ({ status, lease }: Message, by: string): boolean => status === 'queued' && lease?.by === by;

/** Sets the status that follows from a delivery, and nothing else does. */
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

/** The most different faults that are kept of a message; the oldest are summed up as one. */
const mostFaults = 8;

const various = 'various';

/** Counts how often a message was tried. */
export const triesOf = ({ attempts }: { attempts: readonly Attempt[] }): number =>
  attempts.reduce((sum, { times = 1 }) => sum + times, 0);

/** Finds the last try, with its fault if it failed; undefined when there was none. */
export function lastTryOf({ attempts }: { attempts: readonly Attempt[] }): Attempt | undefined {
  const last = attempts.at(-1);
  return last && { at: last.lastAt ?? last.at, ...(last.fault !== undefined && { fault: last.fault }) };
}

/** Finds the first try; undefined when there was none. Compares moments, because summed-up entries are in no order of time. */
export const firstTryOf = ({ attempts }: { attempts: readonly Attempt[] }): Attempt | undefined =>
  attempts.toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];

/** Counts how often a message failed for that reason. */
export const timesOf = (message: { attempts: readonly Attempt[] }, fault: string): number =>
  triesOf({ attempts: message.attempts.filter((attempt) => attempt.fault === fault) });

/**
 * Adds an attempt. Attempts that failed alike are one entry, with the first and the last moment and their number, so that a
 * message that is tried for weeks takes no more room than one that is tried twice. The entry of the last attempt comes last.
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

/** Joins two entries under the fault of the second. */
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

/** Makes the document of one message that belongs to no dossier, to be sent now; its id is that of the message. */
export const bulletinWith = (message: NewMessage, now: Instant) => ({
  kind: 'bulletin' as const,
  id: message.id,
  outbox: enqueue([], [message], now),
  attentionAt: now,
});
