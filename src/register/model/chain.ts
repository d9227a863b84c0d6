import { hash, randomUUID } from 'node:crypto';
import { object } from './checks.ts';
import { schema, type Versioned } from './upcast.ts';

/** Writes a value as canonical JSON: keys sorted, absent fields left out, so that equal values have equal text. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

/** Hashes a text (SHA-256, hexadecimal). */
export const textHash = (text: string): string => hash('sha256', text);

/** Hashes a value (SHA-256, hexadecimal); equal values have the same hash. */
export const sha256 = (value: unknown): string => textHash(canonical(value));

/** Sorts the keys. Returns the very same value where they are in order, as most are: copying costs more than hashing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return sortedItems(value);
  if (!object(value)) return value;
  const names = Object.keys(value);
  const before = Object.values(value);
  const inside = sortedItems(before);
  const isInOrder = names.every((name, i) => i === 0 || (names[i - 1] ?? '') < name);
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

/**
 * The fields of every entry of a chain. `hash` covers the previous hash and everything in the entry but `erasable`, of which it
 * covers only the salted `erasableHash`. So a changed or removed entry shows, and personal data can be erased.
 */
export type Chained = Versioned & {
  seq: number;
  erasableHash: string;
  previous: string;
  hash: string;
  /** Absent after erasure. */
  erasable?: { salt: string };
};

/** The previous hash of the first entry of a chain. */
export const chainStart = '0'.repeat(64);

const hashOf = ({ hash: _, erasable: __, ...covered }: Chained): string => sha256(covered);

/** Makes the next entry of a chain. */
export function entryAfter<Facts extends object, Personal extends object>(
  chain: readonly Chained[],
  facts: Facts,
  personal: Personal,
) {
  const erasable = { salt: randomUUID(), ...personal };
  const covered = {
    seq: chain.length + 1,
    schema,
    ...facts,
    erasableHash: sha256(erasable),
    previous: chain.at(-1)?.hash ?? chainStart,
  };
  return { ...covered, hash: sha256(covered), erasable };
}

/**
 * Finds the sequence number of the first entry that was changed, removed or added; undefined when the chain is whole. `replaced`: the
 * hashes of the personal parts that took the place of others, by the number of their entry, as the chain itself says.
 */
export function firstBroken(
  chain: readonly Chained[],
  replaced: ReadonlyMap<number, string> = new Map(),
): number | undefined {
  const index = chain.findIndex(
    (entry, i) =>
      entry.seq !== i + 1 ||
      entry.previous !== (chain[i - 1]?.hash ?? chainStart) ||
      entry.hash !== hashOf(entry) ||
      (entry.erasable !== undefined &&
        (replaced.get(entry.seq) ?? entry.erasableHash) !== sha256(entry.erasable)),
  );
  return index === -1 ? undefined : index + 1;
}

/** Removes the personal part of every entry; the chain stays whole. */
export const withoutErasable = <E extends Chained>(chain: readonly E[]): E[] =>
  chain.map((entry) => ({ ...entry, erasable: undefined }));
