import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Context } from '../procedure/model/commands.ts';
import { isSameComplainant } from '../procedure/model/complainant-in-text.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import type { Event } from '../procedure/model/events.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import type { AmendDossier } from './amend.ts';
import { withEvents } from './with-events.ts';

/** A complaint, what happens to it now, and who does that. */
type Merging = { complaint: Complaint; events: readonly Event[]; by: Person };

/**
 * Records in another dossier that a complaint is merged into it, or goes on by itself again. Done before that complaint closes or
 * is reopened, and once, however often it is tried: a stop in between loses nothing, and trying again completes it. Refuses to merge
 * into one that was closed or erased meanwhile.
 */
export const joining =
  (amendDossier: AmendDossier, context: () => Context, afterSave: (id: string) => void) =>
  async ({ complaint, events, by }: Merging): Promise<void> => {
    const { number, summary, closed } = complaint;
    const record = async (
      into: CaseNumber,
      eventFor: (other: Complaint, now: Context) => Event | undefined,
    ) => {
      const saved = await amendDossier(into, (other) => {
        const now = context();
        const event = eventFor(other.complaint, now);
        return event && withEvents(other, [event], { by, context: now });
      });
      if (saved) afterSave(into);
    };
    const isJoined = ({ joined = [] }: Complaint): boolean => joined.some((one) => one.number === number);

    const into = events.find((event) => event.type === 'closed')?.personal.into;
    if (into) {
      let obstacle: Refusal | undefined = new Refusal('unknown-complaint');
      await record(into, (other, { today }) => {
        obstacle =
          other.stage === 'closed' && !isJoined(other) ? new Refusal('other-is-closed', 4) : undefined;
        if (isJoined(other) || obstacle) return undefined;
        const ofAnother = !isSameComplainant(complaint.complainant, other.complainant);
        return { type: 'joined', on: today, personal: { number, summary, ...(ofAnother && { ofAnother }) } };
      });
      if (obstacle) throw obstacle;
    }
    if (closed?.into && events.some(({ type }) => type === 'reopened'))
      await record(closed.into, (other, { today }) =>
        isJoined(other) ? { type: 'parted', on: today, personal: { number } } : undefined,
      );
  };
