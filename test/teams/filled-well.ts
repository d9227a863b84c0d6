import type { Choice, Field, Fields } from '../../src/teams/form/fields.ts';
import type { FormStep } from '../../src/teams/steps/all-steps.ts';

export type Values = Record<string, string>;

/** The values of fields for which today, any text or the first choice is wrong. */
const special: Partial<Record<FormStep, Values>> = {
  'offer-hearing': { on: '2026-05-06', hearingForm: 'phone', laterWish: 'complainant' },
  delay: { until: '2026-06-20' },
  mediate: { time: '08:30' },
  'move-measure': { to: '2026-06-20' },
  merge: { into: 'K-2026-0007' },
  'request-redaction': { blanked: 'teruggebeld' },
};

export const choicesOf = ({ input }: NonNullable<Fields[string]>): string[] =>
  Array.isArray(input.choices) ? input.choices.map(({ value }: Choice) => value) : [];

/** Tells whether it is the name beside a colleague who is picked, of a row like the first, or where the complainant is reached. */
const isSpared = (id: string, { row }: Field): boolean =>
  id.startsWith('ownerName') || (row?.at ?? 1) > 1 || id === 'email' || id === 'address';

/** Fills in every field of a form on that day, besides those texts that the bot makes. */
export function filledWell(step: FormStep, fields: Fields, made: readonly string[], today: string): Values {
  const filled: Values = {};
  for (const [id, field] of Object.entries(fields)) {
    if (!field || made.includes(id) || isSpared(id, field)) continue;
    const { type } = field.input;
    const other = type === 'Input.Date' ? today : type === 'Input.Time' ? '14:30' : 'Zo is het gegaan.';
    filled[id] = special[step]?.[id] || field.proposed || choicesOf(field)[0] || other;
  }
  return filled;
}
