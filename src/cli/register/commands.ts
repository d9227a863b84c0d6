import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { Damaged, documentsIn, exported, wholeRegister } from '../../register/export.ts';
import { furthest, type Head, headIn, headInExport, isFurther } from '../../register/integrity/evidence.ts';
import { type Flaw, verify, verifying } from '../../register/integrity/verify.ts';
import type { Document } from '../../register/model/dossier.ts';
import type { Store } from '../../register/model/store.ts';
import { Differing, Flawed, moveIn, type Source } from '../../register/move-in.ts';
import { headsIn, headsPath } from '../../store/heads-file.ts';
import { pageFaults } from '../../store/sqlite-backup.ts';
import { linesOf, writeWhole } from './files.ts';
import { filledPlace, openFilledStore, openNewStore, placeOf } from './open-store.ts';
import { counted, flawLine, named, noteLine, withProgress } from './output.ts';

/** Does its work and answers what to tell. Throws `Unsound` when the answer is no. */
export type Command = (...operands: string[]) => Promise<string>;

/** The register, or what was to be put in it, is not as it must be. The message says so in full. */
export class Unsound extends Error {}

/** The register of STORE, to a file. What does not verify is written as it is, and told: it could not be read back. */
export const exportTo: Command = (file = '') =>
  using(openFilledStore(), async (store) => {
    const verifier = verifying();
    async function* noted(): AsyncGenerator<Document> {
      for await (const document of withProgress(wholeRegister(store), said('geëxporteerd'))) {
        verifier.look(document);
        yield document;
      }
    }
    const unread = () => unreadIn(store);
    await writeWhole(file, exported(noted(), new Date().toISOString(), unread));
    const missing = unreadableLines(store, 'staat niet in het bestand');
    const { flaws, documents: count } = verifier.verified(unread());
    const done = `${documents(count)} geëxporteerd naar ${file}.`;
    if (flaws.length > 0)
      throw new Unsound(
        [...missing, ...flaws.map(flawLine), `${done} Inlezen zal worden geweigerd.`].join('\n'),
      );
    if (missing.length > 0) throw new Unsound([...missing, done].join('\n'));
    return done;
  });

/** A file, into the register of STORE. */
export const importFrom: Command = async (file = '') => {
  // A register is not made for a file that is not there.
  await access(file);
  const missing: string[] = [];
  const read: Source = () => documentsIn(linesFrom(file), (ids) => missing.splice(0, missing.length, ...ids));
  return using(openNewStore(), async (store) => {
    const done = await moved(store, read, () => missing);
    if (missing.length === 0) return done;
    const gone = missing.map(
      (id) => `${id}: was niet te lezen toen de export werd gemaakt; het staat er niet in`,
    );
    throw new Unsound([...gone, done].join('\n'));
  });
};

/** One register into another. */
export const copy: Command = (from, to) =>
  using(openFilledStore(from), (source) =>
    using(openNewStore(to), async (store) => {
      const done = await moved(
        store,
        () => wholeRegister(source),
        () => unreadIn(source),
      );
      const missing = unreadableLines(source, 'is niet gekopieerd');
      if (missing.length > 0) throw new Unsound([...missing, done].join('\n'));
      return done;
    }),
  );

/**
 * Every document of the register of STORE, the numbers in their order, and the heads noted beside it; also those of an earlier
 * export, log or file of heads.
 */
export const verifyAll: Command = async (option, file) => {
  const noted = [...headsBeside(), ...(option === undefined ? [] : await headsOf(file ?? ''))];
  // Before the register is opened: on a full disk that keeps everybody else out.
  const broken = brokenFile();
  return using(openFilledStore(), (store) =>
    lookOver(store, noted, (present) => [...headsMissing(present), ...broken]),
  );
};

/** That the file of the register of STORE is not whole. */
function brokenFile(): Flaw[] {
  const place = filledPlace();
  if (place.kind !== 'sqlite' || isWhole(place.path)) return [];
  return [{ number: basename(place.path), kind: 'broken-file' }];
}

function isWhole(path: string): boolean {
  try {
    return pageFaults(path).length === 0;
  } catch {
    // Whatever keeps it from being looked at, opening it tells better.
    return false;
  }
}

/** What is not noted beside the register of STORE. The heads are read last: what was written meanwhile is noted. */
function headsMissing(present: readonly Head[]): Flaw[] {
  const place = placeOf();
  if (place.kind !== 'sqlite') return [];
  const noted = furthest(headsBeside());
  const missing = present.filter((head) => isFurther(head, noted.get(head.number))).length;
  if (missing === 0) return [];
  return [{ number: basename(headsPath(place.path)), kind: 'heads-missing', seq: missing }];
}

/** Looks over everything in it. A register in which there is no dossier proves nothing: throws `Unsound` as well. */
export async function lookOver(
  store: Store,
  noted: Iterable<Head> = [],
  inPlace: (present: readonly Head[]) => Flaw[] = () => [],
): Promise<string> {
  const walk = withProgress(wholeRegister(store), said('nagelopen'));
  const { dossiers, entries, notes, ...seen } = await verify(walk, noted, () => unreadIn(store));
  const flaws = (await store.faults()).map((number): Flaw => ({ number, kind: 'other-structure' }));
  flaws.push(...seen.flaws);
  // Where pages are known to be damaged this would say it once more.
  if (store.unreadable().length === 0) flaws.push(...inPlace(seen.heads));
  const walked = `${counted(dossiers, 'dossier', 'dossiers')} met ${counted(entries, 'journaalregel', 'journaalregels')} nagelopen`;
  const unread = unreadableLines(store, 'is niet nagelopen');
  const lines = [...unread, ...flaws.map(flawLine), ...notes.map(noteLine)];
  if (dossiers + flaws.length + unread.length === 0) throw new Unsound(nothingInIt);
  if (flaws.length + unread.length === 0) return [...lines, `${walked}: alles klopt.`].join('\n');
  const wrong = counted(flaws.length, 'document klopt', 'documenten kloppen');
  const found = [
    ...(flaws.length > 0 ? [`${wrong} niet`] : []),
    ...(unread.length > 0
      ? [`${counted(unread.length, 'document is', 'documenten zijn')} niet te lezen`]
      : []),
  ];
  throw new Unsound([...lines, `${walked}: ${found.join(', ')}.`].join('\n'));
}

const nothingInIt = `Er staat geen dossier in dit register, dus er is niets nagelopen. Bij een nieuw register is dat goed.
Is dit een kopie? Dan is die niet heel: een deel van een register staat naast het bestand. Maak kopieën met “backup”.`;

/** What was noted beside a register in SQLite. */
function headsBeside(): Head[] {
  const place = placeOf();
  return place.kind === 'sqlite' ? headsIn(headsPath(place.path)) : [];
}

/** The heads in an export, or in any file with a line of JSON for each. */
async function headsOf(file: string): Promise<Head[]> {
  const heads: Head[] = [];
  for await (const line of linesFrom(file)) {
    const head = headIn(line) ?? headInExport(line);
    if (head) heads.push(head);
  }
  if (heads.length === 0) throw new Error(`in ${file} is niets vastgelegd om mee te vergelijken`);
  return heads;
}

const linesFrom = (file: string): AsyncGenerator<string> =>
  linesOf(createReadStream(file, { encoding: 'utf8', highWaterMark: 2 ** 20 }));

const unreadIn = (store: Store): string[] => store.unreadable().map(({ id }) => id);

/** A line for each document that was met and could not be read, with what became of it. */
const unreadableLines = (store: Store, became: string): string[] =>
  store.unreadable().map(({ id }) => `${id}: is beschadigd en niet te lezen; ${became}`);

async function moved(store: Store, source: Source, unread: () => string[]): Promise<string> {
  let walks = 0;
  const walk: Source = () => withProgress(source(), said(walks++ === 0 ? 'gecontroleerd' : 'geschreven'));
  try {
    const { written, present } = await moveIn(store, walk, unread);
    return `${documents(written)} geschreven; ${counted(present, 'stond', 'stonden')} er al.`;
  } catch (error) {
    const reason = refusal(error);
    if (reason === undefined) throw error;
    throw new Unsound(walks > 1 ? `Afgebroken: ${reason}.` : `Geweigerd: ${reason}. Er is niets geschreven.`);
  }
}

function refusal(error: unknown): string | undefined {
  if (error instanceof Damaged) return error.message;
  if (error instanceof Flawed) return flaws(error);
  if (error instanceof Differing) return `het register heeft al een andere versie van ${named(error.ids)}`;
  return undefined;
}

/** The first of what is wrong, and how much more there is. */
function flaws({ flaws }: Flawed): string {
  const [first, ...others] = flaws.map(flawLine);
  return others.length === 0 ? `${first}` : `${first}, en zo nog ${others.length}`;
}

export async function using<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const documents = (count: number): string => counted(count, 'document', 'documenten');

const said = (done: string) => (count: number) => console.error(`${documents(count)} ${done}…`);
