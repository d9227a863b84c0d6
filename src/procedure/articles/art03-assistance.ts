import type { CommandOf, Context } from '../model/commands.ts';
import type { Event } from '../model/events.ts';
import { Refusal } from '../model/refusal.ts';

/**
 * Art. 3: "De klager kan zich bij het indienen en vervolgen van de klachtprocedure laten bijstaan door een of meerdere
 * door hem aan te wijzen deskundige(n)": at any time, and letters name them.
 */
export function recordExperts({ experts }: CommandOf<'record-experts'>, { today }: Context): Event[] {
  if (!experts.trim()) throw new Refusal('text-missing', 3);
  return [{ type: 'experts-recorded', on: today, personal: { experts } }];
}
