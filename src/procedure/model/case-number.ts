import { Refusal } from './refusal.ts';

/**
 * The number of a complaint: 'K-2026-0001', the year of registration and a count of at least four digits. The compiler checks
 * the shape of a literal; any other text becomes one through `isCaseNumber` or `caseNumber`.
 */
export type CaseNumber = `K-${number}-${number}`;

const shape = /^K-(\d{4})-(\d{4,9})$/;

/** Tells whether the text can be the number of a complaint; only the register knows whether there is such a complaint. */
export const isCaseNumber = (text: string): text is CaseNumber => shape.test(text);

/** Reads the text as the number of a complaint. Refuses any other text as it refuses a number that no complaint has. */
export function caseNumber(text: string): CaseNumber {
  if (!isCaseNumber(text)) throw new Refusal('unknown-complaint');
  return text;
}

/** Writes a year and a count as 'K-2026-0001'. */
export const numberOf = (year: string, count: number): string =>
  `K-${year}-${String(count).padStart(4, '0')}`;

/** Reads the year and the count of a number; undefined when the text is none. */
export function partsOf(text: string): { year: string; count: number } | undefined {
  const [, year, count] = shape.exec(text) ?? [];
  return year && count ? { year, count: Number(count) } : undefined;
}
