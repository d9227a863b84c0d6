/** One line of a choice input: what is read and what is sent. */
export type Choice<T extends string = string> = { title: string; value: T };

/** The choices for a list of values, in its order. */
export const choicesOf = <T extends string>(values: readonly T[], words: Record<T, string>): Choice<T>[] =>
  values.map((value) => ({ title: words[value], value }));
