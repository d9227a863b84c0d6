import type { Document, Dossier } from './dossier.ts';

/**
 * Brings a stored document up to the shape that this version works with.
 * Seals and hashes are those of what was stored, so they are checked before.
 */
export function upcast<T extends Document>(document: T): T {
  return document.kind === 'dossier' ? { ...document, complaint: withJudgement(document) } : document;
}

/** Art. 6: until 0.4.0 the judgement stood in the answer alone; figures read it where it stays after erasure. */
function withJudgement({ complaint }: Dossier): Dossier['complaint'] {
  const { answer, judgement } = complaint;
  return answer && !judgement ? { ...complaint, judgement: answer.judgement } : complaint;
}
