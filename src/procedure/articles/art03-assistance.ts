import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { Refusal } from '../model/refusal.ts';

/**
 * Records the experts who assist the complainant; letters name them. Art. 3: "De klager kan zich bij het indienen en
 * vervolgen van de klachtprocedure laten bijstaan door een of meerdere door hem aan te wijzen deskundige(n)".
 */
export function recordExperts(
  _: Complaint,
  { experts }: CommandOf<'record-experts'>,
  { today }: Context,
): Event[] {
  if (!experts.trim()) throw new Refusal('text-missing', 3);
  return [{ type: 'experts-recorded', on: today, personal: { experts } }];
}
