import { sha256 } from '../model/chain.ts';
import type { Document } from '../model/dossier.ts';

/**
 * What shows that a stored document is as the register wrote it. `hash` covers every other field of the document and of the
 * seal, so that none can be changed, removed or put in by hand without it showing.
 */
type Seal = {
  /** How many times the document was written. */
  count: number;
  /** It was once found changed outside the register; that does not wear off by writing it again. */
  broken?: true;
  hash: string;
};

export type Sealed<T extends Document = Document> = T & { schema?: number; seal?: Seal };

const hashOver = (document: Sealed, { hash: _, ...seal }: Seal): string => sha256({ ...document, seal });

/** How many times the document was written; 0 where its seal holds no such number, which then is no whole one either. */
export function countOf({ seal }: Sealed): number {
  const count: unknown = Object(seal).count;
  return Number.isSafeInteger(count) && (count as number) >= 0 ? (count as number) : 0;
}

/** The document under a seal, written for the `count`th time. */
export function sealed<T extends Document>(document: T, count: number, broken = false): Sealed<T> {
  const seal: Seal = { count, ...(broken && { broken }), hash: '' };
  return { ...document, seal: { ...seal, hash: hashOver(document, seal) } };
}

/** The document under a seal that does not fit it: what stands in the store is not the text that the register writes for it. */
export const withBrokenSeal = <T extends Document>(document: Sealed<T>): Sealed<T> => ({
  ...document,
  seal: { count: 0, ...Object(document.seal), hash: '' },
});

/** 'none': it was written by a version without seals. 'mended': it was changed outside the register, and written since. */
export function sealState(document: Sealed): 'whole' | 'broken' | 'mended' | 'none' {
  const { seal } = document;
  if (seal === undefined) return 'none';
  if (typeof seal !== 'object' || seal === null || seal.hash !== hashOver(document, seal)) return 'broken';
  return seal.broken ? 'mended' : 'whole';
}
