import type { Branch } from '../../letters/organisation.ts';
import { mayHaveAnswerFrom } from '../../procedure/articles/art07-objection.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { Picked } from '../adapter/colleagues.ts';
import { type Choice, optionalText, type TextField } from '../form/fields.ts';
import type { Days } from '../form/form-reader.ts';
import type { Setting } from './step.ts';

/** Returns the days on which something can have happened to a complaint: since receipt, today included. */
export const sinceReceipt = ({ complaint, today }: Setting): Days => ({
  from: complaint.receivedOn,
  through: today,
});

/** Returns the days since that day, today included. */
export const since = (from: LocalDate, { today }: Setting): Days => ({ from, through: today });

/** Returns the days since the complainant can have had the answer, today included. */
export const sinceAnswer = (setting: Setting): Days =>
  since(mayHaveAnswerFrom(setting.complaint) ?? setting.complaint.receivedOn, setting);

/** The most days ahead that can be planned. */
const furthestAhead = 2 * 366;

/** Returns the days from that day on, as far ahead as can be planned. */
export const from = (day: LocalDate, { today }: Setting): Days => ({
  from: day,
  through: addDays(today, furthestAhead),
});

/** Makes choices of people, by name. */
export const peopleChoices = (people: readonly Person[]): Choice<PersonId>[] =>
  people.map(({ id, name }) => ({ title: name, value: id }));

/** The choice of no branch, which is readable where what was typed is listed. */
const noBranch = 'Geen';

/** Shows a branch that somebody typed by its name, unless a client could render that as more than text. */
const plainly = (name: string): string =>
  /^\p{L}[\p{L}\p{N} ,.'’()/-]*$/u.test(name) ? name : 'Zoals het nu in het dossier staat';

/** Lists none, the branches of BRANCHES, and the one that is recorded, to choose from; nothing where none are given. */
export function branchChoices(branches: readonly Branch[], recorded = ''): Choice[] {
  if (branches.length === 0) return [];
  const names = new Set([noBranch, ...branches.map(({ name }) => name), ...(recorded ? [recorded] : [])]);
  return [...names].map((name) => ({ title: plainly(name), value: name }));
}

/** Reads the choice of a branch; undefined where none was chosen. */
export const branchNamed = (chosen: string | undefined): string | undefined =>
  chosen === noBranch ? undefined : chosen;

/**
 * Makes the field for a branch (vestiging): one of BRANCHES, or the one that is recorded; a line of text where none are given. Any
 * other branch that is sent is taken too: a form may be older than the settings.
 */
export function branchField(
  label: string,
  {
    complaint: { branch },
    organisation: { branches },
  }: Pick<Setting, 'organisation'> & { complaint: Pick<Complaint, 'branch'> },
  hint?: string,
): TextField<string | undefined> {
  const line = optionalText(label, { proposed: branch, hint });
  if (branches.length === 0) return line;
  return {
    ...line,
    input: {
      type: 'Input.ChoiceSet',
      style: 'compact',
      wrap: true,
      choices: branchChoices(branches, branch),
    },
    proposed: branch ?? noBranch,
    read: (form, id) => branchNamed(line.read(form, id)),
  };
}

/** Makes choices of the respondents. */
export const respondentChoices = ({ complaint }: Pick<Setting, 'complaint'>): Choice<PersonId>[] =>
  peopleChoices(complaint.respondents);

/** Words, for the field in which they were picked, which of them cannot be a respondent; undefined when all can. */
export function outsidersIn(people: readonly Picked[]): string | undefined {
  const names = people.filter(({ isOutsider }) => isOutsider).map(({ name }) => name);
  const last = names.pop();
  if (last === undefined) return undefined;
  const who = names.length > 0 ? `${names.join(', ')} en ${last} zijn gasten` : `${last} is een gast`;
  return (
    `${who} en geen medewerker van Ballance. Kies alleen collega’s. ` +
    'Gaat de klacht over iemand van buiten? Schrijf dat dan in de tekst van de klacht of in een notitie.'
  );
}
