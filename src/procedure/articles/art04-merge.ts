import type { CommandOf, Context } from '../model/commands.ts';
import { type Complaint, isIn } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { Refusal } from '../model/refusal.ts';
import { handlesToday } from './art05-handler.ts';
import { guardedNow } from './art06-delay.ts';
import { post } from './letters.ts';

/**
 * Merges a complaint into another that goes on for both. Art. 4: "Iedere mondelinge of schriftelijke klacht wordt [...]
 * geregistreerd", so the same matter can stand in the register twice. Nobody loses by it: refuses one that this person does not
 * handle, that is closed, that was received later (its deadlines are) or is answered later (after "Uitstel melden"), or that is not about everybody whom this one is about (who
 * would then see the dossier of a complaint about themselves).
 */
export function merge(complaint: Complaint, command: CommandOf<'merge'>, context: Context): Event[] {
  const { by, into, letter } = command;
  if (into.number === complaint.number) throw new Refusal('merged-with-itself', 4);
  if (!handlesToday(by, into, context)) throw new Refusal('unknown-complaint');
  if (into.stage === 'closed') throw new Refusal('other-is-closed', 4);
  if (into.receivedOn > complaint.receivedOn) throw new Refusal('other-is-later', 4);
  if (isLater(into, complaint, context)) throw new Refusal('other-answers-later', 4);
  const { respondents, unresolvedName } = complaint;
  const missing = respondents.filter((one) => !isAmong(one, into.respondents)).map(({ name }) => name);
  const unresolved = unresolvedName && unresolvedName !== into.unresolvedName ? [unresolvedName] : [];
  if (missing.length + unresolved.length > 0)
    throw new Refusal('respondents-differ', 5, [...missing, ...unresolved].join(', '));
  return [
    { type: 'closed', on: context.today, outcome: 'merged', personal: { into: into.number } },
    ...(letter ? post({ kind: 'merger', article: 4 }, letter, complaint, context) : []),
  ];
}

/** Tells whether the answer to the other is guarded on a later day than that to this one. */
const isLater = (into: Complaint, complaint: Complaint, { calendar }: Context): boolean =>
  isIn(into, ['registered', 'acknowledged']) && guardedNow(into, calendar) > guardedNow(complaint, calendar);
