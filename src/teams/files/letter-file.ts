import { letterFileName } from '../../letters/letter-names.ts';
import { wordLetter } from '../../letters/word.ts';
import type { Letter } from '../../procedure/letter.ts';
import type { CaseFile } from './file-messages.ts';

/** A letter as a Word file; its name says which letter of which complaint, and nothing of a person. */
export async function letterFile(number: string, { kind, text }: Letter): Promise<CaseFile> {
  const name = letterFileName(number, kind);
  return { name, bytes: new Uint8Array(await wordLetter(text, name.replace(/\.docx$/, ''))) };
}
