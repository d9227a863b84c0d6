import { addDays, daysBetween, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Handler, Person } from '../model/complaint.ts';
import { type Desk, inOrderOfHandling, isAbsent, isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { sentLetters, waitingLetters } from '../model/letter.ts';
import { nobody, type PersonId } from '../model/person-id.ts';
import { Refusal } from '../model/refusal.ts';
import { askedFor } from './art00-both-sides.ts';
import { post } from './letters.ts';

/** Lists who at the desk is no respondent, in the order in which they handle. */
const unconflicted = (respondents: readonly Person[], desk: Desk): Handler[] =>
  inOrderOfHandling(desk).filter(({ person }) => !isAmong(person, respondents));

/**
 * Chooses the handler. Art. 5: the officer "is de verantwoordelijke voor de klachtafhandeling, tenzij hij degene is tot
 * wie de klacht zich in persoon richt"; then the first substitute and then the first board member who is neither a
 * respondent nor absent. If everybody without a conflict is absent, the first of them; undefined if everybody is a respondent.
 */
export function handlerFor(
  respondents: readonly Person[],
  desk: Desk,
  today: LocalDate,
): Handler | undefined {
  const candidates = unconflicted(respondents, desk);
  return candidates.find(({ person }) => !isAbsent(person, desk, today)) ?? candidates[0];
}

/** Tells whether somebody handles a complaint today: its handler, or while they are absent (or gone) the next who would have. */
export function handlesToday(
  person: Person,
  { handler, respondents }: Complaint,
  { desk, today }: Pick<Context, 'desk' | 'today'>,
): boolean {
  const now = handlerOn(today, { handler, respondents }, desk);
  return [handler?.person.id, now?.person.id].includes(person.id);
}

/** Finds who handles a complaint on that day: its handler, or while they are absent (or gone) the next who would have. */
export function handlerOn(
  day: LocalDate,
  { handler, respondents }: Pick<Complaint, 'handler' | 'respondents'>,
  desk: Desk,
): Handler | undefined {
  if (!handler || !isAbsent(handler.person, desk, day)) return handler;
  return handlerFor([...respondents, handler.person], desk, day) ?? handler;
}

/** Finds whom others ask about a complaint: who handles it today, and of a closed one who handled it, whoever stands in for them later. */
export const handlerNow = (
  { handler, respondents, closed }: Pick<Complaint, 'handler' | 'respondents' | 'closed'>,
  { desk, today }: Pick<Context, 'desk' | 'today'>,
): Handler | undefined => (closed ? handler : handlerOn(today, { handler, respondents }, desk));

/** Days (both included) on which new complaints go to the same person; without a person when the whole desk is absent. */
export type Stretch = { from: LocalDate; until: LocalDate; person?: Person };

/** Lists who gets new complaints about Ballance in general, from one day up to and including the other. */
export function newComplaintsGoTo(desk: Desk, from: LocalDate, until: LocalDate): Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const person = inOrderOfHandling(desk).find((one) => !isAbsent(one.person, desk, day))?.person;
    const last = stretches.at(-1);
    if (last && last.person?.id === person?.id) last.until = day;
    else stretches.push({ from: day, until: day, ...(person && { person }) });
  }
  return stretches;
}

/** Lists to whom a complaint can be handed over: who is at the desk, no respondent, present, and not its handler already. */
export const successors = (
  complaint: Complaint,
  { desk, today }: Pick<Context, 'desk' | 'today'>,
): Handler[] =>
  unconflicted(complaint.respondents, desk).filter(
    ({ person }) => person.id !== complaint.handler?.person.id && !isAbsent(person, desk, today),
  );

/** Art. 5: hands the complaint over to another handler. Refuses a person who is not eligible, and an empty reason. */
export function handOver(complaint: Complaint, command: CommandOf<'hand-over'>, context: Context): Event[] {
  const successor = successors(complaint, context).find(({ person }) => person.id === command.to);
  if (!successor) throw new Refusal('not-eligible', 5);
  if (!command.reason.trim()) throw new Refusal('text-missing', 5);
  return [...withoutUntruth(complaint, context), toAnother(successor, command.reason, complaint, context)];
}

/**
 * Finds the handler whom the letters to the complainant name so far, where that is not this person: the complainant reads who it is
 * now; `nobody` where a letter says that nobody may. Undefined where no letter was written.
 */
function otherThan(
  { id }: Person,
  { letters, complainantKnows, handledBy }: Pick<Complaint, 'letters' | 'complainantKnows' | 'handledBy'>,
): PersonId | undefined {
  if (knowsOfNoHandler({ letters })) return nobody;
  const named = letters.filter(
    ({ kind, sentOn, withdrawnOn }) => sentOn || (!withdrawnOn && kind !== 'no-handler'),
  );
  const known = named.length === 0 ? undefined : (complainantKnows ?? handledBy.at(-1));
  return known === id ? undefined : known;
}

/** Tells the complainant by letter who handles the complaint now. Art. 5: "degene die de klacht behandelt"; never why. */
export const announceHandler = (
  complaint: Complaint,
  { letter }: CommandOf<'announce-handler'>,
  context: Context,
): Event[] => post({ kind: 'new-handler', article: 5 }, letter, complaint, context);

/** Tells whether the last letter that went out says that nobody may handle the complaint. */
export const knowsOfNoHandler = ({ letters }: Pick<Complaint, 'letters'>): boolean =>
  sentLetters({ letters }).at(-1)?.kind === 'no-handler';

/** Takes a letter that nobody may handle the complaint out of the post, where it still waits: somebody may now. */
const withoutUntruth = (complaint: Pick<Complaint, 'letters'>, { today }: Pick<Context, 'today'>): Event[] =>
  waitingLetters(complaint).flatMap(({ id, kind }): Event[] =>
    kind === 'no-handler' ? [{ type: 'letter-withdrawn', on: today, letter: id }] : [],
  );

/** Tells whether a respondent who is added now is asked for a statement at once: the answer was drawn up without their side, also where its letter still waits. */
export const isAskedWhenAdded = ({ answer }: Complaint): boolean => answer !== undefined;

/**
 * Adds a respondent. Art. 5, made general: when that is the handler, the case moves to another handler at once. Algemeen: one
 * who is added after the answer is asked for a statement at once, in a text that is for them, and hears the position of Ballance after
 * it. Refuses a person who is a respondent already, an empty reason, and a request without such a text.
 */
export function addRespondent(
  complaint: Complaint,
  command: CommandOf<'add-respondent'>,
  context: Context,
): Event[] {
  const { respondent, reason, isNamed } = command;
  const { about = { text: '', mayIdentify: false, dueOn: context.today } } = command;
  if (isAmong(respondent, complaint.respondents)) throw new Refusal('respondent-already', 5);
  if (!reason.trim()) throw new Refusal('text-missing', 5);
  const asked = isAskedWhenAdded(complaint) ? [askedFor(respondent, about, complaint, context)] : [];
  const named = isNamed ? complaint.unresolvedName : undefined;
  return [...addRespondents(complaint, [respondent], reason, context, named), ...asked];
}

/** Adds respondents, `named` so by the receiver; a handler among them hands the complaint over to who may handle it then. */
export function addRespondents(
  complaint: Complaint,
  respondents: readonly Person[],
  reason: string,
  context: Context,
  named?: string,
): Event[] {
  const [on, { handler }] = [context.today, complaint];
  const added = respondents.map(
    (respondent): Event => ({
      type: 'respondent-added',
      on,
      personal: { respondent, reason, ...(named && { named }) },
    }),
  );
  if (!handler || !isAmong(handler.person, respondents)) return added;
  const next = handlerFor([...complaint.respondents, ...respondents], context.desk, context.today);
  const moved: Event = next
    ? toAnother(next, reason, complaint, context)
    : { type: 'left-unassigned', on: context.today };
  return [...added, moved];
}

/** Hands a complaint over to another handler, for that reason. */
export const toAnother = (
  { person: to, role }: Handler,
  reason: string,
  complaint: Complaint,
  { today: on }: Pick<Context, 'today'>,
): Event => ({
  type: 'handed-over',
  on,
  role,
  personal: { to, reason, complainantKnows: otherThan(to, complaint) },
});

/**
 * Forwards an unassigned complaint to the first who may handle it now; a letter that nobody may, and has not gone, does not go any
 * more. No event when nobody may.
 */
export function assign(
  complaint: Pick<
    Complaint,
    'handler' | 'stage' | 'respondents' | 'receivedOn' | 'letters' | 'complainantKnows' | 'handledBy'
  >,
  { desk, today }: Pick<Context, 'desk' | 'today'>,
): Event[] {
  if (complaint.handler || complaint.stage === 'closed') return [];
  const handler = handlerFor(complaint.respondents, desk, today);
  if (!handler) return [];
  const daysLate = daysBetween(complaint.receivedOn, today);
  return [
    ...withoutUntruth(complaint, { today }),
    {
      type: 'forwarded',
      on: today,
      role: handler.role,
      daysLate,
      personal: { to: handler.person, complainantKnows: otherThan(handler.person, complaint) },
    },
  ];
}
