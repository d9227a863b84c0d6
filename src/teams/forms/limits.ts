/** The most characters (code points) that a field takes. */
export const limits = { line: 200, text: 2000, letter: 20_000 } as const;

/** The most people that can be named as respondents. */
export const mostRespondents = 20;
