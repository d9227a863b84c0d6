import { createReadStream } from 'node:fs';
import { Damaged, documentsIn, exported, followedExport, wholeRegister } from '../../register/export.ts';
import { assertNotNewer } from '../../register/integrity/at-start.ts';
import { copyDocumentsOf, documentFlawsOf } from '../../register/integrity/documents-in-place.ts';
import { type Head, headIn, headsInExport } from '../../register/integrity/evidence.ts';
import { type Flaw, verifying } from '../../register/integrity/verify.ts';
import type { Document } from '../../register/model/dossier.ts';
import { NewerRegister, type Store, Unreadable } from '../../register/model/store.ts';
import { Differing, Flawed, type Moving, moveIn, NoPlace, type Source } from '../../register/move-in.ts';
import { documentsFolder, documentsPath } from '../../store/documents-folder.ts';
import { instantAt } from '../../time/local-date.ts';
import {
  assertNew,
  assertNoPartOf,
  assertReadable,
  linesOf,
  nameDocuments,
  removeOnTheWay,
  writeWhole,
} from './files.ts';
import { documentsOf, filledPlace, openFilledStore, openNewStore, placeOf } from './open-store.ts';
import { counted, flawLine, named, withProgress, writtenByNewer } from './output.ts';

/** Runs a command and returns what to print. Throws `Unsound` when the register is not as it must be. */
export type Command = (...operands: string[]) => Promise<string>;

/** The register, or what was to be imported, is not as it must be. The message is all that is printed. */
export class Unsound extends Error {}

/** Exports the register of STORE to a new file. What does not verify is written as it is, and reported: no import accepts it. */
export const exportTo: Command = async (file = '') => {
  assertNew(file, [filledPlace()]);
  return using(openFilledStore(), (store) => exportedTo(file, store)).finally(() => removeOnTheWay(file));
};

async function exportedTo(file: string, store: Store): Promise<string> {
  const verifier = verifying();
  const wrong: Flaw[] = [];
  const from = documentsOf(placeOf());
  const partialFolder = `${documentsPath(file)}.partial`;
  const partial = documentsFolder(partialFolder);
  async function* noted(): AsyncGenerator<Document> {
    for await (const document of withProgress(wholeRegister(store), said('geëxporteerd'))) {
      verifier.look(document);
      wrong.push(...(await documentFlawsOf(document, from)));
      if (from) await copyDocumentsOf(document, from, partial);
      yield document;
    }
  }
  const unread = () => unreadIn(store);
  await writeWhole(file, exported(noted(), instantAt(Date.now()), unread));
  const missing = unreadableLines(store, 'staat niet in het bestand');
  await nameDocuments(partialFolder, file);
  const { flaws: seen, documents: count } = verifier.verified(unread());
  const flaws = [...seen, ...wrong];
  const done = `${parts(count)} geëxporteerd naar ${file}.`;
  if (flaws.length > 0)
    throw new Unsound(
      [...missing, ...flaws.map(flawLine), `${done} Inlezen zal worden geweigerd.`].join('\n'),
    );
  if (missing.length > 0) throw new Unsound([...missing, done].join('\n'));
  return done;
}

/** Imports a file into the register of STORE. */
export const importFrom: Command = async (file = '') => {
  // Before a register is made: the file may be missing.
  assertReadable(file);
  const missing: string[] = [];
  const read: Source = () => documentsIn(linesFrom(file), (ids) => missing.splice(0, missing.length, ...ids));
  return using(openNewStore(), async (store) => {
    const from = documentsFolder(documentsPath(file));
    const done = await moved(store, read, () => missing, { from, to: documentsOf(placeOf()) });
    if (missing.length === 0) return done;
    const gone = missing.map(
      (id) => `${id}: was niet te lezen toen de export werd gemaakt; het staat er niet in`,
    );
    throw new Unsound([...gone, done].join('\n'));
  });
};

/** Copies one register into another. Refuses what stands beside the first as the name of the second. */
export const copy: Command = async (from, to) => {
  assertNoPartOf(placeOf(from), placeOf(to));
  return using(openFilledStore(from), (source) =>
    using(openNewStore(to), async (store) => {
      const done = await moved(
        store,
        () => wholeRegister(source),
        () => unreadIn(source),
        { from: documentsOf(placeOf(from)), to: documentsOf(placeOf(to)) },
      );
      const missing = unreadableLines(source, 'is niet gekopieerd');
      if (missing.length > 0) throw new Unsound([...missing, done].join('\n'));
      return done;
    }),
  );
};

/** Reads the heads in an export, which must be whole, or in any file with a line of JSON for each. */
export async function headsOf(file: string): Promise<Head[]> {
  assertReadable(file);
  const heads: Head[] = [];
  const followed = followedExport();
  for await (const line of linesFrom(file)) {
    followed.line(line);
    const head = headIn(line);
    heads.push(...(head ? [head] : headsInExport(line)));
  }
  const fault = followed.fault();
  if (fault) throw new Error(`${file} ${ofNoUse[fault]}. Neem een export die heel is`);
  if (heads.length === 0) throw new Error(`in ${file} is niets vastgelegd om mee te vergelijken`);
  return heads;
}

const ofNoUse = {
  missing: 'is maar een deel van een export: de rest ontbreekt',
  changed: 'is veranderd: de inhoud past niet bij de controlesom op de laatste regel',
};

const linesFrom = (file: string): AsyncGenerator<string> =>
  linesOf(createReadStream(file, { encoding: 'utf8', highWaterMark: 2 ** 20 }));

export const unreadIn = (store: Store): string[] => store.unreadable().map(({ id }) => id);

/** Writes a line for each document that could not be read, with what became of it. */
export const unreadableLines = (store: Store, became: string): string[] =>
  store.unreadable().map(({ id, newer }) => {
    const why = newer === undefined ? 'beschadigd en niet te lezen' : writtenByNewer(newer);
    return `${id}: is ${why}; ${became}`;
  });

async function moved(store: Store, source: Source, unread: () => string[], moving: Moving): Promise<string> {
  let walks = 0;
  const walk: Source = () => withProgress(source(), said(walks++ === 0 ? 'gecontroleerd' : 'geschreven'));
  try {
    await assertNotNewer(store);
    const { written, present } = await moveIn(store, walk, unread, moving);
    return `${parts(written)} geschreven; ${counted(present, 'stond', 'stonden')} er al.`;
  } catch (error) {
    const reason = refusal(error);
    if (reason === undefined) throw error;
    throw new Unsound(walks > 1 ? `Afgebroken: ${reason}.` : `Geweigerd: ${reason}. Er is niets geschreven.`);
  }
}

function refusal(error: unknown): string | undefined {
  if (error instanceof Damaged) return error.message;
  if (error instanceof NoPlace)
    return 'de dossiers hebben documenten, en er is geen plaats voor: zet DOCUMENTS op een container (blob:...)';
  if (error instanceof Flawed) return flaws(error);
  if (error instanceof Differing) return `het register heeft al een andere versie van ${named(error.ids)}`;
  if (error instanceof NewerRegister) return `het register is ${writtenByNewer(error.newer)}`;
  if (error instanceof Unreadable && error.newer) return `${error.id} is ${writtenByNewer(error.newer)}`;
  return undefined;
}

/** Writes the first flaws, and how many more there are. */
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

const parts = (count: number): string => counted(count, 'onderdeel', 'onderdelen');

/** Prints how many parts of the register have passed. */
export const said = (done: string) => (count: number) => console.error(`${parts(count)} ${done}…`);
