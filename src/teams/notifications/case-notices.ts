import type { Complaint, Handler, Person } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling, isAbsent, isAmong } from '../../procedure/model/desk.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { eventOf } from '../../register/model/journal.ts';
import { longDate } from '../../time/dutch-date.ts';
import { shortened, withinSentence } from '../form/text.ts';
import type { Office } from '../office/office.ts';
import type { CaseCard } from './case-card.ts';
import { stillTheirs } from './outcome.ts';
import { decisionDue } from './undelivered.ts';

/** The words above a dossier: why it comes, and what is asked. */

/**
 * Words that a complaint is with its handler: to handle, with the reason why it is them, or for information when it was
 * remedied on the spot (Art. 1).
 */
export function handed({ complaint, journal }: Dossier, desk: Desk): { text: string; summary: string } {
  const { number, closed } = complaint;
  if (closed?.outcome === 'remedied')
    return {
      text: `Ter informatie: klacht ${number} is meteen verholpen en daarom gesloten (artikel 1). Je hoeft niets te doen, en er loopt geen termijn. Wil je vastleggen waar ze over ging of wat Ballance ervan leert? Dat kan met “Onderwerp en leerpunt”. Klopt het niet dat ze is verholpen? Vraag het na bij wie de klacht heeft geregistreerd.`,
      summary: `Klacht ${number} is meteen verholpen`,
    };
  return {
    text: `Zaak ${number} is nu bij jou. Hieronder staat wat de regeling van je vraagt.${whyTheirs({ complaint, journal }, desk)}`,
    summary: `Klacht ${number} is bij jou`,
  };
}

/**
 * Words why a complaint is with its handler and not with who comes before them: it was handed over, or who comes before them is a
 * respondent (also one who was added) or absent, or somebody may handle it at last.
 */
function whyTheirs({ complaint, journal }: Pick<Dossier, 'complaint' | 'journal'>, desk: Desk): string {
  const events = journal.map(eventOf);
  const at = events.findLastIndex(({ type }) => type === 'forwarded' || type === 'handed-over');
  const [before, last] = [events[at - 1], events[at]];
  if (last?.type === 'handed-over')
    return before?.type === 'respondent-added'
      ? ` ${before.personal.respondent.name} behandelde deze klacht, maar ze gaat nu ook over hem of haar. Reden: ${reason(before)}`
      : ` Reden van de overdracht: ${reason(last)}`;
  if (before?.type === 'respondent-removed')
    return ` De klacht gaat niet meer over ${before.personal.respondent.name}, en daarom mag jij haar behandelen. Reden: ${reason(before)}`;
  if (before?.type === 'reopened') return ` De klacht is heropend. Reden: ${reason(before)}`;
  if (last?.type !== 'forwarded') return '';
  const order = inOrderOfHandling(desk).map(({ person }) => person);
  const passed = order.slice(
    0,
    Math.max(
      0,
      order.findIndex(({ id }) => id === last.personal.to.id),
    ),
  );
  const supposed = (person: Person) => complaint.supposed?.includes(person.id) ?? false;
  const about = passed.filter((person) => isAmong(person, complaint.respondents));
  const rest = passed.filter((person) => !about.includes(person));
  const why = [
    ...inOneClause(
      about.filter((person) => !supposed(person)),
      (names) => `de klacht over ${names} gaat`,
    ),
    ...inOneClause(
      about.filter(supposed),
      (names, verbs) => `${names} in het bericht van de website ${verbs('staat', 'staan')}`,
    ),
    ...inOneClause(
      rest.filter((person) => isAbsent(person, desk, last.on)),
      (names, verbs) => `${names} afwezig ${verbs('is', 'zijn')}`,
    ),
  ];
  return why.length > 0 ? ` Jij krijgt deze klacht, omdat ${inWords(why)}.` : '';
}

/**
 * Words, above what else comes, that a complaint came to its handler from somebody else, and why, until they have done something with it:
 * a later card takes the place of the one that said so. '' where it came to them first, and for others.
 */
export function stillNew(dossier: Dossier, reader: Person, desk: Desk): string {
  const { complaint, journal } = dossier;
  if (complaint.handler?.person.id !== reader.id || complaint.closed) return '';
  const at = journal.findLastIndex(({ type }) => type === 'forwarded' || type === 'handed-over');
  if (journal.slice(at + 1).some(({ erasable }) => erasable?.by.id === reader.id)) return '';
  const why = whyTheirs(dossier, desk);
  return why && `Zaak ${complaint.number} is nu bij jou.${why}`;
}

const reason = ({ personal }: { personal: { reason: string } }): string => shortened(personal.reason, 200);

/** Words what holds for one or more people, once; nothing for nobody. */
const inOneClause = (
  people: readonly Person[],
  said: (names: string, verbs: (one: string, more: string) => string) => string,
): string[] =>
  people.length > 0
    ? [said(inWords(people.map(({ name }) => name)), (one, more) => (people.length === 1 ? one : more))]
    : [];

const inWords = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' en ');

export function statementGiven({ statements }: Complaint): string {
  const who = statements.at(-1)?.of?.name ?? 'De klager';
  return `${who} heeft een verklaring gegeven. Je leest die bij “Wat is vastgelegd”.`;
}

export const supplemented = ({ receiver }: Complaint): string =>
  `${receiver.name} registreerde de klacht en heeft die aangevuld. Hieronder staat wat er nu is; wat er stond, staat in het logboek.`;

/** Words what is asked of the board (Art. 8), and until when. */
export const decisionAsked = (complaint: Complaint, { calendar }: Office): string =>
  'De klager ziet af van een gesprek. Daarom vraagt artikel 8 een definitieve beslissing van de directie' +
  `${decisionDue('die', complaint, calendar)}. ${
    waitingLetters(complaint).length > 0
      ? 'Dat kan met “Definitieve beslissing”, zodra de brief die nog wacht is verstuurd.'
      : 'Gebruik de knop “Definitieve beslissing”.'
  }`;

/** Words that a complaint is handled again: what that asks of who sees the dossier, and that it asks nothing of others. */
export const reopened = (
  complaint: Complaint,
  reader: Person,
  sees: boolean,
  handler: Handler | undefined,
): string =>
  sees
    ? `Zaak ${complaint.number} is heropend en gaat verder waar ze was. De reden staat in het logboek. Hieronder staat wat de regeling nu vraagt.`
    : `Klacht ${complaint.number} was gesloten en wordt nu weer behandeld${handler ? ` door ${handler.person.name}` : ''}. ${stillTheirs(complaint, reader.id) || 'Je hoeft niets te doen, tenzij je iets wordt gevraagd.'}`;

/** Words that the day of a talk has passed and nobody recorded what came of it (Inleiding). */
export const talkPassed = ({ talkToCome }: Complaint): string =>
  `Het gesprek${talkToCome ? ` van ${longDate(talkToCome.on)} met ${withinSentence(talkToCome.partner, 100)}` : ''} is voorbij. Leg met “Gesprek of bemiddeling” vast wat eruit kwam, of kies daar “Ging niet door”. De termijnen lopen door.`;

/** Asks to hear from the complainant how satisfied they are, some weeks after the closing (Inleiding). */
export const satisfactionAsked: CaseCard<'satisfaction-due'> = {
  asksToAct: true,
  card: async ({ dossier: { id, complaint }, caseWith }) => ({
    card: await caseWith({ text: toAsk(complaint), tone: 'accent' }),
    summary: `Klacht ${id}: vraag hoe tevreden de klager is`,
  }),
};

/** Words what the handler is to ask the complainant. */
export const toAsk = ({ closed }: Complaint): string =>
  `De klacht is${closed ? ` op ${longDate(closed.on)}` : ''} gesloten. Vraag de klager hoe tevreden die is over de afhandeling en over de uitkomst: een cijfer van 1 tot en met 5, en waarom. Leg het vast met “Tevredenheid vastleggen”. Wil de klager niet antwoorden? Dan hoef je niets te doen.`;
