import type { LocalDate } from './local-date.ts';

/** Art. 2, "Werkdag": tells which days are none, and why. */
export type WorkingDays = {
  readonly name: 'strict' | 'wide';
  /** Returns the reason in Dutch ('weekend', 'Tweede Paasdag'); undefined for a werkdag. */
  offReason(day: LocalDate): string | undefined;
};

/**
 * The Algemene termijnenwet, art. 3, read twice: `strict` (paragraph 1) for what Ballance owes, `wide`
 * (paragraphs 1, 2 and 3) for what the complainant owes and for the last day on which Ballance can act.
 */
export type Calendar = {
  readonly strict: WorkingDays;
  readonly wide: WorkingDays;
  /** The years of which all days equated by decree (paragraph 3) are known. */
  readonly decreedYears: ReadonlySet<number>;
  /** The days that are known to be equated with a public holiday by decree (paragraph 3). */
  readonly decreed: ReadonlySet<LocalDate>;
  /** The wide werkdagen that a letter by post takes (POST_DAYS). */
  readonly postDays: number;
};
