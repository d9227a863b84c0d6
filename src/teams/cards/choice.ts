/** One line of a choice input: what is read and what is sent. */
export type Choice = { title: string; value: string };

/** The choices for a list of values, in its order. */
export const choicesOf = <T extends string>(values: readonly T[], words: Record<T, string>): Choice[] =>
  values.map((value) => ({ title: words[value], value }));
