import type { LocalDate } from '../../time/local-date.ts';

/** Why a complainant has no name: nobody knows who it is, or they do not want to say. */
export const unnamedKinds = ['unknown', 'anonymous'] as const;
export type Unnamed = (typeof unnamedKinds)[number];

/** The complainant, for whom they complain, and how to reach them in writing (Art. 5). */
export type Complainant = {
  name: string;
  /** Namens wie: the stakeholder, where the complainant speaks for someone (Art. 1). */
  representing?: string;
  email?: string;
  phone?: string;
  address?: string;
  /** Absent where the name is known; then `name` says it in a word. */
  unnamed?: Unnamed;
};

/** Days on which nobody knew who complains, nor how to reach them: from the registration, to the day it became known, unless they say so. */
export type UnnamedDays = { from?: LocalDate; until?: LocalDate };
