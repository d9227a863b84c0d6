/**
 * The most characters (code points) that a field takes, and that are read of a day or a time. In plain Dutch the longest
 * form with all of its fields full is under the 28 KB that Teams takes in one card; one that is not fitting for its emoji
 * stays on the screen as it was (see cards/card-size.ts).
 */
export const limits = { line: 200, text: 2000, letter: 12_000, day: 40, time: 20 } as const;

/** The most people that can be named as respondents. */
export const mostRespondents = 20;

/** The most measures that one answer can promise. */
export const mostMeasures = 10;
