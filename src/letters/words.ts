import type { Judgement, ObjectionMeans, OfferFate } from '../procedure/model/answer.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { HearingForm, Manner, Origin } from '../procedure/model/complaint.ts';
import type { AgainReason, DispatchManner, LetterKind } from '../procedure/model/letter.ts';
import type { MediationForm } from '../procedure/model/mediation.ts';

const list = new Intl.ListFormat('nl');

/** Words a list: 'artikel 6, artikel 8 en artikel 9'. */
export const listed = (parts: readonly string[]): string => list.format(parts);

/** Herkomst (Art. 4). */
export const originWords: Record<Origin, string> = {
  client: 'Cliënt',
  principal: 'Opdrachtgever',
  employee: 'Medewerker',
  partner: 'Samenwerkingspartner',
  other: 'Anders',
};

/** Wijze van ontvangst (Art. 4). */
export const mannerWords: Record<Manner, string> = { oral: 'Mondeling', written: 'Schriftelijk' };

/** How the complainant let know that they do not agree (Art. 7). */
export const meansWords: Record<ObjectionMeans, string> = {
  letter: 'Brief',
  email: 'E-mail',
  oral: 'Mondeling',
};

/** Wijze van verzending. */
export const dispatchWords: Record<DispatchManner, string> = {
  email: 'E-mail',
  'own-email': 'E-mail, zelf al verstuurd',
  post: 'Post',
  handed: 'Overhandigd',
};

/** Words how a letter went out, once it has. */
export const wentBy = (manner: DispatchManner): string =>
  manner === 'own-email' ? 'e-mail, buiten Klachtenbot om' : dispatchWords[manner].toLowerCase();

/** Why a letter goes out once more. */
export const againWords: Record<AgainReason, string> = {
  'came-back': 'De brief kwam terug',
  'not-arrived': 'De klager heeft de brief niet gekregen',
  'other-address': 'De klager heeft een ander adres',
};

/** Oordeel (Art. 6). */
export const judgementWords: Record<Judgement, string> = {
  founded: 'Gegrond',
  'partly-founded': 'Deels gegrond',
  unfounded: 'Ongegrond',
  none: 'Geen oordeel',
};

/** Vorm van het gesprek (Art. 8). */
export const hearingFormWords: Record<HearingForm, string> = { phone: 'Telefonisch', office: 'Op kantoor' };

/** Vorm (Inleiding). */
export const mediationFormWords: Record<MediationForm, string> = {
  conversation: 'Gesprek',
  mediation: 'Bemiddeling',
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words an article of the regulation; 0 is the Inleiding. */
export const articleWords = (article: number): string => (article === 0 ? 'inleiding' : `artikel ${article}`);

/** The name of each kind of letter. */
export const letterNames: Record<LetterKind, string> = {
  acknowledgement: 'ontvangstbevestiging',
  'new-handler': 'nieuwe behandelaar',
  'no-handler': 'niemand mag behandelen',
  answer: 'antwoord',
  'late-objection-refused': 'bericht na de termijn',
  'hearing-invitation': 'uitnodiging voor een gesprek',
  settlement: 'verslag en afspraken',
  'court-route': 'verslag en vervolg',
  'final-decision': 'definitieve beslissing',
  withdrawal: 'bevestiging van intrekking',
  closure: 'bevestiging van afsluiting',
  delay: 'bericht van uitstel',
  dismissal: 'niet in behandeling genomen',
  merger: 'samen behandeld',
  mediation: 'opgelost in gesprek',
  'measure-delay': 'nieuwe dag voor een maatregel',
};

/** Names the Word file of a letter: 'K-2026-0001-ontvangstbevestiging.docx', without the name of a person. */
export const letterFileName = (number: CaseNumber, kind: LetterKind): string =>
  `${number}-${letterNames[kind].replaceAll(' ', '-')}.docx`;

/** The solution that the answer proposed, and what becomes of it after a hearing or the decision of the board. */
export const offerLabel = 'Oplossing uit het antwoord';
export const offerWords: Record<OfferFate, string> = { stays: 'Blijft staan', lapses: 'Vervalt' };
