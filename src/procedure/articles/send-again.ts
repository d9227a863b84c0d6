import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import { type Complaint, disputed, isIn, type Person } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import {
  asPromisedBefore,
  type Letter,
  type LetterKind,
  type PromisedDay,
  type Sent,
  sentLetter,
  sentLetters,
} from '../model/letter.ts';
import { dismissals } from '../model/outcome.ts';
import { Refusal } from '../model/refusal.ts';
import { promisedAnswer } from './art05-forward-and-acknowledge.ts';
import { handlesToday, knowsOfNoHandler } from './art05-handler.ts';
import { movableMeasures } from './art06-measures.ts';
import { lastDayInAnswer, lastDayNamed, lastDayStillNamed } from './art07-objection.ts';
import { promisedInAnswer } from './art08-days.ts';
import { promisedDecision } from './art08-hearing.ts';
import { isOvertaken } from './letter-renewed.ts';
import { arrivesAfter, dateOf, post } from './letters.ts';

/** "Opnieuw versturen": a letter that came back, or that the complainant did not get, goes out once more. */

const isClosedAs = ({ closed }: Complaint, ...outcomes: readonly string[]): boolean =>
  outcomes.some((outcome) => outcome === closed?.outcome);

/** Tells whether a letter says why it is closed now: one from before it was reopened gives another reason, or another day. */
const says = (complaint: Complaint, { id }: Letter, ...outcomes: readonly string[]): boolean =>
  isClosedAs(complaint, ...outcomes) && id > (complaint.lettersUntilReopened ?? 0);

/** Tells whether a letter names the month of Art. 7 as it runs: no answer went out again after it. */
const namesTheMonth = ({ id }: Letter, { letters }: Complaint): boolean =>
  letters.every((one) => one.kind !== 'answer' || one.id < id);

type View = Pick<Context, 'desk' | 'now' | 'today'>;

/** Tells, for each kind of letter, whether what it says still holds: what has been overtaken is not said once more. */
const stillHolds: Record<LetterKind, (complaint: Complaint, letter: Letter, view: View) => boolean> = {
  acknowledgement: (complaint) =>
    !complaint.closed && !sentLetter(complaint, 'answer') && !sentLetter(complaint, 'delay'),
  'new-handler': ({ handler, closed }) => !!handler && !closed,
  'no-handler': (complaint) => !complaint.handler && !complaint.closed && knowsOfNoHandler(complaint),
  answer: () => true,
  delay: (complaint, letter, view) =>
    !isOvertaken(letter, complaint, view) &&
    (letter.promised?.of === 'answer' ? !sentLetter(complaint, 'answer') : complaint.stage === 'waived'),
  'measure-delay': (complaint, letter, view) =>
    !isOvertaken(letter, complaint, view) &&
    movableMeasures(complaint).some(
      ({ id, dueOn }) => id === letter.promised?.measure && dueOn === letter.promised.on,
    ),
  'hearing-invitation': (complaint, letter, view) =>
    complaint.stage === 'hearing-offered' && !isOvertaken(letter, complaint, view),
  settlement: (complaint, letter) => says(complaint, letter, 'settled'),
  'court-route': ({ hearings }) => !hearings.at(-1)?.settlement,
  'final-decision': (complaint) => isClosedAs(complaint, 'decided'),
  mediation: (complaint, letter) => says(complaint, letter, 'mediated'),
  closure: (complaint, letter) =>
    says(complaint, letter, 'agreed', 'not-settled') ||
    (says(complaint, letter, 'lapsed') && namesTheMonth(letter, complaint)),
  withdrawal: (complaint, letter) => says(complaint, letter, 'withdrawn'),
  dismissal: (complaint, letter) => says(complaint, letter, ...dismissals),
  merger: (complaint, letter) => says(complaint, letter, 'merged'),
  'late-objection-refused': (complaint, letter) =>
    says(complaint, letter, 'late-objection-refused') && namesTheMonth(letter, complaint),
};

/** Lists the letters that can be sent again, the latest first: of each kind the last, where what it says still holds. */
const holding = (complaint: Complaint, view: View): Sent[] =>
  sentLetters(complaint)
    .filter((letter) => !letter.again && sentLetter(complaint, letter.kind) === letter)
    .filter((letter) => stillHolds[letter.kind](complaint, letter, view))
    .reverse();

/**
 * Lists the letters that somebody can send again: the handler all of them, who decides only what the board wrote (Art. 8), and who
 * registered a complaint that nobody may handle the one that says so, which they sent.
 */
export function resendable(complaint: Complaint, by: Person, view: View): Sent[] {
  const letters = holding(complaint, view);
  if (handlesToday(by, complaint, view)) return letters;
  return letters.filter((letter) =>
    letter.kind === 'no-handler'
      ? by.id === complaint.receiver.id
      : isOfTheBoard(letter) && isAmong(by, view.desk.board),
  );
}

/** Tells whether the board wrote a letter: its decision (Art. 8), and that it comes later. */
export const isOfTheBoard = ({ kind, promised }: Letter): boolean =>
  kind === 'final-decision' || (kind === 'delay' && promised?.of === 'decision');

/** Finds what a letter promises when it goes out once more: the day that stands in it then, never a later one (readings 13 and 18). */
function promisedAgain(
  { id, kind, promised }: Letter,
  { letter }: CommandOf<'send-again'>,
  complaint: Complaint,
  context: Context,
): PromisedDay | undefined {
  if (kind === 'acknowledgement') {
    const answerBy = promised?.wish && promised.on;
    return promisedAnswer(letter, complaint, context, { again: { letter: id }, answerBy });
  }
  if (kind === 'hearing-invitation' && isIn(complaint, disputed) && complaint.appointment) {
    const decision = promisedDecision(complaint, complaint.appointment, context);
    return decision && { ...decision, on: asPromisedBefore(decision.on, { letter: id }, complaint) };
  }
  if (promised?.of !== 'objection') return promised;
  if (kind === 'answer' && complaint.objection)
    return promisedInAnswer(complaint, id, { ...context, today: dateOf(letter, complaint, context) });
  if (kind === 'answer') return lastDayInAnswer(letter, complaint, context);
  return isClosedAs(complaint, 'agreed', 'withdrawn')
    ? lastDayStillNamed(letter, complaint, context)
    : lastDayNamed(complaint, context);
}

/** Finds the last day on which a letter is of use: before that of the hearing, unless the complainant agreed to it, or that it promises later. */
const ofUseUntil = ({ kind, promised }: Letter, { appointment }: Complaint): LocalDate | undefined => {
  if (kind === 'hearing-invitation')
    return !appointment || appointment.agreed ? undefined : addDays(appointment.on, -1);
  return kind === 'delay' || kind === 'measure-delay' ? promised?.on : undefined;
};

/**
 * Sends a letter again, at the address that is known now. It leads to no other stage, and is no lateness: what counts
 * is when the first was sent. Refuses a letter that did not go out, one whose words have been overtaken, and one that by post arrives too
 * late for what it says.
 */
export function sendAgain(complaint: Complaint, command: CommandOf<'send-again'>, context: Context): Event[] {
  const { by, again: id, because, letter } = command;
  const first = resendable(complaint, by, context).find((one) => one.id === id);
  if (!first) throw new Refusal('letter-overtaken');
  const until = ofUseUntil(first, complaint);
  if (until && arrivesAfter(until, letter, context)) throw new Refusal('again-too-slow');
  const promised = promisedAgain(first, command, complaint, context);
  const spec = { kind: first.kind, again: { letter: id, because }, ...(promised && { promised }) };
  return post(spec, letter, complaint, context);
}
