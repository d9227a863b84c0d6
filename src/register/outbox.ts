import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Message } from './message.ts';

/** What somebody must be told, before it is in an outbox. */
export type NewMessage = Pick<Message, 'id' | 'to' | 'content'>;

/**
 * How one delivery ended. A fault without `retryAt` was the last try; `unreachable`: it waits until the recipient can be
 * reached. What was postponed was not tried: the platform's limits had no room for it.
 */
export type DeliveryOutcome =
  | { at: Instant; activityId: string }
  | { at: Instant; fault: string; retryAt?: Instant; unreachable?: true }
  | { at: Instant; postponedTo: Instant }
  | { at: Instant; withheld: true };

/**
 * The outbox with these messages at its end, to be tried at once. A message whose id is known changes nothing,
 * whatever became of it; if all are known the answer is the very same outbox.
 */
export function enqueue(outbox: Message[], messages: readonly NewMessage[], now: Instant): Message[] {
  const known = new Set(outbox.map(({ id }) => id));
  const added = messages.filter(({ id }) => !known.has(id) && known.add(id));
  if (added.length === 0) return outbox;
  return [
    ...outbox,
    ...added.map(
      ({ id, to, content }): Message => ({
        id,
        to,
        content,
        queuedAt: now,
        status: 'queued',
        attempts: [],
        tryAt: now,
      }),
    ),
  ];
}

/**
 * Takes what can be tried now, for `by`, until that moment: queued, its `tryAt` reached, and not in the hands of
 * another whose lease still holds. With nothing to claim the answer holds the very same outbox.
 */
export function claim(
  outbox: Message[],
  now: Instant,
  by: string,
  until: Instant,
): { outbox: Message[]; claimed: Message[] } {
  const claimed: Message[] = [];
  const next = outbox.map((message) => {
    if (!isClaimable(message, now, by)) return message;
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

/** Ends the leases of those who deliver no more; if there are none the answer is the very same outbox. */
export function letGo(outbox: Message[], hasEnded: (by: string) => boolean): Message[] {
  const isAbandoned = ({ lease }: Message): boolean => lease !== undefined && hasEnded(lease.by);
  if (!outbox.some(isAbandoned)) return outbox;
  return outbox.map((message) => (isAbandoned(message) ? { ...message, lease: undefined } : message));
}

/** The earliest moment at which a queued message can be tried; undefined if none is queued. */
export function nextTryAt(outbox: readonly Message[]): Instant | undefined {
  const moments = outbox.filter(({ status }) => status === 'queued').map(freeAt);
  return moments.reduce<Instant | undefined>(
    (first, moment) => (first && first < moment ? first : moment),
    undefined,
  );
}

function isClaimable(message: Message, now: Instant, by: string): boolean {
  const { status, lease } = message;
  if (status !== 'queued' || wantedAt(message) > now) return false;
  return lease === undefined || lease.by === by || lease.until <= now;
}

const isHeldBy = ({ status, lease }: Message, by: string): boolean => status === 'queued' && lease?.by === by;

function settled(
  { lease: _, tryAt: __, unreachable: ___, ...message }: Message,
  outcome: DeliveryOutcome,
): Message {
  if ('withheld' in outcome) return { ...message, status: 'withheld' };
  if ('postponedTo' in outcome) return { ...message, tryAt: outcome.postponedTo };
  if ('activityId' in outcome) {
    const { at, activityId } = outcome;
    return { ...message, status: 'sent', sentAt: at, activityId, attempts: [...message.attempts, { at }] };
  }
  const { at, fault, retryAt, unreachable } = outcome;
  const attempts = [...message.attempts, { at, fault }];
  if (retryAt === undefined) return { ...message, status: 'gave-up', attempts };
  return { ...message, attempts, tryAt: retryAt, ...(unreachable && { unreachable }) };
}

const wantedAt = ({ tryAt, queuedAt }: Message): Instant => tryAt ?? queuedAt;

function freeAt(message: Message): Instant {
  const at = wantedAt(message);
  return message.lease && message.lease.until > at ? message.lease.until : at;
}
