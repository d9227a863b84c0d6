import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The lines of a text that comes in pieces, without their line feeds. Only a line feed ends a line: texts hold U+2028. */
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
 * Writes the lines to a file that is there whole or not at all: until the disk has the last one it is called
 * `….partial`, and what stood under its name stays. Only its owner may read it.
 */
export async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  await pipeline(ended(lines), createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
  await nameWhole(partial, path);
}

/** Gives a file that is whole, and on the disk, its name. */
export async function nameWhole(partial: string, path: string): Promise<void> {
  await rename(partial, path);
  const folder = await open(dirname(path));
  // So that the new name survives a power cut too.
  await folder.sync().finally(() => folder.close());
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
