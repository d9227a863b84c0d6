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
  'measure-delay': true,
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

/** The kinds of letter that say that the complaint is closed: untrue once it is open again. */
export const saysClosed: readonly LetterKind[] = [
  'withdrawal',
  'closure',
  'dismissal',
  'merger',
  'mediation',
  'settlement',
];

/**
 * Takes out of the post the letters that waited before these events and are not true after them: where these close the complaint, what
 * tells of something to come; where they open it again, what tells that it is closed.
 */
export function untrueLetters(
  complaint: Pick<Complaint, 'letters' | 'stage'>,
  events: readonly Event[],
  { today }: Pick<Context, 'today'>,
): Event[] {
  const happens = (type: Event['type']): boolean => events.some((event) => event.type === type);
  const opens = complaint.stage === 'closed' && (happens('reopened') || happens('objected'));
  const because = happens('closed') ? 'closed' : opens ? 'reopened' : undefined;
  if (!because) return [];
  return waitingLetters(complaint)
    .filter(({ kind }) => (because === 'closed' ? !goesAfterClosing[kind] : saysClosed.includes(kind)))
    .map(({ id }) => ({ type: 'letter-withdrawn', on: today, letter: id, because }));
}
