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
