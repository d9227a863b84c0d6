import type { Card } from '../../src/teams/cards/template.ts';

type Part = Record<string, unknown>;

/** Every object of a card, from the outside in. */
export function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (value === null || typeof value !== 'object') return [];
  return [value as Part, ...Object.values(value).flatMap(partsOf)];
}

const ofType = (card: Card, prefix: string): Part[] =>
  partsOf(card).filter(({ type }) => typeof type === 'string' && type.startsWith(prefix));

export const inputsOf = (card: Card): Part[] => ofType(card, 'Input.');

/** The buttons under a card, by what is on them. */
export const buttonsOf = (card: Card): string[] =>
  ((card.actions ?? []) as Part[]).map(({ title }) => String(title));

/** The texts that a card shows and does not render as Markdown. */
export const literalTexts = (card: Card): string[] => ofType(card, 'TextRun').map(({ text }) => String(text));

/** The texts that a card renders as Markdown. */
export const markdownTexts = (card: Card): string[] =>
  ofType(card, 'TextBlock').map(({ text }) => String(text));

/** All that a card shows. */
export const shownBy = (card: Card): string => [...markdownTexts(card), ...literalTexts(card)].join('\n');
