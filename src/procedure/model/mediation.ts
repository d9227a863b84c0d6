import type { LocalDate } from '../../time/local-date.ts';

/** Vorm (Inleiding): a talk with who it is about or another colleague, or one in which somebody mediates. */
export const mediationForms = ['conversation', 'mediation'] as const;
export type MediationForm = (typeof mediationForms)[number];

/** With whom, and who of Ballance leads it: nobody where the two talk by themselves. */
type Parties = { form: MediationForm; partner: string; ledBy?: string };

/** A talk that is to come; `time` is 'HH:mm' in Europe/Amsterdam. */
export type TalkToCome = Parties & { on: LocalDate; time: string };

/** A talk as it took place. */
export type Talk = Parties & { on: LocalDate; result: string; solved: boolean; agreements?: string };
