import type { LocalDate } from '../../time/local-date.ts';

/** Vorm (Inleiding): a talk with who it is about or another colleague, or one in which somebody mediates. */
export const mediationForms = ['conversation', 'mediation'] as const;
export type MediationForm = (typeof mediationForms)[number];

type Parties = {
  form: MediationForm;
  /** With whom the complainant talks ("met wie"): who it is about, or another colleague. */
  partner: string;
  /** Who of Ballance leads it, by name; absent where the two talk by themselves. */
  ledBy?: string;
};

/** A talk that is to come; `time` is 'HH:mm' in Europe/Amsterdam. */
export type TalkToCome = Parties & { on: LocalDate; time: string };

/** A talk as it took place. */
export type Talk = Parties & {
  on: LocalDate;
  /** What came of it ("uitkomst"), for the dossier. */
  result: string;
  solved: boolean;
  /** What was agreed, as the complainant reads it; never absent where it solved the complaint. */
  agreements?: string;
};
