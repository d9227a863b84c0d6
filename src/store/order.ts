import { type CaseNumber, caseNumber, numberOf, partsOf } from '../procedure/model/case-number.ts';
import type { Dossier } from '../register/model/dossier.ts';

type Order = (a: Dossier, b: Dossier) => number;

const { compare: compareNumeric } = new Intl.Collator('nl', { numeric: true });

/**
 * Compares by number, so that K-2026-9999 comes before K-2026-10000. Numbers of the same length are in the order of their text,
 * which is found much sooner.
 */
const compare = (a: CaseNumber, b: CaseNumber): number =>
  a.length === b.length ? Number(a > b) - Number(a < b) : compareNumeric(a, b);

/** Sorts by the nearest day to act, those without one last, then by number. */
export const nearestFirst: Order = (a, b) => compareDays(a, b) || compare(a.id, b.id);

/** Sorts by number, the newest first. */
export const newestFirst: Order = (a, b) => compare(b.id, a.id);

function compareDays({ nextDayToAct: a }: Dossier, { nextDayToAct: b }: Dossier): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}

/** More complaints than a year has. */
const aYear = 1_000_000_000;

/** Converts a number to its place in the order of numbers; undefined for one that the register does not write like that. */
export function placeOf(number: CaseNumber): number | undefined {
  const parts = partsOf(number);
  return parts && numberOf(parts.year, parts.count) === number
    ? Number(parts.year) * aYear + parts.count
    : undefined;
}

/** Converts a place back to the number. */
export const numberAt = (place: number): CaseNumber =>
  caseNumber(numberOf(String(Math.floor(place / aYear)), place % aYear));
