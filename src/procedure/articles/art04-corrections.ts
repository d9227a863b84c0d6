import type { LocalDate } from '../../time/local-date.ts';
import type { Objection } from '../model/answer.ts';
import type { CaseNumber } from '../model/case-number.ts';
import type { CommandOf, Context, StepCommand } from '../model/commands.ts';
import { mayBeSamePerson } from '../model/complainant-in-text.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import type { Correction, Event } from '../model/events.ts';
import { newlyNamedIn, othersIn } from '../model/named-in-text.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { assertNamesNobody } from './art00-learning.ts';
import { receiptRead } from './art04-receipt-in-letters.ts';
import { earliestReceipt } from './art04-registration.ts';
import { addRespondents, assign, isAskedWhenAdded } from './art05-handler.ts';
import { answerCountsFrom, answerReceivedOn, mayHaveAnswerFrom } from './art07-objection.ts';
import { hearingMadeLate } from './art08-days.ts';

/** A correction is a new event: what was written first stays in the journal, with the reason. */

/**
 * Corrects the day of an event, and with it the deadlines that it starts. An objection stays accepted, whether or not it turns out to
 * be in time: how it was judged stays (reading 13). A hearing that was offered and is later than the week by the corrected day is late by
 * Ballance, unless the complainant wished it (Art. 8). Refuses a day in the future, a day that the other
 * events rule out, and the day that is recorded already.
 */
export function correctDate(
  complaint: Complaint,
  command: CommandOf<'correct-date'>,
  context: Context,
): Event[] {
  const { field, to, reason } = command;
  const article = field === 'receivedOn' ? 4 : 7;
  notInTheFuture(to, context, article);
  if (!reason.trim()) throw new Refusal('text-missing', article);
  const from = present(field, to, complaint, context);
  if (from === to) throw new Refusal('nothing-changed', article);
  const read = field === 'receivedOn' ? receiptRead(complaint, to) : undefined;
  const late = field === 'objectionReceivedOn' ? hearingMadeLate(to, complaint, context.calendar) : 0;
  return [
    {
      ...{ type: 'date-corrected', field, from, to },
      ...(read && { receiptRead: read }),
      ...(late > 0 && { hearingDaysLate: late }),
      personal: { reason },
    },
  ];
}

function present(
  field: CommandOf<'correct-date'>['field'],
  to: LocalDate,
  complaint: Complaint,
  { today }: Context,
): LocalDate | undefined {
  if (field === 'receivedOn') {
    if (to < earliestReceipt(today)) throw new Refusal('too-long-ago', 4);
    return complaint.receivedOn;
  }
  if (field === 'objectionReceivedOn') return presentObjection(to, complaint).receivedOn;
  if (field === 'objectionSentOn') return presentObjection(to, complaint).sentOn;
  const [since, counts] = [answerReceivedOn(complaint), answerCountsFrom(complaint)];
  if (!since || !counts) throw new Refusal('not-now', 7);
  if (to < counts) throw new Refusal('before-the-answer', 7);
  return since;
}

/** Finds the objection. Refuses a day before the complainant can have had the answer, and where there is none. */
function presentObjection(to: LocalDate, complaint: Complaint): Objection {
  const { objection } = complaint;
  const from = mayHaveAnswerFrom(complaint);
  if (!from || !objection) throw new Refusal('not-now', 7);
  if (to < from) throw new Refusal('before-the-answer', 7);
  return objection;
}

/**
 * Removes a respondent. A complaint that was unassigned goes to the first who may handle it now. Refuses somebody the
 * complaint is not about, and an empty reason.
 */
export function removeRespondent(
  complaint: Complaint,
  command: CommandOf<'remove-respondent'>,
  context: Context,
): Event[] {
  const { reason } = command;
  const respondent = complaint.respondents.find(({ id }) => id === command.respondent);
  if (!respondent) throw new Refusal('not-a-respondent', 4);
  if (!reason.trim()) throw new Refusal('text-missing', 4);
  const respondents = complaint.respondents.filter((one) => one !== respondent);
  return [
    { type: 'respondent-removed', on: context.today, personal: { respondent, reason } },
    ...assign({ ...complaint, respondents }, context),
  ];
}

/** Tells whether a name of a colleague is corrected to another, which may mean anybody: whom, must be said while it is open. */
const isNewName = (name: string | undefined, { unresolvedName, closed }: Complaint): name is string =>
  !!name && name !== unresolvedName && !closed;

/**
 * Corrects facts of Art. 4. Refuses a correction that changes nothing, an empty name or summary, a summary that newly names
 * somebody at the desk until it is said that the complaint is not about them (Art. 5, made general), and another name of a colleague
 * until it is said whom at the desk it means. Who is meant becomes a respondent; after the answer only by a step that asks for their side.
 * Refuses another name of a complainant whose complaints go on together, until it is said that it is the same person (Art. 6), and a
 * lesson that names who complains or who it is about.
 */
export function correctFacts(
  complaint: Complaint,
  command: CommandOf<'correct-facts'>,
  context: Context,
): Event[] {
  const { reason } = command;
  const isNamed = isNewName(command.to.unresolvedName, complaint);
  const meant = isNamed ? command.meant : [];
  if (!meant || (meant.length > 0 && isAskedWhenAdded(complaint))) throw new Refusal('meant-not-said', 5);
  const isResolved = meant.length > 0 && othersIn(command.to.unresolvedName ?? '', []) <= meant.length;
  const emptied = complaint.unresolvedName === undefined ? undefined : '';
  const to = isResolved ? { ...command.to, unresolvedName: emptied } : command.to;
  if (!reason.trim()) throw new Refusal('text-missing', 4);
  if (to.complainant?.name.trim() === '' || to.summary?.trim() === '') throw new Refusal('text-missing', 4);
  if (!command.isSamePerson && isOfAnotherNow(to.complainant?.name, complaint))
    throw new Refusal('merged-complainant', 6);
  const named = newlyNamed(to.summary ?? complaint.summary, complaint, context);
  if (named.length > 0 && !command.notAbout)
    throw new Refusal('named-in-text', 5, named.map(({ name }) => name).join(', '));
  const changed = (fields: readonly (keyof Correction)[]) =>
    fields.filter(
      (field) => to[field] !== undefined && JSON.stringify(to[field]) !== JSON.stringify(complaint[field]),
    );
  const [figures, texts] = [
    changed(['origin', 'manner', 'subject']),
    changed(['complainant', 'branch', 'summary', 'unresolvedName', 'lesson']),
  ];
  if (texts.includes('lesson'))
    assertNamesNobody(to.lesson, {
      complainant: to.complainant ?? complaint.complainant,
      respondents: [...complaint.respondents, ...meant],
      unresolvedName: to.unresolvedName ?? complaint.unresolvedName,
    });
  const added = meant.length > 0 ? addRespondents(complaint, meant, reason, context) : [];
  if (figures.length + texts.length === 0) {
    if (added.length === 0) throw new Refusal('nothing-changed', 4);
    return added;
  }
  return [
    ...added,
    {
      type: 'facts-corrected',
      on: context.today,
      from: pick(complaint, figures),
      to: pick(to, figures),
      personal: { from: pick(complaint, texts), to: pick(to, texts), reason },
    },
  ];
}

/** Lists with which complaints of the same complainant this one goes on together (Art. 4): those merged into it, and the one into which it was. */
export const togetherWith = ({ joined = [], closed }: Complaint): CaseNumber[] => [
  ...joined.flatMap(({ number, ofAnother }) => (ofAnother ? [] : [number])),
  ...(closed?.into && !closed.ofAnother ? [closed.into] : []),
];

/** Tells whether a name means another person than who complains in this and in another complaint that goes on together with it. */
const isOfAnotherNow = (name: string | undefined, complaint: Complaint): boolean =>
  name !== undefined &&
  name !== complaint.complainant.name &&
  !mayBeSamePerson(name, complaint.complainant.name) &&
  togetherWith(complaint).length > 0;

/** Notes where the complainant is reached from now on, as the form of a letter says; no event where that is known already. */
export function readdressed(
  complaint: Complaint,
  { by, number, reach }: Pick<StepCommand, 'by' | 'number' | 'reach'>,
  context: Context,
): Event[] {
  const { complainant } = complaint;
  const to = { ...complainant, ...reach };
  if (to.email === complainant.email && to.address === complainant.address) return [];
  const reason = 'Opgegeven bij het versturen van een brief.';
  return correctFacts(
    complaint,
    { type: 'correct-facts', by, number, to: { complainant: to }, reason },
    context,
  );
}

/** Lists who at the desk is newly named in a text, and is no respondent. */
export const newlyNamed = (text: string, { summary, respondents }: Complaint, { desk }: Context): Person[] =>
  newlyNamedIn(text, summary, desk).filter((person) => !isAmong(person, respondents));

const pick = (from: Correction, fields: readonly (keyof Correction)[]): Correction =>
  Object.fromEntries(fields.map((field) => [field, from[field]]));
