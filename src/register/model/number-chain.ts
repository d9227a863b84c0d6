import { type CaseNumber, numberOf, partsOf } from '../../procedure/model/case-number.ts';
import { chainStart, sha256 } from './chain.ts';
import { fields, text } from './checks.ts';

/**
 * The link of a complaint in the order of the numbers of its year: the hash of the link before it, and a salt, so that no other
 * register has the same link. It is given with the number, and kept in the first entry of the journal.
 */
export type Link = { previous: string; salt: string };

export const isLink = fields<Link>({ previous: text, salt: text });

/** The chain of the numbers of one year: from which number on they are linked, and the hash of the last link. */
export type NumberChain = { from: number; head: string };

/** A number that was given, and whose dossier has not been seen yet. */
export type Given = { number: CaseNumber; link: Link };

/** Computes the hash to which the next number links. */
export const linkHash = (number: string, { previous, salt }: Link): string =>
  sha256({ number, previous, salt });

export type NumberFlaw = {
  number: string;
  /** 'removed': given and filled. 'other-dossier': not what was registered under that number. 'beyond': never given. */
  kind: 'removed' | 'other-dossier' | 'beyond';
};

/**
 * Lists the flaws in the numbers of one year, walking the links from the last number to the first. `present` holds the link of
 * every dossier of that year; undefined for one from before links.
 */
export function numberFlaws(
  year: string,
  last: number,
  { from, head }: NumberChain,
  present: ReadonlyMap<number, Link | undefined>,
  unfilled: readonly Given[],
): NumberFlaw[] {
  const flaws: NumberFlaw[] = [];
  const links = new Map<number, Link | undefined>(present);
  for (const { number, link } of unfilled) {
    const parts = partsOf(number);
    if (parts?.year === year && !links.has(parts.count)) links.set(parts.count, link);
  }
  const counts = [...links.keys()].sort((a, b) => b - a);
  let expected: string | undefined = head;
  let later = last + 1;
  const removedAbove = (count: number): void => {
    for (let gone = count + 1; gone < later; gone += 1)
      flaws.push({ number: numberOf(year, gone), kind: 'removed' });
  };

  for (const count of counts.filter((one) => one >= from || links.get(one) !== undefined)) {
    const number = numberOf(year, count);
    const link = links.get(count);
    if (count > last) {
      flaws.push({ number, kind: 'beyond' });
      continue;
    }
    const follows: boolean =
      link !== undefined && (expected === undefined || linkHash(number, link) === expected);
    const isReplaced: boolean = !follows && later === count + 1;
    // What came in between was removed; if nothing was, this is not what was registered here.
    if (isReplaced) flaws.push({ number, kind: 'other-dossier' });
    else if (!follows) removedAbove(count);
    expected = isReplaced ? undefined : link?.previous;
    later = count;
  }
  if (expected !== undefined && expected !== chainStart) removedAbove(from - 1);
  return flaws;
}
