import { isLocalDate, type LocalDate } from '../procedure/articles/art02-periods.ts';

type Maybe<N extends string> = Record<N, string | undefined>;

/** Fields that the letter cannot do without: what is not known yet shows as a gap, "[standpunt]". */
export const orGap = <N extends string>(fields: Maybe<N>): Record<N, string> =>
  filledIn(fields, (name) => `[${name}]`);

/** Fields that may be absent: a section about them is left out. */
export const orNothing = <N extends string>(fields: Maybe<N>): Record<N, string> =>
  filledIn(fields, () => '');

/** The first of these texts that says something. */
export const firstOf = (...texts: (string | undefined)[]): string | undefined =>
  texts.find((text) => text?.trim());

/** A day as it is written; undefined while there is none. */
export const written = (day: LocalDate | undefined, write: (day: LocalDate) => string): string | undefined =>
  day && isLocalDate(day) ? write(day) : undefined;

function filledIn<N extends string>(fields: Maybe<N>, instead: (name: N) => string): Record<N, string> {
  const entries = Object.entries<string | undefined>(fields) as [N, string | undefined][];
  return Object.fromEntries(
    entries.map(([name, text]) => [name, text?.trim() ? text : instead(name)]),
  ) as Record<N, string>;
}
