import type { LocalDate } from '../../time/local-date.ts';

/**
 * Inleiding: who complains does so also "voor de kwaliteit van onze dienstverlening". What a complaint is about, as the word of the list
 * that stood for it then, and what Ballance learns from it, without names.
 */
export type Learned = { subject?: string; lesson?: string };

/** How satisfied somebody is, from very dissatisfied to very satisfied. */
export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** What the complainant thinks of how the complaint was handled, and of what came of it. */
export type Scores = { handling: Score; outcome: Score };

/** What they said of it after the closing, and when; `remark`: in a sentence, which is internal. */
export type Satisfaction = Scores & { on: LocalDate; remark?: string };

/** The most characters of a subject. */
export const mostInSubject = 40;

/**
 * What was learned from a complaint; each part is absent where this changes nothing in it, and '' where it is taken away. The subject is
 * counted, and stays after erasure.
 */
export type LearningEvent =
  | { type: 'learned'; on: LocalDate; subject?: string; personal: Pick<Learned, 'lesson'> }
  /** The complainant was asked after the closing; the day and the scores are counted, and stay after erasure. */
  | (Scores & { type: 'satisfaction-recorded'; on: LocalDate; personal: Pick<Satisfaction, 'remark'> });
