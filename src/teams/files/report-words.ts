import { articleWords } from '../../letters/words.ts';
import type { Span } from '../../register/report-days.ts';
import type { Range } from '../../register/small-cells.ts';
import type { Period } from '../../time/period.ts';
import { rangeWords } from '../pictures/bars-svg.ts';

const ordinals = ['eerste', 'tweede', 'derde', 'vierde'];

/** Names a period in a sentence: '2026', 'het derde kwartaal van 2026'. */
export const periodWords = ({ year, quarter }: Period): string =>
  quarter ? `het ${ordinals[quarter - 1]} kwartaal van ${year}` : year;

/** Names a period above a column. */
export const inShort = ({ year, quarter }: Period): string =>
  quarter ? `kwartaal ${quarter} ${year}` : year;

/** Names the report of a period. */
export const reportTitle = ({ year, quarter }: Period): string =>
  quarter ? `Kwartaalverslag klachten: kwartaal ${quarter} van ${year}` : `Jaarverslag klachten ${year}`;

/** Words a period as it is typed after the command, and as an offer names it. */
export const periodTyped = ({ year, quarter }: Period): string =>
  quarter ? `${year} kwartaal ${quarter}` : year;

/** Words a number in a sentence: 'minder dan 5', '10 tot en met 14'. */
export const rangeSaid = ({ from, to }: Range): string =>
  from === 0 ? `minder dan ${to + 1}` : from === to ? rangeWords({ from, to }) : `${from} tot en met ${to}`;

/** Until when the days are counted, from the receipt of a complaint. */
export const spanWords: Record<Span, string> = {
  acknowledge: `Tot de ontvangst was bevestigd (${articleWords(5)})`,
  answer: `Tot de klager het antwoord had (${articleWords(6)})`,
  close: 'Tot de klacht was gesloten',
};

/** Explains the rule of small numbers, and what is counted. */
export const readingLines: readonly string[] = [
  'Kleine aantallen kunnen verraden om wie het gaat. Een aantal naar herkomst, vestiging, onderwerp, oordeel, afloop, termijn, maatregel of cijfer staat er daarom niet precies. Onder de vijf staat er “<5”: dat kan ook nul zijn. Vanaf vijf staat er een klasse: 5–9, 10–14. Zo kun je een klein aantal ook niet uitrekenen met een totaal of een ander verslag. Zou dat toch kunnen, dan is een klasse breder. Alleen totalen staan er precies.',
  'Het aantal dagen is er alleen als er vijf klachten of meer meetellen. De helft (mediaan) en negen van de tien (90e percentiel) gaan over kalenderdagen vanaf de ontvangst.',
  'Een klacht telt mee in de maand waarin zij is ontvangen. Een klacht die bij een andere hoort, telt met die andere mee. Klachten over wie dit verslag opvroeg, tellen niet mee. Daarom kan het verslag van een ander andere aantallen hebben.',
  'Het jaaroverzicht voor Excel noemt elke klacht apart, zonder namen. Dat is alleen bedoeld voor wie met de klachtenregeling werkt.',
];
