import assert from 'node:assert/strict';
import { filesIn } from '../../../src/letters/letterhead.ts';
import type { offeredFile } from '../../../src/teams/files/file-consent.ts';
import { wordText } from '../../letters/word-text.ts';

type Offered = Awaited<ReturnType<typeof offeredFile>>;

/** Reads an archive that is made while it is read; returns its files by name. */
export async function opened(file: Offered): Promise<Map<string, Buffer>> {
  assert.ok('pieces' in file, 'this is no archive');
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  assert.equal(bytes.length, file.size, 'its size is what was said');
  return new Map([...filesIn(bytes)].map(([name, read]) => [name, read()]));
}

/** Reads the Word file of an archive of which the name says so. */
export async function wordIn(file: Offered, what: string): Promise<string> {
  const files = await opened(file);
  const [name = assert.fail(what)] = [...files.keys()].filter((one) => one.endsWith(`${what}.docx`));
  return wordText(files.get(name) ?? assert.fail(name));
}
