import type { View } from '../../procedure/access.ts';
import { openMeasures } from '../../procedure/articles/art06-answer.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { aPerson, object } from '../model/checks.ts';
import type { Dossier } from '../model/dossier.ts';
import type { JournalEntry } from '../model/journal.ts';
import {
  type Content,
  type ContentOf,
  isSameRecipient,
  type Message,
  mayHaveBeenRead,
  personIn,
  recipientName,
} from '../model/message.ts';
import { remindable } from './reminders.ts';

/** What makes a message that waits no longer true, or said again by a newer one. */

/** Tells whether it is the undelivered card of a complaint: for its handler, or for the board when there is none. */
export function awaitsHandler({ content, to, status }: Message, { stage, handler }: Complaint): boolean {
  if (stage === 'closed' || (status !== 'queued' && status !== 'gave-up')) return false;
  if (content.kind === 'unassigned') return handler === undefined;
  return content.kind === 'case' && handler !== undefined && personIn(to) === handler.person.id;
}

/** Tells whether the card that was reported as undelivered has been delivered since, or need not be any more. */
export function isForwarded(
  content: { message: string },
  _: Message,
  { outbox, complaint }: Dossier,
): boolean {
  return !outbox.some((message) => message.id === content.message && awaitsHandler(message, complaint));
}

/** Tells whether what was reported as undelivered needs nothing any more, or is the card of an earlier handler. */
export function isSolved(content: { message: string }, _: Message, { complaint, outbox }: Dossier): boolean {
  const subject = outbox.find(({ id }) => id === content.message);
  return (
    subject !== undefined && (!isUndelivered(subject, complaint) || isOfEarlierHandler(subject, complaint))
  );
}

/** Tells whether it is the card of an earlier handler; the present one has a card of their own. */
const isOfEarlierHandler = ({ content, to }: Message, { handler }: Complaint): boolean =>
  content.kind === 'case' && personIn(to) !== handler?.person.id;

/**
 * Tells whether something is still to be done: not for a letter that was sent by hand, nor for the card of a closed
 * complaint.
 */
const isUndelivered = ({ status, content }: Message, complaint: Complaint): boolean =>
  (status === 'queued' || status === 'gave-up' || status === 'uncertain') &&
  !(content.kind === 'case' && complaint.closed !== undefined) &&
  (content.kind !== 'letter' || waitingLetters(complaint).some(({ id }) => id === content.letter));

/** Tells whether no message about the complaint has reached its recipient, or may have, who then is to know nothing of it. */
export const hasReadNothing = (_: unknown, { id, to }: Message, { outbox, complaint }: Dossier): boolean =>
  !complaint.statements.some(({ of }) => of && of.id === personIn(to)) &&
  !outbox.some((one) => one.id !== id && mayHaveBeenRead(one) && isSameRecipient(one.to, to));

type Reminder = ContentOf<'reminder'>;

/** Tells whether a reminder reminds of nothing any more, or a newer one says the same. */
export const isPast = (
  content: Reminder,
  message: Message,
  { complaint, outbox }: Dossier,
  view: View,
): boolean =>
  !stillRuns(content, complaint, view) ||
  isRepeated(
    message,
    outbox,
    (later) =>
      later.kind === 'reminder' && later.deadline === content.deadline && later.measure === content.measure,
  );

const stillRuns = (content: Reminder, complaint: Complaint, { calendar, desk }: View): boolean =>
  remindable(complaint, calendar, desk).some(
    ({ kind, measure, dueOn }) =>
      kind === content.deadline && measure === content.measure && dueOn === content.dueOn,
  );

/** Tells whether an outcome is none any more, because the complaint goes on, or a newer message tells it. */
export const isNoEnd = (_: Content, message: Message, { complaint, outbox }: Dossier): boolean =>
  (complaint.stage !== 'heard' && complaint.closed === undefined) ||
  isRepeated(message, outbox, ({ kind }) => kind === 'outcome');

/** Tells whether a measure is done, or its new day is told in a newer message. */
export const isDoneOrTold = (
  { measure: id }: ContentOf<'measure'>,
  message: Message,
  { complaint, outbox }: Dossier,
): boolean =>
  !openMeasures(complaint).some((one) => one.id === id) ||
  isRepeated(message, outbox, (later) => later.kind === 'measure' && later.measure === id);

/** Tells whether a later message to the same recipient says the same. */
const isRepeated = (
  { id, to }: Message,
  outbox: readonly Message[],
  isSame: (later: Content) => boolean,
): boolean =>
  outbox
    .slice(outbox.findIndex((message) => message.id === id) + 1)
    .some((later) => isSame(later.content) && isSameRecipient(later.to, to));

/** Tells whether the respondent who was asked for a statement has given it since. */
export const isStated = (_: Content, { to, queuedAt }: Message, { journal }: Dossier): boolean =>
  journal.some((entry) => entry.at > queuedAt && statedBy(entry) === recipientName(to));

/** Returns the id of the respondent whose statement an entry of the journal is. */
function statedBy({ type, erasable }: JournalEntry): PersonId | undefined {
  const personal = type === 'statement-recorded' ? erasable?.personal : undefined;
  const respondent = object(personal) ? personal.respondent : undefined;
  return aPerson(respondent) ? respondent.id : undefined;
}
