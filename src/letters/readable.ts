/** Text from outside, without what nobody sees: it reads the same on a card, in a letter and in a header of a mail. */

/** Every other end of a line than '\n'. */
const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * What shows nothing: control and format characters, marks that turn the direction of text, fillers, tags, blanks that are no
 * space, private use, noncharacters. Not among them: tabs and line ends, what is decided below, and the format characters of
 * Arabic, Syriac and Kaithi that are seen.
 */
const invisible =
  /[[\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\uFFFC\u{13441}\u{13442}\u{16FE4}\u{1D159}]--[\t\n\u200C\u200D\uFE00-\uFE0F\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]]/gv;

/** A selector of a variant that is no emoji's: those of a picture or of a key are part of it. */
const strayVariant =
  /[\uFE00-\uFE0D]|(?<!\p{Extended_Pictographic})(?<![0-9#*](?=\uFE0F\u20E3))[\uFE0E\uFE0F]/gv;

/** Marks that stand on no character. */
const strayMarks = /(?<!\S)\p{M}+/gv;

/** Marks beyond what any script puts on one character. */
const pileOfMarks = /(?<=\p{M}{5})\p{M}+/gv;

/** A joiner that joins nothing: those between the parts of an emoji, or letters of a script without capitals, are part of it. */
const joinsNothingAfter = /[\u200C\u200D](?![\p{Lo}\p{Extended_Pictographic}])/gv;
const joinsNothingBefore = /(?<![\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]/gv;

/** What goes, in this order: what one leaves behind is for the next. */
const unseen = [...[invisible, joinsNothingAfter, strayVariant, strayMarks, pileOfMarks], joinsNothingBefore];

/** A text of any number of lines, each ended by '\n'. Half characters become U+FFFD; of what shows nothing, nothing is left. */
export const readable = (text: string): string =>
  unseen.reduce((left, what) => left.replace(what, ''), text.toWellFormed().replace(lineEnd, '\n'));

/** A text that is one line whatever it was, with single spaces in it and none around it. */
export const oneLine = (text: string): string => readable(text).replace(/\s+/g, ' ').trim();

/** A text of several lines as one block: no line of it is empty, so that nothing in it stands by itself. */
export const block = (text: string): string =>
  readable(text).split('\n').map(oneLine).filter(Boolean).join('\n');
