/**
 * The most characters (code points) that a field takes. A letter of four pages and the longest form around it stay
 * under the 28 KB that Teams takes in one card.
 */
export const limits = { line: 200, text: 2000, letter: 12_000 } as const;

/** The most people that can be named as respondents. */
export const mostRespondents = 20;

/** The most measures that one answer can promise. */
export const mostMeasures = 10;
