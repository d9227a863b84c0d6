import { createHash } from 'node:crypto';

/** A value as JSON with the keys of every object sorted and absent fields left out: equal values, equal text. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

/** SHA-256 of a value, in hexadecimal; equal values have the same. */
export const sha256 = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** The very same value where nothing is out of order, which is the most of it: copying costs more than hashing. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return sortedItems(value);
  const fields = value as Record<string, unknown>;
  const names = Object.keys(fields);
  const before = Object.values(fields);
  const inside = sortedItems(before);
  const isInOrder = names.every((name, i) => i === 0 || (names[i - 1] as string) < name);
  if (isInOrder && inside === before) return value;
  const entries = names.map((name, i) => [name, inside[i]] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sortedItems(items: unknown[]): unknown[] {
  let copy: unknown[] | undefined;
  for (const [i, item] of items.entries()) {
    const inOrder = sorted(item);
    if (inOrder === item) continue;
    copy ??= [...items];
    copy[i] = inOrder;
  }
  return copy ?? items;
}
