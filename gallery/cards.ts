import type { Card } from '../src/teams/cards/template.ts';
import { examples } from '../test/teams/card-examples.ts';

/** Texts that somebody might type: a sentence of usual length, and a word that does not fit on a line. */
const usual = 'Mevrouw Pietersen belde drie keer en werd niet teruggebeld.';
const long = `Over de ${'meervoudigepersoonlijkheidsstoornis'.repeat(3)} stond niets in het verslag.`;

/** Every card in every state. */
export const cards = (): Record<string, Card> => examples(usual);

/** The same cards, in which everything typed is too wide. */
export const wideCards = (): Record<string, Card> => examples(long);
