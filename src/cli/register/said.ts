import type { Flaw } from '../../register/verify.ts';

const numbers = new Intl.NumberFormat('nl');

/** '1.234 dossiers', '1 dossier'. */
export const counted = (count: number, one: string, several: string): string =>
  `${numbers.format(count)} ${count === 1 ? one : several}`;

/** What is wrong with a dossier, as a line. */
export function flawLine({ number, kind, seq }: Flaw): string {
  if (kind === 'broken-journal') return `${number}: het journaal klopt niet vanaf regel ${seq}`;
  if (seq === 0) return `${number}: er is geen journaal`;
  return `${number}: het journaal is heel tot en met regel ${seq}, maar de klacht is niet zoals het journaal zegt`;
}

const mostNamed = 20;

/** The first of many names, and how many more there are. */
export function named(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).join(', ');
  return more > 0 ? `${shown} en nog ${numbers.format(more)}` : shown;
}
