import { createHash } from 'node:crypto';

/** A value as JSON with the keys of every object sorted and absent fields left out: equal values, equal text. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

/** SHA-256 of a value, in hexadecimal; equal values have the same. */
export const sha256 = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]),
  );
}
