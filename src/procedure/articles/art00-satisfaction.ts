import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, ComplaintIn } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { notInTheFuture } from '../model/refusal.ts';
import { hasContact } from './art05-forward-and-acknowledge.ts';

/**
 * Inleiding: a complaint serves "de kwaliteit van onze dienstverlening". Some weeks after the closing Ballance asks the complainant how
 * the handling went, and what they think of the outcome.
 */

/**
 * Tells whether the complainant can be asked: who they are and how to reach them is known, and this complaint does not go on as part of
 * another, where they are asked once.
 */
export const canBeAsked = ({
  complainant,
  closed,
  erased,
}: Pick<Complaint, 'complainant' | 'closed' | 'erased'>): boolean =>
  !erased && !complainant.unnamed && hasContact(complainant) && closed?.outcome !== 'merged';

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
