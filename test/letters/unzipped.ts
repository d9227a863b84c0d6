import { filesIn } from '../../src/letters/letterhead.ts';

/** The files in a zip archive, by name, as text. */
export const unzipped = (archive: Buffer): Map<string, string> =>
  new Map([...filesIn(archive)].map(([name, read]) => [name, read().toString('utf8')]));
