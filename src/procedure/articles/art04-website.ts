import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, HandlerRole, Person } from '../model/complaint.ts';
import { type Desk, inOrderOfHandling, isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { asOneWord, meantBy, namedIn, namesAccount, othersIn, surnamedIn } from '../model/named-in-text.ts';
import { personId } from '../model/person-id.ts';
import { Refusal } from '../model/refusal.ts';
import { handlerFor, toAnother } from './art05-handler.ts';

/**
 * The receiver of what comes by the feedback form on the website. Art. 4: "Voor uw schriftelijke klacht kunt u gebruikmaken van het
 * daarvoor bestemde feedbackformulier op de website". It is no person: nothing is sent to it, it may do nothing, and nothing waits for it.
 */
export const website: Person = { id: personId('website'), name: 'Website' };

export const isByWebsite = ({ receiver }: Pick<Complaint, 'receiver'>): boolean => receiver.id === website.id;

/** What a complainant wrote on the website: whom it is about, what about, who they are themselves, and their e-mail address. */
type Written = {
  whom?: string | undefined;
  about: string;
  self: readonly string[];
  email?: string | undefined;
};

/** The functions of who would handle it, each as one word; anywhere in the text, because they would be the first to read it. */
const functions: Partial<Record<HandlerRole, RegExp>> = {
  officer: /(?<!vervangende?|deputy|substitute)(?:klacht(?:en?)?functionaris|complaintsofficer)/,
  substitute: /(?:vervangende?|deputy|substitute)(?:klacht(?:en?)?functionaris|complaintsofficer)/,
};

/** The words by which somebody without a name is meant where it is asked whom it is about. */
const roleWords: Partial<Record<HandlerRole, RegExp>> = {
  substitute: /vervang|deputy|substitute/,
  board: /directie|directeur|directrice|bestuur|director/,
};

/**
 * Lists who at the desk is named anywhere in it (Art. 4): where it says what it is about, by first name or surname, and by role where
 * it says about whom, because a text may ask the board to read it; the officer and a substitute by their function in the text as well. Where it
 * says who complains, by surname, because many people share a first name.
 */
export function supposedIn({ whom = '', about, self, email = '' }: Written, desk: Desk): Person[] {
  const members = inOrderOfHandling(desk);
  const everybody = members.map(({ person }) => person);
  const isMeant = (role: HandlerRole): boolean =>
    functions[role]?.test(asOneWord(`${whom}\n${about}`)) || roleWords[role]?.test(asOneWord(whom)) || false;
  const found = [
    ...members.filter(({ role }) => isMeant(role)).map(({ person }) => person),
    ...meantBy(`${whom}\n${about}`, everybody),
    ...namedIn(`${whom}\n${about}`, desk),
    ...surnamedIn(self.join('\n'), desk),
    ...everybody.filter((person) => namesAccount(email, person)),
  ];
  return everybody.filter((person) => isAmong(person, found));
}

/** Lists the respondents of whom nobody has looked yet whether the complaint is about them: the website named them. */
export const supposed = ({ respondents, supposed: ids = [] }: Complaint): Person[] =>
  respondents.filter(({ id }) => ids.includes(id));

const notAbout =
  'De naam of de functie stond in het bericht van de website. Er is gekeken: de klacht gaat niet over deze collega.';
const ofArticle5 =
  'De naam of de functie stond in het bericht van de website. Er is gekeken: de klacht gaat niet over wie haar volgens artikel 5 behandelt.';

/**
 * Says of somebody whom the website named whether the complaint is about them (reading 10): until then it goes as if it were. Who it is not
 * about is no respondent any more; once everybody has been looked at, the complaint goes to who handles it under Art. 5, unless it was
 * handed over by hand. Refuses somebody who need not be looked at.
 */
export function judgeName(
  complaint: Complaint,
  { respondent: id, isAbout }: CommandOf<'judge-name'>,
  context: Context,
): Event[] {
  const respondent = supposed(complaint).find((one) => one.id === id);
  if (!respondent) throw new Refusal('not-a-respondent', 5);
  const others = supposed(complaint).filter((one) => one !== respondent);
  const sure = complaint.respondents.filter((one) => !isAmong(one, others));
  const { unresolvedName } = complaint;
  const named = unresolvedName && othersIn(unresolvedName, sure) === 0 ? unresolvedName : undefined;
  const judged: Event = isAbout
    ? { type: 'name-confirmed', on: context.today, personal: { respondent, ...(named && { named }) } }
    : { type: 'respondent-removed', on: context.today, personal: { respondent, reason: notAbout } };
  const respondents = complaint.respondents.filter((one) => isAbout || one !== respondent);
  return [judged, ...(others.length > 0 ? [] : backToItsHandler({ ...complaint, respondents }, context))];
}

/** Gives a complaint to who handles it under Art. 5, now that it is known whom it is about; not one that was handed over by hand. */
function backToItsHandler(complaint: Complaint, context: Context): Event[] {
  const next = handlerFor(complaint.respondents, context.desk, context.today);
  const { handler, handledBy } = complaint;
  if (!next || !handler || handledBy.length > 1 || next.person.id === handler.person.id) return [];
  return [toAnother(next, ofArticle5, complaint, context)];
}
