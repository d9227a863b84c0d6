import { isDeepStrictEqual } from 'node:util';
import { mergedWith, whyNotInto } from '../procedure/articles/art04-merge.ts';
import { isRedactedWith, togetherInTexts } from '../procedure/articles/avg-redaction.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Context } from '../procedure/model/commands.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import type { Event } from '../procedure/model/events.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import type { AmendDossier } from './amend.ts';
import type { Dossier } from './model/dossier.ts';
import { placesIn } from './model/redact.ts';
import { withEvents } from './with-events.ts';

/** A complaint, what happens to it now, and who does that. */
type Merging = { complaint: Complaint; events: readonly Event[]; by: Person };

/**
 * Records in another dossier that a complaint is merged into it, or goes on by itself again, and makes illegible there too what is made so here. Done before that complaint closes or
 * is reopened, and once, however often it is tried: a stop in between loses nothing, and trying again completes it. Decides
 * once more on the other as it is when that is written: refuses what `merge` refuses, and one of which the letter would say what is no
 * longer so.
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

    if (events.some(({ type }) => type === 'redacted'))
      await redactTogether(complaint, by, (other, change) =>
        amendDossier(other, (found) => change(found, context())),
      ).then((done) => done.forEach(afterSave));

    const { into, other: asDecided = {} } = events.find((event) => event.type === 'closed')?.personal ?? {};
    if (into) {
      let isFound = false;
      await record(into, (other, now) => {
        isFound = true;
        if (isJoined(other)) return undefined;
        const why = whyNotInto(other, complaint, { by }, now);
        if (why) throw why;
        const asItIs = mergedWith(other, complaint, now);
        if (!isDeepStrictEqual(asItIs, asDecided)) throw new Refusal('other-changed', 4);
        const { ofAnother } = asItIs;
        const personal = { number, summary, ...(ofAnother && { ofAnother }) };
        return { type: 'joined', on: now.today, personal };
      });
      if (!isFound) throw new Refusal('unknown-complaint');
    }
    if (closed?.into && events.some(({ type }) => type === 'reopened'))
      await record(closed.into, (other, { today }) =>
        isJoined(other) ? { type: 'parted', on: today, personal: { number } } : undefined,
      );
  };

/** Changes another dossier; returns it as it was saved, undefined where nothing was. */
type AmendAt = (
  number: CaseNumber,
  change: (dossier: Dossier, now: Context) => Dossier | undefined,
) => Promise<Dossier | undefined>;

/**
 * Makes the same text illegible in every complaint that goes on together with this one, in the name of who asked and who agreed: a summary
 * stands in both. Returns in which it was. Leaves those in which these two may not, or in which it does not stand.
 */
async function redactTogether(
  complaint: Complaint,
  by: Person,
  amendAt: AmendAt,
): Promise<ReadonlySet<CaseNumber>> {
  const { redactionRequest: asked } = complaint;
  const [met, done] = [new Set([complaint.number]), new Set<CaseNumber>()];
  const waiting = togetherInTexts(complaint);
  for (const number of waiting) {
    if (!asked || met.has(number)) continue;
    met.add(number);
    const saved = await amendAt(number, (dossier, context) => {
      waiting.push(...togetherInTexts(dossier.complaint));
      if (!isRedactedWith(dossier.complaint, asked, by)) return undefined;
      if (placesIn(dossier.journal, asked.value).size === 0) return undefined;
      const { by: asker, value, reason } = asked;
      const on = context.today;
      const requested: Event = { type: 'redaction-requested', on, personal: { by: asker, value, reason } };
      const redacted: Event = { type: 'redacted', on, entries: [], places: 0 };
      return withEvents(withEvents(dossier, [requested], { by: asker, context }), [redacted], {
        by,
        context,
      });
    });
    if (saved) done.add(number);
  }
  return done;
}
