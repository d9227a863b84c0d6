import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type Dispatch, type Letter, type PromisedDay, waitingLetters } from '../model/letter.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { lastDayInAnswer, lastDayNamed } from './art07-objection.ts';
import { assertWritten, sendingOf, sent } from './letters.ts';

/**
 * Records that a letter which the mail server did not accept was sent by hand, in the words in which it went. Of a letter that may
 * or may not have arrived the handler says that it did, as it was written, or sends it again, to the address that is known now.
 */
export function sendByHand(
  complaint: Complaint,
  command: CommandOf<'send-by-hand'>,
  context: Context,
): Event[] {
  const { letter: id, sentOn, manner } = command;
  notInTheFuture(sentOn, context);
  const letter = waitingLetters(complaint).find((waiting) => waiting.id === id);
  if (!letter) throw new Refusal('no-letter-waits');
  const text = manner === 'email' ? letter.text : (command.text ?? letter.text);
  assertWritten(text);
  const promised = promisedAnew(letter, command, complaint, context);
  if (manner === 'again') {
    const personal = { text, to: complaint.complainant.email };
    return [{ type: 'letter-requeued', on: context.today, letter: id, promised, personal }];
  }
  return sent({ ...letter, text, manner, promised }, sendingOf(manner, sentOn, context), complaint);
}

/**
 * Finds the day that a letter promises which is made anew. Of the last day to object (Art. 7) the later of what it said and what it
 * says now: who reads either is in time.
 */
function promisedAnew(
  { kind, promised }: Letter,
  { manner, sentOn }: CommandOf<'send-by-hand'>,
  complaint: Complaint,
  context: Context,
): PromisedDay | undefined {
  if (promised?.of !== 'objection' || manner === 'email') return promised;
  const dispatch: Omit<Dispatch, 'text'> =
    manner === 'again' ? { manner: 'email', sentOn: context.today } : { manner, sentOn };
  const now =
    kind === 'answer' ? lastDayInAnswer(dispatch, complaint, context) : lastDayNamed(complaint, context);
  return now && now.on > promised.on ? now : promised;
}
