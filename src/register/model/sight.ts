import { standings, type View } from '../../procedure/access.ts';
import { ownWords } from '../../procedure/articles/art04-supplement.ts';
import { countMeasures } from '../../procedure/articles/art06-answer.ts';
import { replay } from '../../procedure/evolve.ts';
import type { MeasureCounts } from '../../procedure/model/answer.ts';
import type { Conflict } from '../../procedure/model/avg.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Complainant } from '../../procedure/model/complainant.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import type { Event } from '../../procedure/model/events.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { textHash } from './chain.ts';
import type { Dossier } from './dossier.ts';
import { eventOf, type JournalEntry } from './journal.ts';
import type { Message } from './message.ts';

/**
 * What somebody keeps seeing who loses sight of a complaint because it turns out to be about them: what they knew until then,
 * unchanged. If it disappeared, or followed the case, it would tell them that they became a respondent.
 */

/**
 * A dossier as somebody knows it: complete, or as it was on the day when they lost sight of it; an erased one has the measures
 * that were counted on that day.
 */
export type Known = Pick<Dossier, 'id' | 'complaint' | 'journal'> & {
  until?: LocalDate;
  measures?: MeasureCounts;
};

/** The events that end a registration: forwarded, unassigned, or closed on the spot. */
const endsRegistration: readonly Event['type'][] = ['forwarded', 'left-unassigned', 'closed'];

/** Takes a dossier back to what the receiver was told when they registered it. */
export const asRegistered = (dossier: Dossier): Dossier =>
  asOf(dossier, dossier.journal.findIndex(({ type }) => endsRegistration.includes(type)) + 1);

/** Takes the facts of a complaint back to what its receiver wrote: what others corrected is not for them. */
export function asReceived({ id, journal, complaint: { receiver } }: Dossier): Complaint {
  const own = journal.filter(
    ({ type, erasable }) =>
      type === 'registered' || (type === 'facts-corrected' && erasable?.by?.id === receiver.id),
  );
  const complaint = replay(own.map(eventOf));
  if (!complaint) throw new Error(`${id} has no registration in its journal`);
  const complainant = own.map(eventOf).reduce(withOwnChanges, complaint.complainant);
  return { ...complaint, complainant, summary: ownWords(complaint.summary) };
}

const ownParts = ['name', 'unnamed', 'representing', 'email', 'phone', 'address'] as const;

/** Adds to a complainant what one event changed in them, and nothing else that was so by then. */
function withOwnChanges(known: Complainant, event: Event): Complainant {
  if (event.type === 'registered') return event.personal.complainant;
  if (event.type !== 'facts-corrected' || !event.personal.to.complainant) return known;
  const { from, to } = event.personal;
  const changed = ownParts.filter((part) => to.complainant?.[part] !== from.complainant?.[part]);
  return { ...known, ...Object.fromEntries(changed.map((part) => [part, to.complainant?.[part]])) };
}

/** Takes a dossier back to what a respondent read when they were asked for a statement: later changes are not for them. */
export const asAsked = (dossier: Dossier, { id }: Person): Dossier =>
  asOf(
    dossier,
    dossier.journal
      .map(eventOf)
      .findLastIndex((one) => one.type === 'statement-requested' && one.personal.respondent.id === id) + 1,
  );

/** Finds what a respondent reads that the complaint is about: never the summary, which is internal, where nobody wrote it for them. */
export function askedAbout({ complaint, journal }: Dossier, { id }: Pick<Person, 'id'>): string {
  const asked = journal
    .map(eventOf)
    .findLast((one) => one.type === 'statement-requested' && one.personal.respondent.id === id);
  const written = asked?.type === 'statement-requested' ? asked.personal.text : undefined;
  return (
    written ?? `Waar de klacht over gaat, hoor je van ${complaint.handler?.person.name ?? 'de directie'}.`
  );
}

/** Tells whether a respondent gave a statement after that request; what they wrote is theirs to read back. */
export const statedSince = (
  { queuedAt }: Pick<Message, 'queuedAt'>,
  { journal }: Pick<Dossier, 'journal'>,
  { id }: Pick<Person, 'id'>,
): boolean =>
  journal.some(
    ({ type, at, erasable }) => type === 'statement-recorded' && erasable?.by.id === id && at > queuedAt,
  );

/**
 * Finds the final decision that took a complaint out of the hands of somebody who could take it at that version; undefined for
 * everybody else, and for a respondent.
 */
export function decidedInstead(
  person: Person,
  { complaint, journal }: Dossier,
  version: number,
  view: View,
): { by: Person; entry: JournalEntry } | undefined {
  if (complaint.erased || isAmong(person, complaint.respondents)) return undefined;
  const entry = journal.slice(version).findLast(({ type }) => type === 'decision-taken');
  // A damaged journal tells nothing of how it was; that it is damaged is said elsewhere.
  if (!entry?.erasable || journal[0]?.type !== 'registered') return undefined;
  const before = replay(journal.slice(0, version).map(eventOf));
  if (!before || !standings(person, before, view).includes('decision-maker')) return undefined;
  return { by: entry.erasable.by, entry };
}

/** Shows a dossier as a person knows it; undefined where it was about them from the start. */
export function asKnownTo(person: Person, dossier: Dossier): (Dossier & Known) | undefined {
  const conflict = conflictOf(person, dossier);
  if (conflict === undefined) return dossier;
  const { after, measures } = conflict;
  const event = dossier.journal.map(eventOf)[after];
  return event?.type === 'respondent-added'
    ? { ...asOf(dossier, after), until: event.on, ...(measures && { measures }) }
    : undefined;
}

/** Counts the entries before somebody became a respondent; undefined for who is none. */
function conflictOf(
  person: Person,
  { complaint, journal }: Dossier,
): Pick<Conflict, 'after' | 'measures'> | undefined {
  if (!complaint.erased && !isAmong(person, complaint.respondents)) return undefined;
  const events = journal.map(eventOf);
  if (!complaint.erased) return { after: entriesBefore(person, events) };
  const erased = events.findLast((event) => event.type === 'erased');
  return erased?.conflicts?.find((one) => one.person === pseudonym(complaint.number, person));
}

const entriesBefore = (person: Person, events: readonly Event[]): number =>
  Math.max(
    0,
    events.findLastIndex(
      (one) => one.type === 'respondent-added' && one.personal.respondent.id === person.id,
    ),
  );

/**
 * Lists what erasure must keep of respondents at the desk: that they may not count this complaint, or only as they knew it. A
 * pseudonym tells them apart, and is no name.
 */
export const conflictsOf = (dossier: Dossier, desk: Desk): Conflict[] =>
  inOrderOfHandling(desk)
    .filter(({ person }) => isAmong(person, dossier.complaint.respondents))
    .map(({ person }) => ({
      person: pseudonym(dossier.complaint.number, person),
      after: entriesBefore(person, dossier.journal.map(eventOf)),
      ...measuresKnownTo(person, dossier),
    }));

function measuresKnownTo(person: Person, dossier: Dossier): Pick<Conflict, 'measures'> {
  const known = asKnownTo(person, dossier);
  return known?.until ? { measures: countMeasures(known.complaint, known.until) } : {};
}

/** Makes a pseudonym, salted with the number: the same person has another one in every dossier. */
const pseudonym = (number: CaseNumber, { id }: Pick<Person, 'id'>): string => textHash(`${number}/${id}`);

/** Takes a dossier back to its first entries, with the messages that followed from them; its index fields stay. */
function asOf(dossier: Dossier, entries: number): Dossier {
  const journal = dossier.journal.slice(0, entries);
  const complaint = replay(journal.map(eventOf));
  if (!complaint) throw new Error(`${dossier.id} has no registration in its journal`);
  const follows = ({ id }: Message): boolean =>
    journal.some(({ seq, type }) => id.startsWith(`${dossier.id}/${seq}-${type}/`));
  return { ...dossier, complaint, journal, outbox: dossier.outbox.filter(follows) };
}
