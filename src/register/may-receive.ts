import { mayCommand, type Standing, standings, type View } from '../procedure/access.ts';
import type { Complaint, Person } from '../procedure/complaint.ts';
import { inOrderOfHandling, isAmong } from '../procedure/desk.ts';
import { waitingLetters } from '../procedure/letter.ts';
import { runningDeadlines } from '../procedure/running.ts';
import { awaitsHandler } from './alarm.ts';
import type { Dossier } from './dossier.ts';
import { boardInCharge, mayReachChannel } from './follow-ups.ts';
import type { Content, Message } from './message.ts';
import { isForTheHandler } from './when-undelivered.ts';

/**
 * Whether a message may still be delivered, asked right before sending: since it was queued somebody may have become
 * a respondent, the case may have changed hands, or what it reminds of may be done. A digest is of its own day: the next
 * one takes its place.
 */
export function mayReceive(message: Message, dossier: Dossier | undefined, view: View): boolean {
  if (!dossier) return message.content.kind === 'digest' && message.content.day === view.today;
  const { complaint } = dossier;
  const { to, content } = message;
  if (content.kind === 'reminder' && !stillRuns(content, complaint, view)) return false;
  if (content.kind === 'forwarding-alarm' && !stillAwaited(content.message, dossier)) return false;
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
      return complaint.handler?.person.id === person.id && !standing.includes('respondent');
    case 'statement-given':
      return standing.includes('handler');
    case 'undelivered':
      return (
        standing.includes('handler') || (!isForTheHandler(content.what) && mayHelp(person, standing, view))
      );
    case 'forwarding-alarm':
      return mayHelp(person, standing, view);
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
      return false;
    default:
      return content satisfies never;
  }
}

/** Whoever handles complaints may know that one got stuck, unless he is a respondent. */
const mayHelp = (person: Person, standing: readonly Standing[], { desk }: View): boolean =>
  !standing.includes('respondent') &&
  isAmong(
    person,
    inOrderOfHandling(desk).map((one) => one.person),
  );

const stillAwaited = (id: string, { complaint, outbox }: Dossier): boolean =>
  outbox.some((message) => message.id === id && awaitsHandler(message, complaint));

const stillRuns = (
  content: { deadline: string; measure?: string; dueOn: string },
  complaint: Complaint,
  { calendar }: View,
): boolean =>
  runningDeadlines(complaint, calendar).some(
    ({ kind, measure, dueOn }) =>
      kind === content.deadline && measure === content.measure && dueOn === content.dueOn,
  );
