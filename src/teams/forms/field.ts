import type { FormReader } from './form-reader.ts';

/** An input of a card, as the renderer takes it. */
export type Input = Record<string, unknown>;

/** One question of a form: how it is asked, and how its answer is read. Both come from here, so they agree. */
export type Field<T = unknown> = {
  label: string;
  /** The input without its id, its label and what stands in it. */
  input: Input;
  /** What stands in it before anything is typed. */
  proposed: string;
  /** What helps to answer, under the input. */
  hint?: string;
  read(form: FormReader, id: string): T;
};

/** The questions of a form by their ids, in their order; one that is not asked now is absent. */
export type Fields = Record<string, Field | undefined>;

/** What a form with those questions says. */
export type Answers<F> = { [Id in keyof F]: NonNullable<F[Id]> extends Field<infer T> ? T : never };

/** The answers, whether they are right or not; what is wrong is remembered by the reader. */
export const answersTo = <F extends Fields>(fields: F, form: FormReader): Answers<F> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]) => (field ? [[id, field.read(form, id)]] : [])),
  ) as Answers<F>;
