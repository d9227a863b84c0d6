import {
  accessSync,
  constants,
  createWriteStream,
  existsSync,
  lstatSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { StorePlace } from '../../settings/sections.ts';
import { documentsPath } from '../../store/documents-folder.ts';

/** What stands beside a register in SQLite, by how its name ends; an export has some of it. */
const beside = ['', '-wal', '-shm', '-journal', '.heads', '.heads.partial', '.documents'];

/** What is made on the way to a copy or an export. */
const onTheWay = [
  ...['', '-wal', '-shm', '-journal', '.documents'].map((end) => `.partial${end}`),
  '.documents.partial',
];

/**
 * Refuses the name of a file to be written where that would replace something: all that comes with it must be new, and no part of a
 * register in use, however it is spelled. Parts of a register that are not there at the moment count as well.
 */
export function assertNew(file: string, registers: readonly StorePlace[]): void {
  const folder = dirname(file);
  if (!existsSync(folder)) throw new Error(`de map ${folder} is er niet`);
  const taken = new Set(registers.flatMap(partsOf));
  for (const name of [...beside, ...onTheWay].map((end) => file + end)) {
    if (taken.has(realName(name)))
      throw new Error(`${name} hoort bij het register zelf; kies een andere naam`);
    if (!lstatSync(name, { throwIfNoEntry: false })) continue;
    const since = name.includes('.partial') ? ', van een keer die werd afgebroken; gooi dat weg of' : ';';
    throw new Error(`${name} bestaat al${since} kies een andere naam`);
  }
}

/** Refuses the name of a file to be read where there is none that can be. */
export function assertReadable(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found)
    throw new Error(`er is geen bestand ${file}; kijk of de naam klopt en of je in de goede map staat`);
  if (found.isDirectory()) throw new Error(`${file} is een map; noem een bestand`);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new Error(`je mag ${file} niet lezen; geef jezelf dat recht`);
  }
}

/** Refuses a register that would be made of what stands beside another. */
export function assertNoPartOf(other: StorePlace, place: StorePlace): void {
  const [parts, taken] = [partsOf(place), partsOf(other)];
  if (parts[0] !== taken[0] && parts.some((name) => taken.includes(name)))
    throw new Error('het ene register ligt in wat bij het andere hoort; kies een andere naam');
}

/** Names the parts of a register in a file: beside the name it has, and beside the file to which that leads. */
function partsOf(place: StorePlace): string[] {
  if (place.kind !== 'sqlite') return [];
  const real = existsSync(place.path) ? realpathSync(place.path) : place.path;
  return [real, place.path].flatMap((path) => beside.map((end) => realName(path + end)));
}

/** Names a file by where it really stands, in one case: some systems tell no capitals apart. */
function realName(path: string): string {
  const folder = dirname(path);
  if (existsSync(path)) return realpathSync(path).toLowerCase();
  return join(existsSync(folder) ? realpathSync(folder) : resolve(folder), basename(path)).toLowerCase();
}

/** Removes what was made on the way to a file, once it is complete or has failed. */
export const removeOnTheWay = (file: string) =>
  Promise.all(onTheWay.map((end) => rm(file + end, { recursive: true, force: true })));

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
 * Writes the lines to a file atomically: until the disk has the last line the file is called `….partial`. Only its owner may read it.
 */
export async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  const partial = `${path}.partial`;
  await pipeline(ended(lines), createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
  await nameWhole(partial, path);
}

/** Renames a file that is complete and on the disk to its final name, which nothing may have by then. */
export async function nameWhole(partial: string, path: string): Promise<void> {
  if (existsSync(path)) throw new Error(`${path} bestaat al; kies een andere naam`);
  await rename(partial, path);
  const folder = await open(dirname(path));
  // Syncs the folder, so that the new name survives a power cut.
  await folder.sync().finally(() => folder.close());
}

/** Gives the folder with the documents of a file its name. None is made where there are no documents. */
export async function nameDocuments(partial: string, path: string): Promise<void> {
  if (existsSync(partial)) await nameWhole(partial, documentsPath(path));
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
