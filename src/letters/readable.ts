/** Text from outside, without what nobody sees: it reads the same on a card, in a letter and in a header of a mail. */

/** Every other end of a line than '\n'. */
const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Control characters, marks that turn the direction of text, zero-width characters, tags. Not among them: tabs and line
 * ends, the variants of an emoji, and the two joiners.
 */
const invisible =
  /[[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]--[\t\n\u200C\u200D\uFE00-\uFE0F]]/gv;

/** A joiner that joins nothing: those between the parts of an emoji, or letters of a script without capitals, are part of it. */
const strayJoiner =
  /(?<![\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?![\p{Lo}\p{Extended_Pictographic}])/gv;

/** A text of any number of lines, each ended by '\n'. Half characters become U+FFFD. */
export const readable = (text: string): string =>
  text.toWellFormed().replace(lineEnd, '\n').replace(invisible, '').replace(strayJoiner, '');

/** A text that is one line whatever it was, with single spaces in it and none around it. */
export const oneLine = (text: string): string => readable(text).replace(/\s+/g, ' ').trim();
