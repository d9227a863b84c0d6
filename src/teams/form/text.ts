const zeroWidthSpace = '\u200b';

/**
 * Text that a card shows to the letter: `{{DATE(...)}}` and `{{TIME(...)}}` would be computed by the renderer, so
 * a zero-width space comes between their braces, and is taken out again when the text comes back. Every text on a card goes through this (see card.ts).
 */
export const literal = (text: string): string =>
  text.replace(/\{(?=\{\s*(?:DATE|TIME))/gi, `{${zeroWidthSpace}`);

/** Text for an element that renders Markdown (TextBlock, Fact, a chat message), with every mark of it disarmed. */
export const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, (mark) =>
    mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`,
  );

/** The lines of a text that say something, without the spaces around them. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The most blocks that one text becomes; what follows stands together in the last. */
const mostParagraphs = 20;

/**
 * A text as its lines, each for a RichTextBlock of its own: a TextRun renders no Markdown, but does not keep line
 * ends everywhere either. Empty lines are left out.
 */
export function paragraphs(text: string): string[] {
  const lines = linesOf(text);
  if (lines.length <= mostParagraphs) return lines;
  return [...lines.slice(0, mostParagraphs - 1), lines.slice(mostParagraphs - 1).join(' ')];
}

/** At most so many characters (code points), with an ellipsis where something was left out; nothing where there is no room. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (most <= 0) return '';
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/**
 * The most characters (code points) that a field takes, the most lines, and the most characters that are read of a day or
 * a time. In plain Dutch the longest form, with all of its fields full, is under the 28 KB that Teams takes in one card;
 * a form that is larger stays on the screen as it is instead of being drawn anew (see cards/card-size.ts).
 */
export const limits = {
  line: 200,
  text: 2000,
  letter: 12_000,
  lines: 400,
  addressLines: 6,
  day: 40,
  time: 20,
} as const;

/** The most people that can be named as respondents. */
export const mostRespondents = 20;

/** The most measures that one answer can promise. */
export const mostMeasures = 10;
