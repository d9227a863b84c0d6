import type { LocalDate } from '../../time/local-date.ts';

/**
 * Inleiding: who complains does so also "voor de kwaliteit van onze dienstverlening". What a complaint is about, as the word of the list
 * that stood for it then, and what Ballance learns from it, without names.
 */
export type Learned = { subject?: string; lesson?: string };

/** The most characters of a subject. */
export const mostInSubject = 40;

/**
 * What was learned from a complaint; each part is absent where this changes nothing in it, and '' where it is taken away. The subject is
 * counted, and stays after erasure.
 */
export type LearningEvent = {
  type: 'learned';
  on: LocalDate;
  subject?: string;
  personal: Pick<Learned, 'lesson'>;
};
