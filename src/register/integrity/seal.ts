import { sha256 } from '../model/chain.ts';
import { safeInteger } from '../model/checks.ts';
import type { Document } from '../model/dossier.ts';

/**
 * The seal of a stored document. `hash` covers every other field of the document and of the seal, so that a field that was
 * changed, removed or added by hand shows.
 */
type Seal = {
  /** How many times the document was written. */
  count: number;
  /** Whether it was once found changed outside the register; writing it again does not undo that. */
  broken?: true;
  hash: string;
};

export type Sealed<T extends Document = Document> = T & { schema?: number; seal?: Seal };

const hashOver = (document: Sealed, { hash: _, ...seal }: Seal): string => sha256({ ...document, seal });

/** Returns how many times the document was written; 0 where its seal has no such number, and so is not whole either. */
export function countOf({ seal }: Sealed): number {
  const count: unknown = Object(seal).count;
  return safeInteger(count) && count >= 0 ? count : 0;
}

/** Seals a document that is written for the `count`th time. */
export function sealed<T extends Document>(document: T, count: number, broken = false): Sealed<T> {
  const seal: Seal = { count, ...(broken && { broken }), hash: '' };
  return { ...document, seal: { ...seal, hash: hashOver(document, seal) } };
}

/** Breaks the seal of a document whose stored text is not what the register writes for it. */
export const withBrokenSeal = <T extends Document>(document: Sealed<T>): Sealed<T> => ({
  ...document,
  seal: { count: 0, ...Object(document.seal), hash: '' },
});

/** Checks a seal. 'none': written by a version without seals. 'mended': changed outside the register, and written since. */
export function sealState(document: Sealed): 'whole' | 'broken' | 'mended' | 'none' {
  const { seal } = document;
  if (seal === undefined) return 'none';
  if (typeof seal !== 'object' || seal === null || seal.hash !== hashOver(document, seal)) return 'broken';
  return seal.broken ? 'mended' : 'whole';
}
