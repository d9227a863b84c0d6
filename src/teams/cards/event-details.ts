import { hasContact } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import type { Measure } from '../../procedure/model/answer.ts';
import type { Complainant } from '../../procedure/model/complainant.ts';
import type { Correction, Event } from '../../procedure/model/events.ts';
import type { Again, LetterKind } from '../../procedure/model/letter.ts';
import type { Talk } from '../../procedure/model/mediation.ts';
import { longDate } from '../../time/dutch-date.ts';
import { againWords, calendarDays, mannerWords, originWords } from './words.ts';

/** How an event is worded in the journal. */
export type EventWords<E extends Event> = {
  /** Words the event in a sentence. `whole`: nothing was erased, so people can be named. */
  sentence(event: E, whole: boolean): string;
  /** Lists the texts of an event that was not erased, each on lines of its own. */
  texts?(event: E): (string | undefined)[];
  /** Whether "Inzage" (art. 15 AVG) tells it, because it concerns the complainant; the rest is internal, or about others. */
  toldToComplainant: boolean | ((event: E) => boolean);
};

/** Makes `texts` required for an event with personal data, and forbids it for one without. */
export type WithTexts<E extends Event> = E extends { personal: object }
  ? Required<EventWords<E>>
  : Omit<EventWords<E>, 'texts'>;

export const none = (): string[] => [];
export const itsText = ({ personal }: { personal: { text?: string } }) => [personal.text];
export const itsReason = ({ personal }: { personal: { reason?: string } }) => [personal.reason];

/** Lists measures, one a line. */
export const measureLines = (measures: readonly Measure[] = []): string[] =>
  measures.map(({ what, owner, dueOn }) => `- ${what} (${owner}, uiterlijk ${longDate(dueOn)})`);

/** Lists with whom a talk is or was, and who leads it. */
export const partiesLines = ({ partner, ledBy }: Pick<Talk, 'partner' | 'ledBy'>): string[] => [
  `Met: ${partner}`,
  ...(ledBy ? [`Onder leiding van: ${ledBy}`] : []),
];

/** Lists what each corrected fact was and became, one a line. */
export function changes(from: Correction, to: Correction): string[] {
  const fields: [string, string | undefined, string | undefined][] = [
    ['Klager', from.complainant?.name, to.complainant?.name],
    ['Namens', from.complainant?.representing, to.complainant?.representing],
    ['E-mail', from.complainant?.email, to.complainant?.email],
    ['Telefoon', from.complainant?.phone, to.complainant?.phone],
    ['Postadres', from.complainant?.address, to.complainant?.address],
    ['Herkomst', from.origin && originWords[from.origin], to.origin && originWords[to.origin]],
    ['Wijze van ontvangst', from.manner && mannerWords[from.manner], to.manner && mannerWords[to.manner]],
    ['Vestiging', from.branch, to.branch],
    ['Korte inhoud', from.summary, to.summary],
    ['Onderwerp', from.subject, to.subject],
    ['Leerpunt', from.lesson, to.lesson],
    ['Naam van de collega', from.unresolvedName, to.unresolvedName],
  ];
  return fields
    .filter(([, before, after]) => (before ?? '') !== (after ?? ''))
    .map(([label, before, after]) => `${label}: ${changed(before, after)}`);
}

function changed(before?: string, after?: string): string {
  if (!before) return `was leeg, nu “${after}”`;
  return after ? `“${before}” werd “${after}”` : `“${before}” is weggehaald`;
}

/** Words, for each kind of letter, that it was sent; with the article that sets its deadline, if it has one. */
export const letterSent: Record<LetterKind, { words: string; article: number | undefined }> = {
  acknowledgement: { words: 'Ontvangst bevestigd', article: 5 },
  'new-handler': { words: 'Nieuwe behandelaar gemeld', article: undefined },
  'no-handler': { words: 'Gemeld dat niemand de klacht mag behandelen', article: undefined },
  answer: { words: 'Antwoord verstuurd', article: 6 },
  'late-objection-refused': { words: 'Weigering van het bezwaar verstuurd', article: undefined },
  'hearing-invitation': { words: 'Uitnodiging voor het gesprek verstuurd', article: undefined },
  settlement: { words: 'Verslag en afspraken verstuurd', article: undefined },
  'court-route': { words: 'Verslag en uitleg over de rechter verstuurd', article: undefined },
  'final-decision': { words: 'Definitieve beslissing verstuurd', article: 8 },
  withdrawal: { words: 'Intrekking bevestigd', article: undefined },
  closure: { words: 'Afsluiting bevestigd', article: undefined },
  merger: { words: 'Bericht over samen behandelen verstuurd', article: undefined },
  mediation: { words: 'Afspraken uit het gesprek verstuurd', article: undefined },
  delay: { words: 'Uitstel gemeld', article: undefined },
  'measure-delay': { words: 'Nieuwe dag voor een maatregel gemeld', article: undefined },
  dismissal: { words: 'Uitleg waarom het geen klacht wordt verstuurd', article: undefined },
};

/** Words why a letter goes out once more. */
export const whyAgain = (again: Again | undefined): string =>
  again ? ` (${againWords[again.because].toLowerCase()})` : '';

/** Words by how much an article was missed. */
export const late = (daysLate: number, article: number | undefined): string =>
  daysLate > 0 ? `, ${calendarDays(daysLate)} te laat${article ? ` (artikel ${article})` : ''}` : '';

/** Words which articles cannot be met, and why, where nobody knows how to reach the complainant. */
export const unreachable = (complainant: Complainant): string => {
  if (hasContact(complainant)) return '';
  const why = complainant.unnamed ? 'de klager is onbekend of anoniem' : 'er zijn geen contactgegevens';
  return ` Bevestigen en antwoorden (artikel 5 en 6) kan nog niet: ${why}.`;
};
