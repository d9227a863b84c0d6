import type { Calendar } from '../../time/calendar.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import { isSameComplainant } from '../model/complainant-in-text.ts';
import { type Complaint, disputed, isIn, type Person } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { type Dispatch, type PromisedDay, sentLetter } from '../model/letter.ts';
import type { MergedWith } from '../model/outcome.ts';
import { Refusal } from '../model/refusal.ts';
import { acknowledgeBy, canBeWrittenTo, lateAfter } from './art05-forward-and-acknowledge.ts';
import { handlesToday } from './art05-handler.ts';
import { confirmsReceipt } from './art06-answer.ts';
import { guardedNow } from './art06-delay.ts';
import { closedIn, dateOf, post } from './letters.ts';

/**
 * Merges a complaint into another that goes on for both. Art. 4: "Iedere mondelinge of schriftelijke klacht wordt [...]
 * geregistreerd", so the same matter can stand in the register twice. Nobody loses by it: refuses one that this person does not
 * handle, that is closed, that is of somebody else while this complainant can be reached (each has a right to an answer of their own and may disagree with it, Art. 6 and 7),
 * that was received later (its deadlines are) or is answered later (after "Uitstel melden"), or that is not about everybody whom this one is about (who
 * would then see the dossier of a complaint about themselves). Its letter confirms receipt where none did (Art. 5), and is not left out
 * then. Refuses a letter to somebody of whom nothing is known.
 */
export function merge(complaint: Complaint, command: CommandOf<'merge'>, context: Context): Event[] {
  const { into, letter } = command;
  const why = whyNotInto(into, complaint, command, context);
  if (why) throw why;
  if (letter && !canBeWrittenTo(complaint.complainant)) throw new Refusal('complainant-unknown', 5);
  if (!letter && mustBeTold(complaint)) throw new Refusal('letter-missing', 5);
  const other = mergedWith(into, complaint, context);
  const personal = { into: into.number, ...(Object.keys(other).length > 0 && { other }) };
  const promised = letter && promisedTogether(other, letter, complaint, context);
  const confirmed = confirmsReceipt(complaint) && {
    acknowledgeBy: lateAfter(acknowledgeBy(complaint.receivedOn, context.calendar).dueOn, complaint),
  };
  return [
    closedIn(letter, { outcome: 'merged', personal }, complaint, context),
    ...(letter
      ? post(
          { kind: 'merger', article: 4, ...(promised && { promised }), ...confirmed },
          letter,
          complaint,
          context,
        )
      : []),
  ];
}

/** Tells whether a merger goes with a letter: the complainant can be written to, and has none that confirms receipt (Art. 5). */
export const mustBeTold = (complaint: Complaint): boolean =>
  confirmsReceipt(complaint) && canBeWrittenTo(complaint.complainant);

/** Finds what `merge` refuses of the other complaint, as that is at this moment; undefined where it can go on for both. */
export function whyNotInto(
  into: Complaint,
  complaint: Complaint,
  { by }: { by: Person },
  context: Context,
): Refusal | undefined {
  if (into.number === complaint.number) return new Refusal('merged-with-itself', 4);
  if (!handlesToday(by, into, context)) return new Refusal('unknown-complaint');
  if (into.stage === 'closed') return new Refusal('other-is-closed', 4);
  if (canBeWrittenTo(complaint.complainant) && isOfAnother(into, complaint))
    return new Refusal('other-complainant', 6);
  if (into.receivedOn > complaint.receivedOn) return new Refusal('other-is-later', 4);
  if (isLater(into, complaint, context)) return new Refusal('other-answers-later', 4);
  const { respondents, unresolvedName } = complaint;
  const missing = respondents.filter((one) => !isAmong(one, into.respondents)).map(({ name }) => name);
  const unresolved = unresolvedName && unresolvedName !== into.unresolvedName ? [unresolvedName] : [];
  const names = [...missing, ...unresolved];
  return names.length > 0 ? new Refusal('respondents-differ', 5, names.join(', ')) : undefined;
}

const isOfAnother = (into: Complaint, { complainant }: Complaint): boolean =>
  !isSameComplainant(complainant, into.complainant);

const unanswered = ['registered', 'acknowledged'] as const;

/** Tells whether the answer to the other is guarded on a later day than that to this one. */
const isLater = (into: Complaint, complaint: Complaint, { calendar }: Context): boolean =>
  isIn(into, unanswered) && guardedNow(into, calendar) > guardedNow(complaint, calendar);

/** Finds what is so of the other complaint, where that is another than of this one: its letter says it. */
export function mergedWith(
  into: Complaint,
  complaint: Complaint,
  { calendar }: Pick<Context, 'calendar'>,
): MergedWith {
  const answerBy = isIn(into, unanswered) ? guardedNow(into, calendar) : undefined;
  const answeredOn = isIn(into, unanswered) ? undefined : sentLetter(into, 'answer')?.sentOn;
  return {
    ...(into.receivedOn !== complaint.receivedOn && { receivedOn: into.receivedOn }),
    ...(answerBy && answerBy !== guardedNow(complaint, calendar) && { answerBy }),
    ...(answeredOn && { answeredOn }),
    ...((isIn(into, disputed) || into.stage === 'waived') && { disputed: true }),
    ...(isOfAnother(into, complaint) && { ofAnother: true }),
  };
}

/**
 * Finds until when a letter of that day says that the answer to both comes: on the day that is guarded for the other, which is never
 * later than for this one; on that of this one, where that has passed.
 */
export function answerToBoth(
  { answerBy, answeredOn }: MergedWith,
  complaint: Complaint,
  { on, calendar }: { on: LocalDate; calendar: Calendar },
): LocalDate | undefined {
  if (answeredOn) return undefined;
  return answerBy && answerBy >= on ? answerBy : guardedNow(complaint, calendar);
}

/** Finds the day that the letter promises (reading 18), where it is another than is guarded already. */
function promisedTogether(
  other: MergedWith,
  letter: Dispatch,
  complaint: Complaint,
  context: Context,
): PromisedDay | undefined {
  const { calendar } = context;
  const on = answerToBoth(other, complaint, { on: dateOf(letter, complaint, context), calendar });
  return on && on !== guardedNow(complaint, calendar) ? { of: 'answer', on } : undefined;
}
