import { letterFileName } from '../../letters/letter-names.ts';
import { wordLetter } from '../../letters/word.ts';
import type { Letter } from '../../procedure/letter.ts';

/** A letter as a Word file; its name says which letter of which complaint, and nothing of a person. */
export async function letterFile(
  number: string,
  { kind, text }: Letter,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const name = letterFileName(number, kind);
  return { name, bytes: new Uint8Array(await wordLetter(text, name.replace(/\.docx$/, ''))) };
}
