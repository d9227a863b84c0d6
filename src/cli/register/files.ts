import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { documentsPath } from '../../store/documents-folder.ts';

/** Splits a text that comes in pieces into lines. Only a line feed ends a line, because texts can hold U+2028. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  const begun: string[] = [];
  for await (const piece of text) {
    const [first = '', ...others] = piece.split('\n');
    begun.push(first);
    for (const other of others) {
      yield begun.splice(0).join('');
      begun.push(other);
    }
  }
  const last = begun.join('');
  if (last !== '') yield last;
}

/**
 * Writes the lines to a file atomically: until the disk has the last line the file is called `….partial`, and an older file
 * of its name stays. Only its owner may read it.
 */
export async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  await pipeline(ended(lines), createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
  await nameWhole(partial, path);
}

/** Renames a file that is complete and on the disk to its final name. */
export async function nameWhole(partial: string, path: string): Promise<void> {
  await rename(partial, path);
  const folder = await open(dirname(path));
  // Syncs the folder, so that the new name survives a power cut.
  await folder.sync().finally(() => folder.close());
}

/** Gives the folder with the documents of a file its name, in the place of an older one. None is left where there are no documents. */
export async function nameDocuments(partial: string, path: string): Promise<void> {
  const folder = documentsPath(path);
  await rm(folder, { recursive: true, force: true });
  if (existsSync(partial)) await nameWhole(partial, folder);
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
