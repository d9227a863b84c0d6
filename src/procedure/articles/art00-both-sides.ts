import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { notBeforeReceipt, notInTheFuture, Refusal } from '../model/refusal.ts';

/**
 * Tells whether both sides are heard. Algemeen: "worden de klachten schriftelijk vastgelegd, vindt bespreking en hoor en
 * wederhoor plaats", so the complainant and every respondent have given a statement.
 */
export const bothSidesHeard = ({ statements, respondents }: Complaint): boolean =>
  statements.some(({ of }) => of === undefined) &&
  respondents.every(({ id }) => statements.some(({ of }) => of?.id === id));

/** Asks a respondent for a statement. Refuses a person whom the complaint is not about. */
export function requestStatement(
  complaint: Complaint,
  { respondent: id }: CommandOf<'request-statement'>,
  { today }: Context,
): Event[] {
  const respondent = complaint.respondents.find((person) => person.id === id);
  if (!respondent) throw new Refusal('not-a-respondent');
  return [{ type: 'statement-requested', on: today, personal: { respondent } }];
}

/** Records what somebody stated orally. Refuses an empty text, and a day in the future or before receipt. */
export function recordStatement(
  complaint: Complaint,
  { of, on, text }: CommandOf<'record-statement'>,
  context: Context,
): Event[] {
  notInTheFuture(on, context);
  notBeforeReceipt(on, complaint);
  if (!text.trim()) throw new Refusal('text-missing');
  if (of === undefined) return [{ type: 'statement-recorded', on, from: 'complainant', personal: { text } }];
  const respondent = complaint.respondents.find((person) => person.id === of);
  if (!respondent) throw new Refusal('not-a-respondent');
  return [{ type: 'statement-recorded', on, from: 'respondent', personal: { respondent, text } }];
}

/** Records the statement that a respondent wrote in their own chat ("Mijn verklaring"). */
export function giveStatement(
  complaint: Complaint,
  { by, text }: CommandOf<'give-statement'>,
  { today }: Context,
): Event[] {
  if (!text.trim()) throw new Refusal('text-missing');
  const respondent = complaint.respondents.find((person) => person.id === by.id) ?? by;
  return [{ type: 'statement-recorded', on: today, from: 'respondent', personal: { respondent, text } }];
}
