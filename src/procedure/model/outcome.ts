import type { LocalDate } from '../../time/local-date.ts';
import type { CaseNumber } from './case-number.ts';

/** Why a complaint is not taken up (Art. 1). */
export const dismissals = ['no-complaint', 'not-about-us', 'complainant-unknown'] as const;
export type Dismissal = (typeof dismissals)[number];

/** Why a dossier was closed. 'handled-unnamed': handled to the end, without a letter, because nobody knows who complained. */
export const outcomes = [
  ...dismissals,
  'merged',
  'handled-unnamed',
  'remedied',
  'mediated',
  'withdrawn',
  'agreed',
  'lapsed',
  'late-objection-refused',
  'settled',
  'not-settled',
  'decided',
] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * What is so of the complaint into which another is merged, as its letter says it: each field absent where it is no other than of that
 * one. `answerBy`: until when the answer to both comes; `answeredOn`: it has been answered; `disputed`: with that its complainant did not
 * agree; `ofAnother`: its complainant is somebody else, who is not told of.
 */
export type MergedWith = {
  receivedOn?: LocalDate;
  answerBy?: LocalDate;
  answeredOn?: LocalDate;
  disputed?: boolean;
  ofAnother?: boolean;
};

/** Another complaint that was merged into this one. `ofAnother`: of another complainant, who does not get the letters of this one. */
export type Joined = { number: CaseNumber; summary: string; ofAnother?: boolean };
