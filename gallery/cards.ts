import type { Card } from '../src/teams/cards/template.ts';
import { examples } from '../test/teams/card-examples.ts';
import { plausible } from '../test/teams/typed.ts';

/** A text with a word that does not fit on a line. */
const long = `Over de ${'meervoudigepersoonlijkheidsstoornis'.repeat(3)} stond niets in het verslag.`;

/** Every card in every state of a plausible complaint. */
export const cards = (): Record<string, Card> => examples(plausible);

/** The same cards, in which everything typed is too wide. */
export const wideCards = (): Record<string, Card> => examples(long);

/** The card of which the menu is drawn open too. */
export const withMenu = 'case, acknowledged, with little in it';
