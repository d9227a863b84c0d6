import { readable } from '../../letters/readable.ts';

/** What was typed, by field, to show it again. Takes anything; what is no text, number or yes/no is left out. */
export function valuesOf(input: unknown): Record<string, string> {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return {};
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => isPlain(value))
      .map(([id, value]) => [id, readable(String(value))]),
  );
}

/** Whether a value is of the kinds that a card input gives. */
export const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
