import { evolve } from '../procedure/evolve.ts';
import type { Context } from '../procedure/model/commands.ts';
import type { Person } from '../procedure/model/complaint.ts';
import type { Event } from '../procedure/model/events.ts';
import { personId } from '../procedure/model/person-id.ts';
import { type Dossier, type DossierIndex, erase } from './model/dossier.ts';
import { append } from './model/journal.ts';
import type { Link } from './model/number-chain.ts';
import { enqueue } from './model/outbox.ts';
import { isRedaction, redacted } from './model/redact.ts';
import { conflictsOf } from './model/sight.ts';
import { followUps, toOwners } from './notify/follow-ups.ts';
import { hearingMessages, ledAnew } from './notify/hearing-messages.ts';

/** A dossier before its first event. */
export type Blank = Omit<Dossier, 'complaint' | keyof DossierIndex>;

/** The cause of events: who, and in which context; `link` is the place of a new dossier in the order of the numbers. */
type Cause = { by: Person; context: Context; link?: Link | undefined };

/** The actor of what the register does by itself. */
export const itself: Person = { id: personId('klachtenbot'), name: 'Klachtenbot' };

/**
 * Adds events to a dossier: its state evolves, its journal grows, and the messages that follow are added to its outbox. The
 * fields that queries need are computed when it is saved.
 */
export function withEvents(
  dossier: Dossier | Blank,
  events: readonly Event[],
  { by, context, link }: Cause,
): Dossier {
  const { now, desk } = context;
  const before = 'complaint' in dossier ? dossier : undefined;
  let complaint = before?.complaint;
  let { journal, outbox } = dossier;
  for (const decided of events) {
    const was = complaint;
    const redaction = was && isRedaction(decided) ? redacted(decided, journal, was) : undefined;
    if (redaction) ({ journal, complaint } = redaction);
    const event =
      redaction?.event ??
      (decided.type === 'erased' && before
        ? {
            ...decided,
            conflicts: conflictsOf(before, desk),
            ...(was?.unnamedDays && { unnamedDays: was.unnamedDays }),
          }
        : decided);
    complaint = evolve(complaint, event);
    journal = append(journal, event, by, now, journal.length === 0 ? link : undefined);
    const seq = journal.length;
    const messages = [
      ...followUps(event, complaint, seq, { ...context, before: was, by }),
      ...hearingMessages(event, complaint, seq, { ...context, outbox, journal }),
    ];
    outbox = enqueue(outbox, messages, now);
  }
  if (!complaint) throw new Error(`Nothing happened yet to ${dossier.id}.`);
  outbox = enqueue(outbox, toOwners(complaint), now);
  const index: DossierIndex = { open: true, receiverId: complaint.receiver.id };
  const next: Dossier = { ...index, ...dossier, complaint, journal, outbox };
  // A form that is remembered is hashed with what was typed in it.
  if (events.some(isRedaction)) next.forms = [];
  return events.some(({ type }) => type === 'erased') ? erase(next) : next;
}

/** Adds the messages about who leads a hearing to come now; returns the very same dossier where everybody knows. */
export function withLeaders(dossier: Dossier, context: Context): Dossier {
  const messages = ledAnew(dossier, context);
  return messages.length === 0
    ? dossier
    : { ...dossier, outbox: enqueue(dossier.outbox, messages, context.now) };
}
