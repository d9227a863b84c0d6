import type { Person } from '../../procedure/model/complaint.ts';
import { type Instant, later } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import { eventOf } from '../model/journal.ts';
import { type Message, personIn } from '../model/message.ts';
import { enqueue } from '../model/outbox.ts';

/** Milliseconds in which the answer to a registration must have arrived, before the receipt takes its place or follows it. */
const answeredMs = 3_000;

type Course = Pick<Dossier, 'complaint' | 'journal' | 'outbox'>;

/**
 * Tells whether the handler has the card: only then a complaint is forwarded (Art. 5). An erased one has no outbox, and was
 * closed.
 */
export const isPassedOn = ({ complaint, journal, outbox }: Course): boolean =>
  journal.at(0)?.erasable === undefined ||
  outbox.some(
    ({ content, status, to }) =>
      content.kind === 'case' &&
      status === 'sent' &&
      complaint.handler !== undefined &&
      personIn(to) === complaint.handler.person.id,
  );

/** Finds to whom a complaint was forwarded: its handler, or while they lack the card, the handler before them. */
export function passedOnTo(dossier: Course): Person | undefined {
  if (isPassedOn(dossier)) return dossier.complaint.handler?.person;
  const had = dossier.outbox.findLast(
    ({ content, status }) => content.kind === 'case' && status === 'sent',
  )?.to;
  return dossier.journal
    .map(eventOf)
    .flatMap((event) =>
      event.type === 'forwarded' || event.type === 'handed-over' ? [event.personal.to] : [],
    )
    .find(({ id }) => had !== undefined && personIn(had) === id);
}

/** Adds the receipt of the receiver, once, after the card of the handler has arrived. */
export function withReceipt(
  { id: number, complaint, outbox }: Pick<Dossier, 'id' | 'complaint' | 'outbox'>,
  { content }: Message,
  now: Instant,
): Message[] {
  const arrived = outbox.filter((one) => one.content.kind === 'case' && one.status === 'sent');
  if (content.kind !== 'case' || arrived.length !== 1) return outbox;
  const id = `${number}/receipt`;
  const to = { kind: 'person' as const, id: complaint.receiver.id };
  const next = enqueue(outbox, [{ id, to, content: { kind: 'receipt' } }], now);
  if (next === outbox) return outbox;
  const tryAt = later(now, answeredMs);
  return next.map((message) => (message.id === id ? { ...message, tryAt } : message));
}
