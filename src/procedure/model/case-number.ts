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

/** A year and a count, written together or apart: 'K-2026-0001', 'k20260001', '2026-1', 'K 2026/12'. */
const withYear = /^(?:K-?)?(20\d{2})(?:[-/](\d{1,9})|(\d{4,9}))$/;

/** A count alone: '1', '0012', 'K-12'; more digits are a telephone number. */
const countAlone = /^(?:K-?)?(\d{1,5})$/;

/**
 * Reads the number of a complaint as people type it; a count alone is of that `year`. Undefined where it is no number; only the
 * register knows whether there is such a complaint.
 */
export function readCaseNumber(typed: string, year: string): CaseNumber | undefined {
  const plain = typed.replace(/[\s.]/g, '').toUpperCase();
  const [, ownYear, apart, together] = withYear.exec(plain) ?? [];
  const [, alone] = countAlone.exec(plain) ?? [];
  const count = Number(apart ?? together ?? alone);
  const number = numberOf(ownYear ?? year, count);
  return count > 0 && isCaseNumber(number) ? number : undefined;
}
