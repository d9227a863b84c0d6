import { type Card, template } from '../card.ts';
import { paragraphs } from '../literal.ts';

const fill = template<{ number: string; lines: string[] }>('position');

/** Algemeen: a respondent is told the position of Ballance. */
export const positionCard = ({ number, text }: { number: string; text: string }): Card =>
  fill({ number, lines: paragraphs(text) });
