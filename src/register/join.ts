import type { Context } from '../procedure/model/commands.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import type { Event } from '../procedure/model/events.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import type { AmendDossier } from './amend.ts';
import { withEvents } from './with-events.ts';

type Merging = { complaint: Complaint; events: readonly Event[]; by: Person };

/**
 * Records in another dossier that a complaint is merged into it. Done before that complaint closes, so that a stop in between
 * loses nothing, and once, however often it is tried. Refuses one that was closed or erased meanwhile.
 */
export const joining =
  (amendDossier: AmendDossier, context: () => Context, afterSave: (id: string) => void) =>
  async ({ complaint: { number, summary }, events, by }: Merging): Promise<void> => {
    const into = events.find((event) => event.type === 'closed')?.personal.into;
    if (!into) return;
    let obstacle: Refusal | undefined = new Refusal('unknown-complaint');
    const saved = await amendDossier(into, (other) => {
      const { joined = [], stage } = other.complaint;
      const isJoined = joined.some((one) => one.number === number);
      obstacle = stage === 'closed' && !isJoined ? new Refusal('other-is-closed', 4) : undefined;
      if (isJoined || obstacle) return undefined;
      const now = context();
      const event: Event = { type: 'joined', on: now.today, personal: { number, summary } };
      return withEvents(other, [event], { by, context: now });
    });
    if (obstacle) throw obstacle;
    if (saved) afterSave(into);
  };
