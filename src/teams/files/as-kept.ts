import { createHash } from 'node:crypto';
import type { KeptDocument } from '../../procedure/model/document.ts';

/** What is wrong with a document that cannot be given: it is not where it is kept, or its content is another. */
export type Damage = 'missing' | 'changed';

/** Says that a document cannot be given as it was kept. */
export class NotAsKept extends Error {
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(`a document is not as it was kept: ${damage}`);
    this.name = 'NotAsKept';
    this.damage = damage;
  }
}

/** Words what is wrong with a document, after what it is called. */
export const damageWords: Record<Damage, string> = {
  missing: 'ontbreekt: het is niet waar het hoort te staan.',
  changed: 'is niet meer zoals het is bewaard.',
};

/** Words what to do about it. */
export const tellOfDamage = 'Zeg het tegen de beheerder, die het nakijkt met: npm run -s register -- verify';

/** Passes on a content, and holds its end back: throws there where it is not what was kept, so that no other comes in its place. */
export async function* asKept(
  content: AsyncIterable<Uint8Array>,
  { size, sha256 }: Pick<KeptDocument, 'size' | 'sha256'>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let [passed, held]: [number, Uint8Array | undefined] = [0, undefined];
  for await (const piece of content) {
    if (held) yield held;
    hash.update(piece);
    passed += piece.length;
    held = piece;
  }
  if (passed !== size || hash.digest('hex') !== sha256) throw new NotAsKept('changed');
  if (held) yield held;
}

/** Finds what is wrong with a content by reading it whole; undefined where nothing is. */
export async function damageOf(
  content: AsyncIterable<Uint8Array> | undefined,
  kept: Pick<KeptDocument, 'size' | 'sha256'>,
): Promise<Damage | undefined> {
  if (!content) return 'missing';
  try {
    const pieces = asKept(content, kept);
    while (!(await pieces.next()).done);
    return undefined;
  } catch (error) {
    if (error instanceof NotAsKept) return error.damage;
    throw error;
  }
}
