import { isByWebsite } from '../../procedure/articles/art04-website.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling, isAbsent, isAmong } from '../../procedure/model/desk.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { type Instant, millisecondsBetween } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import {
  type CaseContent,
  type ContentOf,
  isSameRecipient,
  type Message,
  personIn,
  type Recipient,
  recipientRules,
  whyHeldBack,
} from '../model/message.ts';
import { firstTryOf, type NewMessage } from '../model/outbox.ts';
import { isOfBulletin } from './bulletin-rules.ts';
import { mayReachChannel } from './follow-ups.ts';
import { caseRules, isForTheHandler } from './message-rules.ts';

/** Milliseconds after which a failing or waiting message is reported to somebody; its tries go on. */
export const tellAfterMs = 30 * 60_000;

/**
 * Tells whether somebody must be told that a message is not delivered: at once when the recipient cannot be reached, when it
 * was given up, is not tried within half an hour, or is a letter on its last day; otherwise when it has failed for half an
 * hour.
 */
export function mustBeTold(message: Message, { letters }: Complaint, { now, today }: Context): boolean {
  const { status, unreachable, content } = message;
  if (status === 'gave-up' || status === 'uncertain' || (status === 'queued' && unreachable)) return true;
  if (!isFailing(message)) return false;
  const letter = letters.find(({ id }) => content.kind === 'letter' && id === content.letter);
  return hasFailedLong(message, now) || (letter?.dueOn !== undefined && letter.dueOn <= today);
}

/** Tells whether it waits after a try that failed, or untried because nothing reaches its recipient. */
export const isFailing = ({
  status,
  attempts,
  heldSince,
}: Pick<Message, 'status' | 'attempts' | 'heldSince'>): boolean =>
  status === 'queued' && (attempts.at(-1)?.fault !== undefined || heldSince !== undefined);

/**
 * Tells whether it has failed for half an hour since its first try, with whatever faults, or is not tried within half an
 * hour.
 */
export const hasFailedLong = (message: Message, now: Instant): boolean =>
  isFailing(message) &&
  (isPast(message.heldSince, now) || isPast(firstTryOf(message)?.at, now) || isPast(now, message.tryAt));

const isPast = (since: Instant | undefined, until: Instant | undefined): boolean =>
  since !== undefined && until !== undefined && millisecondsBetween(since, until) >= tellAfterMs;

/** Finds the next at the desk in the order of handling (Art. 5): no respondent, not the handler, and present if anybody is. */
export function nextAtTheDesk(
  personId: PersonId | undefined,
  complaint: Complaint,
  { desk, today }: Pick<Context, 'desk' | 'today'>,
): Person | undefined {
  const order = inOrderOfHandling(desk).map(({ person }) => person);
  const place = order.findIndex(({ id }) => id === personId) + 1;
  const candidates = [...order.slice(place), ...order.slice(0, place)].filter(
    (person) => person.id !== personId && mayHearOfIt(person, complaint),
  );
  return candidates.find((person) => !isAbsent(person, desk, today)) ?? candidates[0];
}

/** Tells whether somebody may hear of a complaint that does not reach its handler: anybody else whom it is not about. */
export const mayHearOfIt = ({ id }: Person, { respondents, handler }: Complaint): boolean =>
  id !== handler?.person.id && !isAmong({ id, name: '' }, respondents);

/**
 * Chooses who is told that a message cannot be delivered: the handler, of what they do by hand and of what somebody else
 * should have read; of a letter about what nobody may handle (Art. 10), who registered it; else the next at the desk, and so on if that person cannot be reached either. The channel also hears that
 * a card does not reach the handler. Of the channel itself the officer is told (set-up-faults.ts).
 */
export function escalate(
  message: Message,
  { complaint, outbox }: Pick<Dossier, 'complaint' | 'outbox'>,
  context: Pick<Context, 'desk' | 'today'>,
): NewMessage[] {
  const { id, to, content } = message;
  const { handler } = complaint;
  if (!recipientRules[to.kind].isReported || isOfBulletin(content)) return [];
  const { whenUndelivered } = caseRules[content.kind];
  if (whenUndelivered === 'nobody') return [];
  const reader = personIn(to);
  // Who was told that it is not accepted hears it once more when it is not tried any more.
  const told = whyHeldBack(message) ?? 'undelivered';
  const isTheHandler = handler !== undefined && reader === handler.person.id;
  if (handler && !isTheHandler && whenUndelivered !== 'next-at-desk') {
    return unlessTold([notice(handler.person, { message: id, what: content.kind }, told)], to, outbox);
  }
  const { receiver } = complaint;
  if (content.kind === 'letter' && !handler && !isByWebsite(complaint) && mayHearOfIt(receiver, complaint))
    return unlessTold([notice(receiver, { message: id, what: content.kind }, told)], to, outbox);
  if (reader === undefined) return [];
  const next = nextAtTheDesk(reader, complaint, context);
  const alarm: NewMessage = {
    id: `${id}/undelivered/channel`,
    to: { kind: 'channel' },
    content: { kind: 'forwarding-alarm', message: id },
  };
  return [
    ...unlessTold(next ? [notice(next, subjectOf(id, content))] : [], to, outbox),
    ...(content.kind === 'case' && mayReachChannel(complaint, context.desk) ? [alarm] : []),
  ];
}

type Subject = Pick<ContentOf<'undelivered'>, 'message' | 'what'>;

/**
 * Finds what an undelivered notice was about, so that the next is told that. Where it is for the handler only, they are told
 * that a message was not delivered, and not which.
 */
function subjectOf(id: string, content: CaseContent): Subject {
  if (content.kind === 'forwarding-alarm') return { message: content.message, what: 'case' };
  if (content.kind === 'undelivered' && !isForTheHandler(content.what))
    return { message: content.message, what: content.what };
  return { message: id, what: isForTheHandler(content.kind) ? 'undelivered' : content.kind };
}

const notice = (
  { id }: Person,
  subject: Subject,
  told: ReturnType<typeof whyHeldBack> | 'undelivered' = 'undelivered',
): NewMessage => ({
  id: `${subject.message}/${told}/${id}`,
  to: { kind: 'person', id },
  content: { kind: 'undelivered', ...subject },
});

/**
 * Removes notices that repeat what somebody was told of the same person while nothing has reached that person since. Every
 * letter is reported: the handler sends each by hand.
 */
function unlessTold(notices: NewMessage[], to: Recipient, outbox: readonly Message[]): NewMessage[] {
  if (recipientRules[to.kind].isDoneByHand) return notices;
  const reachedAt = lastReached(to, outbox);
  const told = outbox.filter(
    ({ status, queuedAt }) => status !== 'withheld' && (!reachedAt || queuedAt >= reachedAt),
  );
  return notices.filter(
    (fresh) =>
      !told.some(({ to: reader, content }) => {
        if (content.kind !== 'undelivered' || fresh.content.kind !== 'undelivered') return false;
        const subject = outbox.find(({ id }) => id === content.message);
        const isSame = isSameRecipient(reader, fresh.to) && content.what === fresh.content.what;
        return isSame && isWaitingFor(to, subject);
      }),
  );
}

/** Finds when something last arrived there; undefined when nothing ever did. */
const lastReached = (to: Recipient, outbox: readonly Message[]): Instant | undefined =>
  outbox
    .flatMap((message) => (isSameRecipient(message.to, to) ? (message.sentAt ?? []) : []))
    .sort()
    .at(-1);

const isWaitingFor = (to: Recipient, subject: Message | undefined): boolean =>
  subject !== undefined &&
  isSameRecipient(subject.to, to) &&
  ['queued', 'gave-up', 'uncertain'].includes(subject.status);
