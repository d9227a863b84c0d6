import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { waitingLetters } from '../model/letter.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { isOvertaken, reckonedAnew } from './letter-renewed.ts';
import { assertReaches, assertWritten, sendingOf, sent } from './letters.ts';

/**
 * Records that a letter which the mail server did not accept was sent by hand, in the words in which it went. Of a letter that may
 * or may not have arrived the handler says that it did, as it was written and on the day that it names, or sends it again, to the
 * address that is known now.
 * Refuses to mail or post it where none is known: the one that it had may have been taken away because it is somebody else's. One that offers a moment,
 * or promises a day, that has come is not mailed any more: the handler takes it out of the post, so that another can go.
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
  const isOver = isOvertaken(letter, complaint, context);
  if (manner === 'again' && isOver) throw new Refusal('letter-overtaken');
  if (manner === 'not') {
    if (!isOver) throw new Refusal('not-now');
    return [{ type: 'letter-withdrawn', on: context.today, letter: id }];
  }
  const text = manner === 'email' ? letter.text : (command.text ?? letter.text);
  assertWritten(text);
  if (manner === 'email') {
    // It is made anew for each day on which it is mailed; until 0.7.0 that day was not kept.
    const mailedOn = letter.queuedOn ?? sentOn;
    return sent({ ...letter, manner }, sendingOf(manner, mailedOn, context), complaint);
  }
  if (manner === 'again') {
    const to = complaint.complainant.email;
    if (!to) throw new Refusal('email-missing');
    const asked = reckonedAnew(letter, { manner: 'email', sentOn: context.today }, complaint, context);
    const personal = { text, to };
    return [{ type: 'letter-requeued', on: context.today, letter: id, ...asked, personal }];
  }
  assertReaches(manner, complaint);
  const asked = reckonedAnew(letter, { manner, sentOn }, complaint, context);
  return sent({ ...letter, ...asked, text, manner }, sendingOf(manner, sentOn, context), complaint);
}
