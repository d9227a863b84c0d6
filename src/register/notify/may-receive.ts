import { type Standing, standings, type View } from '../../procedure/access.ts';
import { runningDeadlines } from '../../procedure/deadlines.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { isAmong, isAtDesk } from '../../procedure/model/desk.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import { mayCommand } from '../../procedure/steps.ts';
import type { Dossier } from '../model/dossier.ts';
import type { JournalEntry } from '../model/journal.ts';
import { type Content, isSameRecipient, type Message, type Recipient } from '../model/message.ts';
import { boardInCharge, mayReachChannel } from './follow-ups.ts';
import { awaitsHandler } from './forwarding-alarm.ts';
import { isForTheHandler } from './undeliverable.ts';

type Reminder = Extract<Content, { kind: 'reminder' }>;

/**
 * Whether a message may still be delivered, asked right before sending: since it was queued somebody may have become
 * a respondent, the case may have changed hands, or what it reminds of may be done. A digest is of its own day: the next
 * one takes its place.
 */
export function mayReceive(message: Message, dossier: Dossier | undefined, view: View): boolean {
  const { to, content } = message;
  if (!dossier)
    return content.kind === 'digest'
      ? content.day === view.today
      : ['set-up-fault', 'register-behind'].includes(content.kind) && isAtTheDesk(to, view);
  const { complaint } = dossier;
  if (isOvertaken(message, dossier, view)) return false;
  if (to.kind === 'channel') return mayReachChannel(complaint, view.desk);
  if (to.kind === 'mail') {
    return content.kind === 'letter' && waitingLetters(complaint).some(({ id }) => id === content.letter);
  }
  return mayBeTold({ id: to.id, name: '' }, content, complaint, view);
}

function mayBeTold(person: Person, content: Content, complaint: Complaint, view: View): boolean {
  const standing = standings(person, complaint, view);
  switch (content.kind) {
    case 'case':
      return (
        complaint.handler?.person.id === person.id &&
        !standing.includes('respondent') &&
        complaint.closed === undefined
      );
    case 'statement-given':
      return standing.includes('handler');
    case 'undelivered':
      return (
        standing.includes('handler') || (!isForTheHandler(content.what) && mayHelp(person, standing, view))
      );
    case 'forwarding-alarm':
      return mayHelp(person, standing, view);
    case 'receipt':
    case 'not-forwarded':
      return standing.includes('receiver');
    case 'reminder':
      return standing.includes('handler') || isAmong(person, boardInCharge(complaint, view.desk));
    case 'unassigned':
      return standing.includes('board-in-charge');
    case 'decision-request':
      return standing.includes('decision-maker') && !complaint.decision;
    case 'erasure-request':
      return complaint.erasureRequest !== undefined && mayCommand(person, 'answer-erasure', complaint, view);
    case 'erasure-warning':
      return complaint.closed !== undefined && !complaint.hold && mayHelp(person, standing, view);
    case 'statement-request':
      return standing.includes('respondent-heard');
    case 'position':
      return standing.includes('respondent');
    case 'letter':
    case 'digest':
    case 'set-up-fault':
    case 'register-behind':
      return false;
    default:
      return content satisfies never;
  }
}

/** Whoever handles complaints may know that one got stuck, unless they are a respondent. */
const mayHelp = (person: Person, standing: readonly Standing[], { desk }: View): boolean =>
  !standing.includes('respondent') && isAtDesk(person, desk);

const isAtTheDesk = (to: Recipient, { desk }: View): boolean => to.kind === 'person' && isAtDesk(to, desk);

/** Whether what a message says is no longer so, or a newer one says it again. */
function isOvertaken({ id, to, content, queuedAt }: Message, dossier: Dossier, view: View): boolean {
  const { complaint, outbox, journal } = dossier;
  switch (content.kind) {
    case 'reminder':
      return !stillRuns(content, complaint, view) || isRepeated(id, to, content, outbox);
    case 'forwarding-alarm':
    case 'not-forwarded':
      return !outbox.some((message) => message.id === content.message && awaitsHandler(message, complaint));
    case 'undelivered': {
      const subject = outbox.find((message) => message.id === content.message);
      return (
        subject !== undefined &&
        (!isUndelivered(subject, complaint) || isOfEarlierHandler(subject, complaint))
      );
    }
    case 'statement-request':
      return journal.some(
        ({ type, at, erasable }) =>
          type === 'statement-recorded' &&
          at > queuedAt &&
          to.kind === 'person' &&
          statedBy(erasable) === to.id,
      );
    default:
      return false;
  }
}

/** A card that did not reach who handled before: whoever handles it now has one of their own. */
const isOfEarlierHandler = ({ content, to }: Message, { handler }: Complaint): boolean =>
  content.kind === 'case' && to.kind === 'person' && to.id !== handler?.person.id;

/** A letter that was sent by hand needs nothing more either, nor the card of a complaint that is closed. */
const isUndelivered = ({ status, content }: Message, complaint: Complaint): boolean =>
  (status === 'queued' || status === 'gave-up' || status === 'uncertain') &&
  !(content.kind === 'case' && complaint.closed !== undefined) &&
  (content.kind !== 'letter' || waitingLetters(complaint).some(({ id }) => id === content.letter));

const isRepeated = (id: string, to: Recipient, content: Reminder, outbox: readonly Message[]): boolean =>
  outbox
    .slice(outbox.findIndex((message) => message.id === id) + 1)
    .some(
      (later) =>
        later.content.kind === 'reminder' &&
        later.content.deadline === content.deadline &&
        later.content.measure === content.measure &&
        isSameRecipient(later.to, to),
    );

const statedBy = (erasable: JournalEntry['erasable']): string | undefined =>
  (erasable?.personal as { respondent?: Person } | undefined)?.respondent?.id;

const stillRuns = (content: Reminder, complaint: Complaint, { calendar }: View): boolean =>
  runningDeadlines(complaint, calendar).some(
    ({ kind, measure, dueOn }) =>
      kind === content.deadline && measure === content.measure && dueOn === content.dueOn,
  );
