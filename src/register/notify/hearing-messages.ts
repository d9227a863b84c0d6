import type { View } from '../../procedure/access.ts';
import {
  endsAppointment,
  hearingParty,
  invitationOf,
  invitedByMail,
  isAppointed,
  isHeld,
} from '../../procedure/articles/art08-appointment.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Appointment, Complaint, Person } from '../../procedure/model/complaint.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import type { Event } from '../../procedure/model/events.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { hasCome } from '../../time/clock.ts';
import type { Instant } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import { eventOf } from '../model/journal.ts';
import { type ContentOf, type Message, mayHaveBeenRead, personIn } from '../model/message.ts';
import type { NewMessage } from '../model/outbox.ts';

export type Moment = Pick<Appointment, 'on' | 'time'>;

type OfHearing = Message & { content: ContentOf<'hearing'> | ContentOf<'hearing-off'> };

const isOfHearing = (message: Message): message is OfHearing =>
  message.content.kind === 'hearing' || message.content.kind === 'hearing-off';

type Known = Pick<Dossier, 'outbox' | 'journal'>;

/** Who was told last that they must be at a hearing, when that is, and since when they know. */
export type Invited = { id: PersonId; since: Instant } & Moment;

/** Lists whom the outbox tells last that they must be at a hearing which is to come, and was not held before its moment. */
export function invited({ outbox, journal }: Known, now: Instant): Invited[] {
  const course = journal.map(eventOf);
  const last = new Map<PersonId, OfHearing>();
  for (const message of outbox.filter(isOfHearing)) {
    const id = personIn(message.to);
    if (id) last.set(id, message);
  }
  return [...last].flatMap(([id, { content, queuedAt }]) =>
    content.kind === 'hearing' && !hasCome(content, now) && !isHeld(content, course)
      ? [{ id, since: queuedAt, on: content.on, time: content.time }]
      : [],
  );
}

const toPerson = (prefix: string, id: PersonId, content: NewMessage['content']): NewMessage => ({
  id: `${prefix}/hearing/${id}`,
  to: { kind: 'person', id },
  content,
});

type Circumstances = Pick<Context, 'desk' | 'today' | 'now'> & Known;

/**
 * Lists the messages about a hearing that follow from an event (Art. 8): to everybody of Ballance who must be there that it is offered or
 * changed, who set it up included, because with it they put it in their calendar; and to those who need not be there any more. An event
 * of a complaint whose hearing is not to come, or was held, has none.
 */
export function hearingMessages(
  event: Event,
  complaint: Complaint,
  seq: number,
  { outbox, journal, ...context }: Circumstances,
): NewMessage[] {
  if (!concernsHearing(event) || tookPlace(journal)) return [];
  const { now } = context;
  const known = invited({ outbox, journal }, now);
  const prefix = `${complaint.number}/${seq}-${event.type}`;
  const goesOn = !endsAppointment(event);
  const party = goesOn ? hearingParty(complaint, context) : [];
  const calledOff = known
    .filter((one) => !isAmong({ id: one.id, name: '' }, party))
    .map(({ id, on, time }) => toPerson(prefix, id, { kind: 'hearing-off', on, time }));
  const toMail =
    goesOn || !stands({ journal: journal.slice(0, -1) }) ? [] : offByMail(complaint, journal, prefix, now);
  return [...(goesOn ? told(event, party, complaint, known, prefix, now) : []), ...calledOff, ...toMail];
}

const stands = ({ journal }: Pick<Dossier, 'journal'>): boolean =>
  invitationOf(journal.map(eventOf))?.state === 'stands';

/** Tells the complainant, in whose calendar an e-mail may have put the hearing, that it is off. */
function offByMail(
  complaint: Complaint,
  journal: Dossier['journal'],
  prefix: string,
  now: Instant,
): NewMessage[] {
  const off = offInCalendar({ complaint, journal }, now);
  if (!off) return [];
  const { on, time } = off;
  return [{ id: `${prefix}/hearing/mail`, to: { kind: 'mail' }, content: { kind: 'hearing-off', on, time } }];
}

/** Finds the hearing to come that is called off and may be in the calendar of the complainant, who has that e-mail address still. */
function offInCalendar(
  { complaint, journal }: Pick<Dossier, 'complaint' | 'journal'>,
  now: Instant,
): Moment | undefined {
  const invitation = invitationOf(journal.map(eventOf));
  if (invitation?.state !== 'called-off' || hasCome(invitation.appointment, now)) return undefined;
  const { email } = complaint.complainant;
  return email && invitedByMail(complaint, invitation) === email ? invitation.appointment : undefined;
}

/** Tells whether the last hearing that was offered took place: nothing of it changes any more. */
export const tookPlace = (journal: Dossier['journal']): boolean =>
  invitationOf(journal.map(eventOf))?.state === 'held';

const concernsHearing = (event: Event): boolean =>
  endsAppointment(event) ||
  event.type === 'hearing-offered' ||
  event.type === 'handed-over' ||
  event.type === 'forwarded' ||
  event.type === 'respondent-added' ||
  event.type === 'respondent-removed' ||
  (event.type === 'reopened' && event.to === 'hearing-offered');

/**
 * Lists who hears of the appointment: with a new moment, or after a reopening, everybody; with a new handler too, who is named; and a
 * respondent who was added since, and must be there as well.
 */
function told(
  { type }: Event,
  party: readonly Person[],
  { appointment, respondents }: Complaint,
  known: readonly Invited[],
  prefix: string,
  now: Instant,
): NewMessage[] {
  const isNew = type === 'hearing-offered' || type === 'reopened';
  const isRenewed = type === 'handed-over' || type === 'forwarded';
  if (!appointment || hasCome(appointment, now)) return [];
  const { on, time } = appointment;
  const isKnown = ({ id }: Person): boolean => known.some((one) => one.id === id);
  const everybody = isNew || (isRenewed && known.length > 0) ? party : [];
  const added = type === 'respondent-added' ? party.filter((one) => isAmong(one, respondents)) : [];
  return [...everybody, ...added.filter((one) => !isKnown(one))].map((person) => {
    const { id } = person;
    const because = isKnown(person) ? 'changed' : 'offered';
    return toPerson(prefix, id, { kind: 'hearing', on, time, because });
  });
}

/**
 * Lists the messages that follow where an absence, or its end, changes who leads a hearing to come: who handles the complaint on its day
 * (Art. 5 and 8). Everybody who must be there hears it, and who need not be there any more. None where they know it already.
 */
export function ledAnew(
  { complaint, ...known }: Dossier,
  context: Pick<Context, 'desk' | 'now'>,
): NewMessage[] {
  const { appointment, number } = complaint;
  const { now } = context;
  if (!appointment || !isAppointed(appointment, complaint)) return [];
  if (tookPlace(known.journal) || hasCome(appointment, now)) return [];
  const { on, time } = appointment;
  const before = invited(known, now);
  const party = hearingParty(complaint, context);
  const joins = party.filter(({ id }) => before.every((one) => one.id !== id));
  const leaves = before.filter(({ id }) => party.every((one) => one.id !== id));
  if (before.length === 0 || joins.length + leaves.length === 0) return [];
  const told = known.outbox
    .filter(isOfHearing)
    .reduce((sum, { earlier }) => sum + 1 + (earlier?.times ?? 0), 0);
  const prefix = `${number}/led-anew-${told}`;
  return [
    ...party.map((person) => {
      const because = joins.includes(person) ? 'offered' : 'led-anew';
      return toPerson(prefix, person.id, { kind: 'hearing', on, time, because });
    }),
    ...leaves.map((one) => toPerson(prefix, one.id, { kind: 'hearing-off', on: one.on, time: one.time })),
  ];
}

/** Tells whether there is no such hearing any more, or its moment has come. */
export const isNoHearing = (
  content: Moment,
  _: Message,
  { complaint, journal }: Dossier,
  { now }: View,
): boolean => !isAppointed(content, complaint) || tookPlace(journal) || hasCome(content, now);

/**
 * Tells whether somebody cannot have read that they must be at the hearing which is called off, or the moment has come; of the
 * complainant, whether it is not, or no longer, in their calendar.
 */
export function isNotExpected(
  content: Moment,
  { id, to }: Message,
  dossier: Dossier,
  { now }: View,
): boolean {
  if (to.kind === 'mail') {
    const off = offInCalendar(dossier, now);
    return off?.on !== content.on || off.time !== content.time;
  }
  const others = dossier.outbox.filter((one) => one.id !== id);
  const last = ofHearingTo(personIn(to), others).findLast(mayHaveBeenRead)?.content;
  return last?.kind !== 'hearing' || hasCome(last, now);
}

type Outbox = Pick<Dossier, 'outbox'>;

/**
 * Finds what a message about a hearing is to its reader: news to who cannot have read that they must be there, or read since that it is
 * off; else the most that it, and what was to tell of it since they read last, changes.
 */
export function newsOf(
  message: string,
  { id }: Pick<Person, 'id'>,
  { outbox }: Outbox,
): ContentOf<'hearing'>['because'] {
  const theirs = ofHearingTo(id, outbox);
  const at = theirs.findIndex((one) => one.id === message);
  const last = theirs.slice(0, at).findLastIndex(mayHaveBeenRead);
  const read = theirs[last]?.content;
  if (read?.kind !== 'hearing') return 'offered';
  const since = theirs.slice(last + 1, at + 1).map((one) => one.content);
  const changes = since.flatMap((one) => (one.kind === 'hearing' ? one.because : []));
  // What is summed up may have been a change.
  const isSummedUp = since.length > 1 && theirs[at]?.earlier !== undefined;
  const isMoved = since.some(({ on, time }) => on !== read.on || time !== read.time);
  if (isSummedUp || isMoved || changes.includes('changed')) return 'changed';
  if (changes.includes('offered')) return 'offered';
  return changes.includes('led-anew') ? 'led-anew' : 'near';
}

/**
 * Lists the moments of the hearing at which somebody may think that they must be: the last of which they surely read, and each since of
 * which they may have. None where they never can have.
 */
export function hearingsTold({ id }: Pick<Person, 'id'>, { outbox }: Outbox): Moment[] {
  const told = ofHearingTo(id, outbox).filter(
    (one) => one.content.kind === 'hearing' && mayHaveBeenRead(one),
  );
  const last = told.findLastIndex(({ status }) => status === 'sent');
  const moments = told.slice(Math.max(last, 0)).map(({ content: { on, time } }) => ({ on, time }));
  return moments.filter(
    (one, at) => moments.findIndex(({ on, time }) => on === one.on && time === one.time) === at,
  );
}

const ofHearingTo = (id: PersonId | undefined, outbox: readonly Message[]): OfHearing[] =>
  outbox.filter(isOfHearing).filter(({ to }) => personIn(to) === id);
