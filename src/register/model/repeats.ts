import type { Instant } from '../../time/local-date.ts';
import {
  type ContentOf,
  isSameRecipient,
  type Message,
  type MessageKind,
  mayHaveBeenRead,
} from './message.ts';

/** What a message of a kind says, for the kinds that a later message to the same recipient may repeat. */
const sayings: { [K in MessageKind]?: (content: ContentOf<K>) => string | undefined } = {
  reminder: ({ deadline, measure }) => `reminder ${deadline} ${measure ?? ''}`,
  undelivered: ({ what }) => (what === 'reminder' ? 'undelivered reminder' : undefined),
  letter: ({ letter }) => `letter ${letter}`,
  hearing: () => 'hearing',
  'hearing-off': () => 'hearing',
  'decision-request': ({ kind }) => kind,
  'erasure-warning': ({ kind }) => kind,
};

const sayingOf = <K extends MessageKind>(content: ContentOf<K> & { kind: K }): string | undefined =>
  sayings[content.kind]?.(content);

const saysAgain =
  (later: Message) =>
  ({ to, content }: Message): boolean =>
    sayingOf(content) !== undefined &&
    sayingOf(content) === sayingOf(later.content) &&
    isSameRecipient(to, later.to);

/**
 * Withdraws, before a message is added, earlier ones that say the same and still wait, unless one is being sent. Returns the
 * very same outbox when there are none.
 */
export function withdrawn(outbox: Message[], later: Message, now: Instant): Message[] {
  const isRepeated = saysAgain(later);
  const goes = (message: Message): boolean =>
    message.status === 'queued' && !(message.lease && message.lease.until > now) && isRepeated(message);
  if (!outbox.some(goes)) return outbox;
  return outbox.map((message) => {
    if (!goes(message)) return message;
    const { lease: _, tryAt: __, unreachable: ___, heldSince: ____, ...settled } = message;
    return { ...settled, status: 'withdrawn' };
  });
}

/**
 * Adds a message that carries the sum of the earlier ones that said the same; of those it keeps only the last (and the
 * newest, where the clock was set back), the last that was sent and the last that may have been read. Otherwise the dossier of a forgotten complaint, which has
 * a reminder every werkdag, would grow without end.
 */
export function summedUp(outbox: readonly Message[], message: Message): Message[] {
  const before = outbox.filter(saysAgain(message));
  const newest = before.reduce<Message | undefined>(
    (first, one) => (first && first.queuedAt > one.queuedAt ? first : one),
    undefined,
  );
  const sent = before.findLast(({ status }) => status === 'sent');
  const kept = [newest, before.at(-1), sent, before.findLast(mayHaveBeenRead)];
  const goes = before.filter((one) => isSummedUp(one) && !kept.includes(one));
  const earlier = [...goes.map(asSum), ...before.flatMap((one) => one.earlier ?? [])].reduce<
    Message['earlier']
  >((sum, one) => (sum ? added(sum, one) : one), undefined);
  const rest = outbox
    .filter((one) => !goes.includes(one))
    .map((one) => (before.includes(one) ? bare(one) : one));
  return [...rest, earlier ? { ...message, earlier } : message];
}

/** Tells whether a settled message may be summed up; every sending of a letter counts by itself. */
const isSummedUp = ({ status, content }: Message): boolean =>
  status !== 'queued' && content.kind !== 'letter';

type Sum = NonNullable<Message['earlier']>;

const asSum = ({ queuedAt, status }: Message): Sum => ({
  times: 1,
  sent: status === 'sent' ? 1 : 0,
  since: queuedAt,
});

const added = (one: Sum, other: Sum): Sum => ({
  times: one.times + other.times,
  sent: one.sent + other.sent,
  since: one.since < other.since ? one.since : other.since,
});

const bare = ({ earlier: _, ...message }: Message): Message => message;
