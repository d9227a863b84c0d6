import { daysBetween, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type Dispatch, type Letter, type LetterKind, waitingLetters } from '../model/letter.ts';
import { notBeforeReceipt, notInTheFuture, Refusal } from '../model/refusal.ts';

/** Which letter it is, of which article, and until when the complainant must have it. */
export type LetterSpec = { kind: LetterKind; article?: number; dueOn?: LocalDate };

/**
 * A letter to the complainant: handed to the mail server where we send e-mail ourselves and have an address;
 * otherwise the writer has sent it, and says when. Refuses an empty letter, a day in the future or before receipt.
 */
export function post(
  { kind, article, dueOn }: LetterSpec,
  dispatch: Dispatch,
  complaint: Complaint,
  context: Context,
): Event[] {
  const { text, manner, sentOn } = dispatch;
  if (!text.trim()) throw new Refusal('text-missing', article);
  const to = complaint.complainant.email;
  if (manner === 'email' && context.mail && to) {
    return [{ type: 'letter-queued', on: context.today, kind, dueOn, personal: { text, to } }];
  }
  notInTheFuture(sentOn, context, article);
  notBeforeReceipt(sentOn, complaint, article);
  return sent({ kind, text, manner, dueOn }, sentOn, complaint);
}

type Outgoing = Pick<Letter, 'kind' | 'text' | 'manner' | 'dueOn'> & { id?: number };

/** What follows once a letter is out; the final decision closes the dossier (Art. 8), unless it was closed meanwhile. */
function sent(
  { id, kind, text, manner, dueOn }: Outgoing,
  sentOn: LocalDate,
  { stage }: Pick<Complaint, 'stage'>,
): Event[] {
  const late = daysLate(dueOn, sentOn);
  const event: Event = {
    type: 'letter-sent',
    kind,
    letter: id,
    sentOn,
    manner,
    daysLate: late,
    personal: { text },
  };
  if (kind !== 'final-decision' || stage === 'closed') return [event];
  return [event, { type: 'closed', on: sentOn, outcome: 'decided', personal: {} }];
}

/** The mail server accepted a waiting letter; no event when it is not waiting any more. */
export function letterAccepted(complaint: Complaint, id: number, on: LocalDate): Event[] {
  const letter = waitingLetters(complaint).find((waiting) => waiting.id === id);
  return letter ? sent(letter, on, complaint) : [];
}

/**
 * A letter that the mail server does not accept is sent by hand after all. One of which nobody knows whether it arrived
 * has arrived, says its handler, or goes out again.
 */
export function sendByHand(
  complaint: Complaint,
  command: CommandOf<'send-by-hand'>,
  context: Context,
): Event[] {
  const { letter: id, sentOn, manner } = command;
  notInTheFuture(sentOn, context);
  notBeforeReceipt(sentOn, complaint);
  const letter = waitingLetters(complaint).find((waiting) => waiting.id === id);
  if (!letter) throw new Refusal('no-letter-waits');
  if (manner === 'again') return [{ type: 'letter-requeued', on: context.today, letter: id }];
  return sent({ ...letter, manner }, sentOn, complaint);
}

/** Calendar days after the day it was due; 0 when in time or when it has no deadline. */
export const daysLate = (dueOn: LocalDate | undefined, day: LocalDate): number =>
  dueOn === undefined ? 0 : Math.max(0, daysBetween(dueOn, day));
