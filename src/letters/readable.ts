/** Removes from text what cannot be seen, so that it reads the same on a card, in a letter and in a header of an e-mail. */

/** Line ends other than '\n'. */
const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Invisible characters: controls, format characters, bidirectional marks, fillers, tags, blanks that are no space, private
 * use, noncharacters. Kept are tabs, line ends, what the patterns below decide on, and the format characters of Arabic,
 * Syriac and Kaithi that are drawn.
 */
const invisible =
  /[[\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\uFFFC\u{13441}\u{13442}\u{16FE4}\u{1D159}]--[\t\n\u200C\u200D\uFE00-\uFE0F\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]]/gv;

/** Variation selectors that belong to no emoji or keycap. */
const strayVariant =
  /[\uFE00-\uFE0D]|(?<!\p{Extended_Pictographic})(?<![0-9#*](?=\uFE0F\u20E3))[\uFE0E\uFE0F]/gv;

/** Combining marks without a base character. */
const strayMarks = /(?<!\S)\p{M}+/gv;

/** Combining marks beyond the five that any script puts on one character. */
const pileOfMarks = /(?<=\p{M}{5})\p{M}+/gv;

/** Joiners that join nothing; those within an emoji, or between letters of a script without capitals, belong to it. */
const joinsNothingAfter = /[\u200C\u200D](?![\p{Lo}\p{Extended_Pictographic}])/gv;
const joinsNothingBefore = /(?<![\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]/gv;

/** The patterns in the order in which they are removed: removing one can leave something for the next. */
const unseen = [...[invisible, joinsNothingAfter, strayVariant, strayMarks, pileOfMarks], joinsNothingBefore];

/** Makes a text of any number of lines readable, each ended by '\n'; a lone surrogate becomes U+FFFD. */
export const readable = (text: string): string =>
  unseen.reduce((left, what) => left.replace(what, ''), text.toWellFormed().replace(lineEnd, '\n'));

/** Makes a text one line, with single spaces in it and none around it. */
export const oneLine = (text: string): string => readable(text).replace(/\s+/g, ' ').trim();

/** Makes a text one block without empty lines, so that no line of it can pass for a paragraph of its own. */
export const block = (text: string): string =>
  readable(text).split('\n').map(oneLine).filter(Boolean).join('\n');
