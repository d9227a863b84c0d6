import type { Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type LetterKind, waitingLetters } from '../model/letter.ts';

/**
 * Tells of each kind of letter whether it still goes where the complaint is closed while it waits for the mail server (reading 18): what
 * tells of something that happened is true, and what tells of what is to come is not any more.
 */
const goesAfterClosing: Record<LetterKind, boolean> = {
  acknowledgement: false,
  'new-handler': false,
  'no-handler': false,
  delay: false,
  'hearing-invitation': false,
  answer: true,
  'late-objection-refused': true,
  settlement: true,
  'court-route': true,
  'final-decision': true,
  withdrawal: true,
  closure: true,
  dismissal: true,
  merger: true,
  mediation: true,
};

/** Takes out of the post, where these events close the complaint, the letters that waited before them and are not true any more. */
export const untrueOnceClosed = (
  complaint: Pick<Complaint, 'letters'>,
  events: readonly Event[],
  { today }: Pick<Context, 'today'>,
): Event[] =>
  events.some(({ type }) => type === 'closed')
    ? waitingLetters(complaint)
        .filter(({ kind }) => !goesAfterClosing[kind])
        .map(({ id }) => ({ type: 'letter-withdrawn', on: today, letter: id, because: 'closed' }))
    : [];
