import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, ComplaintIn } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import type { Outcome } from '../model/outcome.ts';
import { notInTheFuture } from '../model/refusal.ts';
import { hasContact } from './art05-forward-and-acknowledge.ts';

/**
 * Inleiding: a complaint serves "de kwaliteit van onze dienstverlening". The letter that closes it asks the complainant how the handling
 * went, and what they think of the outcome; four weeks later the handler asks who has not answered.
 */

/**
 * Tells whether what the complainant thinks can be recorded: who they are and how to reach them is known, and this complaint does not go on
 * as part of another, where they are asked once.
 */
export const canAnswer = ({
  complainant,
  closed,
  erased,
}: Pick<Complaint, 'complainant' | 'closed' | 'erased'>): boolean =>
  !erased && !complainant.unnamed && hasContact(complainant) && closed?.outcome !== 'merged';

/** Whether the complainant is asked after each outcome: where Ballance has answered them, or solved it with them, and a letter says so. */
const asksAfter: Record<Outcome, boolean | ((complaint: Pick<Complaint, 'letters'>) => boolean)> = {
  'no-complaint': false,
  'not-about-us': false,
  'complainant-unknown': false,
  merged: false,
  'handled-unnamed': false,
  remedied: false,
  mediated: true,
  /** Who withdraws before the answer can say nothing of an outcome. */
  withdrawn: ({ letters }) =>
    letters.some(({ kind, sentOn, withdrawnOn }) => kind === 'answer' && (sentOn || !withdrawnOn)),
  agreed: true,
  lapsed: true,
  'late-objection-refused': true,
  settled: true,
  'not-settled': true,
  decided: true,
};

/** Tells whether the complainant is asked when the complaint ends so: in the letter that says so, and four weeks later. */
export function canBeAsked(complaint: Complaint, outcome: Outcome): boolean {
  const asks = asksAfter[outcome];
  if (!complaint.handler || complaint.closed?.satisfaction || !canAnswer(complaint)) return false;
  return typeof asks === 'boolean' ? asks : asks(complaint);
}

/** Days after the closing on which the handler is to ask, and days after that on which it is too late to ask. */
const daysUntilAsked = 28;
const daysOfAsking = 28;

/** Finds from and until when the handler is to ask; undefined while it is open, and where the complainant is not asked or has answered. */
export function toBeAsked(complaint: Complaint): { from: LocalDate; until: LocalDate } | undefined {
  const { closed } = complaint;
  if (!closed || !canBeAsked(complaint, closed.outcome)) return undefined;
  const from = addDays(closed.recordedOn ?? closed.on, daysUntilAsked);
  return { from, until: addDays(from, daysOfAsking) };
}

/** Tells whether the handler is to ask on that day. */
export function isToBeAsked(complaint: Complaint, today: LocalDate): boolean {
  const asking = toBeAsked(complaint);
  return asking !== undefined && asking.from <= today && today <= asking.until;
}

/** Records how satisfied the complainant is ("Tevredenheid vastleggen"); the last one counts. Refuses a day in the future, or before the closing. */
export function recordSatisfaction(
  _: ComplaintIn<'closed'>,
  { on, handling, outcome, remark }: CommandOf<'record-satisfaction'>,
  context: Context,
): Event[] {
  notInTheFuture(on, context);
  const text = remark?.trim();
  return [
    { type: 'satisfaction-recorded', on, handling, outcome, personal: { ...(text && { remark: text }) } },
  ];
}
