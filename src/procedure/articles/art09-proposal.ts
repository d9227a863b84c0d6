import type { LocalDate } from '../../time/local-date.ts';
import type { OfferFate } from '../model/answer.ts';
import type { Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { type Dispatch, type LetterKind, sentLetters } from '../model/letter.ts';
import { closedIn, post } from './letters.ts';

/**
 * Chooses what follows a hearing. Art. 9: "Indien in het gesprek een bevredigende afdoening van de klacht wordt
 * gerealiseerd wordt dit aan het eind van het gesprek schriftelijk vastgelegd." Art. 10: otherwise the way to court is
 * explained.
 */
export const nextStepAfterHearing = (
  settled: boolean,
  letter: Dispatch,
  complaint: Complaint,
  context: Context,
): Event[] =>
  settled
    ? [
        ...post({ kind: 'settlement', article: 9 }, letter, complaint, context),
        closedIn(letter, { outcome: 'settled' }, complaint, context),
      ]
    : post({ kind: 'court-route', article: 10 }, letter, complaint, context);

/** The letters that tell what becomes of the solution that the answer proposed. */
const tellFate: readonly LetterKind[] = ['court-route', 'settlement', 'final-decision'];

/** Finds what the complainant was told last of the solution of the answer (Art. 8 and 9), and in the letter of which day. */
export function toldFate(complaint: Complaint): { fate: OfferFate; sentOn: LocalDate } | undefined {
  const { hearings, fateDecided = hearings.findLast(({ offer }) => offer)?.offer } = complaint;
  const letter = sentLetters(complaint).findLast(({ kind, again }) => tellFate.includes(kind) && !again);
  return fateDecided && letter && { fate: fateDecided, sentOn: letter.sentOn };
}
