import type { LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context, ForRespondent, ForStatement } from '../model/commands.ts';
import { complainantIn } from '../model/complainant-in-text.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import type { DocumentId } from '../model/document.ts';
import type { Event } from '../model/events.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { documentOf } from './documents.ts';
import { gapIn } from './letters.ts';

/**
 * Tells whether both sides are heard. Algemeen: "worden de klachten schriftelijk vastgelegd, vindt bespreking en hoor en
 * wederhoor plaats", so the complainant and every respondent have given a statement, and nobody is named who is still to be chosen.
 */
export const bothSidesHeard = ({ statements, respondents, unresolvedName }: Complaint): boolean =>
  !unresolvedName &&
  statements.some(({ of }) => of === undefined) &&
  respondents.every(({ id }) => statements.some(({ of }) => of?.id === id));

/** Tells whether a respondent is to be heard before they are told the position: they were added after the answer was drawn up (reading 12). */
export const isHeardFirst = ({ id }: Pick<Person, 'id'>, { answer, statements }: Complaint): boolean =>
  !!answer?.toHear?.includes(id) && !statements.some(({ of }) => of?.id === id);

/**
 * Reads the text for a respondent, who learns what it is about and not who complains. Refuses an empty one, one with an open gap, and
 * one that tells who complains until its writer has confirmed that.
 */
export function textForRespondent({ text, mayIdentify }: ForRespondent, { complainant }: Complaint): string {
  if (!text.trim()) throw new Refusal('text-missing');
  const gap = gapIn(text);
  if (gap !== undefined) throw new Refusal('gap-in-message', undefined, gap);
  const found = complainantIn(text, complainant);
  if (found !== undefined && !mayIdentify) throw new Refusal('identifies-complainant', undefined, found);
  return text;
}

/** Finds until when a respondent is to give the statement that they were asked for; undefined where none is awaited, or that has passed. */
export const awaitedUntil = (
  { statementsAwaited = [] }: Complaint,
  { id }: Pick<Person, 'id'>,
  today: LocalDate,
): LocalDate | undefined => statementsAwaited.find(({ of, dueOn }) => of === id && dueOn >= today)?.dueOn;

/** Asks for a statement, from tomorrow on: today leaves no time. Refuses a text that is not for a respondent. */
export function askedFor(
  respondent: Person,
  { dueOn, ...about }: ForStatement,
  complaint: Complaint,
  { today }: Context,
  documents: readonly DocumentId[] = [],
): Event {
  const text = textForRespondent(about, complaint);
  if (dueOn <= today) throw new Refusal('too-soon');
  const shared = documents.length > 0 && { documents: [...documents] };
  return { type: 'statement-requested', on: today, dueOn, personal: { respondent, text, ...shared } };
}

/**
 * Asks a respondent for a statement. Refuses a person whom the complaint is not about, a text that is not for them, and a day that is not
 * after today, and a document that the dossier does not have.
 */
export function requestStatement(
  complaint: Complaint,
  { respondent: id, about, documents = [] }: CommandOf<'request-statement'>,
  context: Context,
): Event[] {
  const respondent = complaint.respondents.find((person) => person.id === id);
  if (!respondent) throw new Refusal('not-a-respondent');
  for (const document of documents) documentOf(complaint, document);
  return [askedFor(respondent, about, complaint, context, documents)];
}

/** Records what somebody stated orally. Refuses an empty text, and a day in the future. */
export function recordStatement(
  complaint: Complaint,
  { of, on, text }: CommandOf<'record-statement'>,
  context: Context,
): Event[] {
  notInTheFuture(on, context);
  if (!text.trim()) throw new Refusal('text-missing');
  if (of === undefined) return [{ type: 'statement-recorded', on, from: 'complainant', personal: { text } }];
  const respondent = complaint.respondents.find((person) => person.id === of);
  if (!respondent) throw new Refusal('not-a-respondent');
  return [{ type: 'statement-recorded', on, from: 'respondent', personal: { respondent, text } }];
}

/** Tells whether there is a statement of a respondent, and no other is awaited. */
export const hasStated = ({ statements, statementsAwaited = [] }: Complaint, { id }: Pick<Person, 'id'>) =>
  statements.some(({ of }) => of?.id === id) && !statementsAwaited.some(({ of }) => of === id);

/**
 * Records the statement that a respondent wrote in their own chat ("Mijn verklaring"). Refuses an empty one, and one beside an earlier
 * one that is not meant as an addition.
 */
export function giveStatement(
  complaint: Complaint,
  { by, text, adds = false }: CommandOf<'give-statement'>,
  { today }: Context,
): Event[] {
  if (!text.trim()) throw new Refusal('text-missing');
  if (!adds && hasStated(complaint, by)) throw new Refusal('stated-already');
  const respondent = complaint.respondents.find((person) => person.id === by.id) ?? by;
  return [{ type: 'statement-recorded', on: today, from: 'respondent', personal: { respondent, text } }];
}

/** Lists the respondents who were asked for a statement and have given none, while that is possible. */
export const unheard = ({ stage, respondents, statementsRequested, statements }: Complaint): Person[] =>
  stage === 'closed'
    ? []
    : respondents.filter(
        ({ id }) => statementsRequested.includes(id) && !statements.some(({ of }) => of?.id === id),
      );
