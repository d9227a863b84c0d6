import type { CaseNumber } from '../model/case-number.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Person, RedactionRequest } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
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

/**
 * Lists the complaints that go on together with this one: what is made illegible here stands there as a copy (Art. 4), or where that came from.
 */
export const togetherInTexts = ({ number, joined = [], closed }: Complaint): CaseNumber[] =>
  [...joined.map((one) => one.number), ...(closed?.into ? [closed.into] : [])].filter(
    (other) => other !== number,
  );

/**
 * Tells whether what two people agreed to for one complaint is done in another that goes on with it: neither is a respondent there, nothing
 * is kept for proceedings or waits for an answer of its own, and the text is no fact there.
 */
export const isRedactedWith = (
  other: Complaint,
  { by: asker, value }: RedactionRequest,
  agreed: Person,
): boolean =>
  !other.erased &&
  !other.hold &&
  !other.redactionRequest &&
  ![asker, agreed].some((person) => isAmong(person, other.respondents)) &&
  !standsInFacts(value, other);

/** Tells whether that person asked for it. */
export const isRedactionAskedBy = (person: Person, { redactionRequest }: Complaint): boolean =>
  redactionRequest?.by.id === person.id;

function assertRedactable(complaint: Complaint, value: string): void {
  if (isIllegible(value) || isOfADate(value) || standsInFacts(value, complaint)) throw new Refusal('not-now');
}
