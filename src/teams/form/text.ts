import { typedLimits } from '../../register/model/typed-text.ts';

const zeroWidthSpace = '\u200b';

/**
 * Makes a text literal on a card: the renderer would compute `{{DATE(...)}}` and `{{TIME(...)}}`, so a zero-width space goes
 * between their braces, and is removed when the text comes back. Every text on a card passes through this (see template.ts).
 */
export const literal = (text: string): string =>
  text.includes('{{') ? text.replace(/\{(?=\{\s*(?:DATE|TIME))/gi, `{${zeroWidthSpace}`) : text;

/** Escapes every mark of Markdown, for an element that renders it (TextBlock, Fact, a chat message). */
export const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, (mark) =>
    mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`,
  );

/** Splits a text into lines, trimmed and without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The most blocks that one text becomes; the last holds all that follows. */
const mostParagraphs = 20;

/**
 * Splits a text into lines, each for a RichTextBlock of its own: a TextRun renders no Markdown, but does not keep line ends
 * everywhere either. Leaves out empty lines.
 */
export function paragraphs(text: string): string[] {
  const lines = linesOf(text);
  if (lines.length <= mostParagraphs) return lines;
  return [...lines.slice(0, mostParagraphs - 1), lines.slice(mostParagraphs - 1).join(' ')];
}

/** Shortens a text to so many characters (code points), with an ellipsis if something is cut; empty where there is no room. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (most <= 0) return '';
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** Shortens a text that stands within a sentence of ours, without the full stop that would end it. */
export const withinSentence = (text: string, most: number): string =>
  shortened(text.replace(/(?<=\p{Ll}{2}|\d)\.$/u, ''), most);

/**
 * The most characters (code points) of each kind of field, the most lines, and the most characters that are read of a day or
 * a time. In plain Dutch the longest form, with every field full, is under the 28 KB that Teams accepts in one card; a larger
 * form stays on the screen as it is instead of being drawn again (see cards/card-size.ts).
 */
export const limits = {
  ...typedLimits,
  letter: 12_000,
  day: 40,
  time: 20,
} as const;

/** The most people that can be named as respondents. */
export const mostRespondents = 20;

/** Reads '14:30', '9.05' or '14:30:00' as 'HH:mm'; undefined when it is no time of day. */
export function readTime(text: string): string | undefined {
  if (text.length > limits.time) return undefined;
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})(:00)?$/.exec(text) ?? [];
  return minute && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, '0')}:${minute}`
    : undefined;
}
