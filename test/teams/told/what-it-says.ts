import assert from 'node:assert/strict';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { partsOf } from '../card-parts.ts';
import { faultsIn } from '../well-said.ts';
import type { TheOffice } from './a-course.ts';
import { daysIn, means } from './dutch-days.ts';

const textsOf = (parts: unknown): string =>
  partsOf(parts)
    .map(({ text = '' }) => String(text))
    .join('');

/** Lists all that a card says, a line each: what it shows, what it shows unfolded, and what is read aloud. */
export const linesOf = (card: Card): string[] => [
  ...(typeof card.speak === 'string' ? [card.speak] : []),
  ...partsOf(card).flatMap(({ type, text, inlines, altText }) => {
    if (type === 'TextBlock') return [String(text)];
    if (type === 'RichTextBlock') return [textsOf(inlines)];
    return typeof altText === 'string' ? [altText] : [];
  }),
];

/** Lists all that a card says: its texts, what is read aloud, its buttons, labels, hints and choices. */
export const saidBy = (card: Card): string[] => [
  ...linesOf(card),
  ...partsOf(card).flatMap(({ title, label, placeholder, errorMessage, tooltip }) =>
    [title, label, placeholder, errorMessage, tooltip].filter(
      (text): text is string => typeof text === 'string',
    ),
  ),
];

/** The days by which a date is explained, and those that a picture shows around it: proof, and no promise. */
const proof =
  /^(?:Tijdlijn van|Overgeslagen:|Geen werkdag:|Artikel 5: uiterlijk op de vijfde werkdag daarna\.)/;

/** The days that the register holds, and the letters in it on one line, whose days were those of their own moment. */
export type Known = { days: ReadonlySet<string>; letters: string };

/** A dossier as it is now, in its office. */
export type Seen = { dossier: Dossier; known: Known; ours: TheOffice };

/** Writes a text on one line, as a card does. */
export const inARow = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Asserts that every day in those lines is one that is known, and that they are well said, except where a letter is quoted. */
export function assertKnown(lines: readonly string[], { days, letters }: Known, where: string): void {
  const isQuoted = (line: string) => letters.includes(inARow(line.replace(/…$/, '')));
  for (const line of lines) if (!isQuoted(line)) assert.deepEqual(faultsIn(line), [], where);
  for (const line of lines.filter((one) => !proof.test(one)))
    for (const said of daysIn(line))
      assert.ok(
        [...days].some((day) => means(said, day)) || isQuoted(line),
        `${where}: the register knows no “${said.words}”, said in: ${line}`,
      );
}

/** Asserts that none of those words is said. */
export function assertUnsaid(lines: readonly string[], words: readonly string[], where: string): void {
  for (const word of words)
    for (const line of lines) assert.ok(!line.includes(word), `${where} says “${word}”: ${line}`);
}

export const assertSays = (lines: readonly string[], words: string, where: string): void =>
  assert.ok(
    lines.some((line) => line.includes(words)),
    `${where} does not say “${words}”:\n${lines.join('\n')}`,
  );
