import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { isIllegible, isOfADate, placesOf, standsInFacts } from '../model/redaction.ts';
import { Refusal } from '../model/refusal.ts';

/**
 * AVG: what does not belong in a dossier (a citizen service number, a diagnosis) is made illegible in every text of it, when two people
 * agree. What was decided, and when, stays; so do names, dates and contact data, which are corrected by other steps.
 */

/** Asks a second person to agree ("Tekst onleesbaar maken"). Refuses an empty text or reason, and a reason that holds the text. */
export function requestRedaction(
  complaint: Complaint,
  { by, value, reason }: CommandOf<'request-redaction'>,
  { today }: Context,
): Event[] {
  if (!reason.trim() || !value.trim() || placesOf(value, reason) > 0) throw new Refusal('text-missing');
  assertRedactable(complaint, value);
  return [{ type: 'redaction-requested', on: today, personal: { by, value, reason } }];
}

/**
 * Makes the text illegible if the second person agrees, and leaves it if not; the request does not keep it either way. Who asked can only
 * take the request back. Which entries it changes is known where the journal is (`register/model/redact.ts`).
 */
export function answerRedaction(
  complaint: Complaint,
  { by, agrees }: CommandOf<'answer-redaction'>,
  { today }: Context,
): Event[] {
  const { redactionRequest } = complaint;
  if (!redactionRequest) throw new Refusal('not-now');
  if (!agrees) return [{ type: 'redaction-declined', on: today, entries: [], personal: { by } }];
  if (isRedactionAskedBy(by, complaint)) throw new Refusal('two-must-agree');
  assertRedactable(complaint, redactionRequest.value);
  return [{ type: 'redacted', on: today, entries: [], places: 0 }];
}

/** Tells whether that person asked for it. */
export const isRedactionAskedBy = (person: Person, { redactionRequest }: Complaint): boolean =>
  redactionRequest?.by.id === person.id;

function assertRedactable(complaint: Complaint, value: string): void {
  if (isIllegible(value) || isOfADate(value) || standsInFacts(value, complaint)) throw new Refusal('not-now');
}
