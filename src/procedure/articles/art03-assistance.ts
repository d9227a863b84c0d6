import type { CommandOf, Context } from '../commands.ts';
import type { Event } from '../events.ts';
import { Refusal } from '../refusal.ts';

/**
 * Art. 3: "De klager kan zich bij het indienen en vervolgen van de klachtprocedure laten bijstaan door een of meerdere
 * door hem aan te wijzen deskundige(n)": at any time, and letters name them.
 */
export function recordExperts({ experts }: CommandOf<'record-experts'>, { today }: Context): Event[] {
  if (!experts.trim()) throw new Refusal('text-missing', 3);
  return [{ type: 'experts-recorded', on: today, personal: { experts } }];
}
