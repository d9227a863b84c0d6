import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Document } from '../../register/dossier.ts';
import { Damaged, documentsIn, exported } from '../../register/export.ts';
import { Differing, Flawed, moveIn, type Source } from '../../register/move-in.ts';
import type { Store } from '../../register/store.ts';
import { journalFlaw, verify } from '../../register/verify.ts';
import { linesOf } from './lines-of.ts';
import { openFilledStore, openStore } from './open-store.ts';
import { withProgress } from './progress.ts';
import { counted, flawLine, named } from './said.ts';
import { writeWhole } from './whole-file.ts';

/** Does its work and answers what to tell. Throws `Unsound` when the answer is no. */
export type Command = (...operands: string[]) => Promise<string>;

/** The register, or what was to be put in it, is not as it must be. The message says so in full. */
export class Unsound extends Error {}

/** The register of STORE, to a file. A broken journal is written as it is, and told: it could not be read back. */
export const exportTo: Command = (file = '') =>
  using(openFilledStore(), async (store) => {
    const unsound: string[] = [];
    let count = 0;
    async function* noted(): AsyncGenerator<Document> {
      for await (const document of withProgress(documentsOf(store), said('geëxporteerd'))) {
        const flaw = document.kind === 'dossier' ? journalFlaw(document) : undefined;
        if (flaw) unsound.push(flawLine(flaw));
        count += 1;
        yield document;
      }
    }
    await writeWhole(file, exported(noted(), new Date().toISOString()));
    const missing = unreadableLines(store, 'staat niet in het bestand');
    const done = `${documents(count)} geëxporteerd naar ${file}.`;
    if (unsound.length > 0)
      throw new Unsound([...missing, ...unsound, `${done} Inlezen zal worden geweigerd.`].join('\n'));
    if (missing.length > 0) throw new Unsound([...missing, done].join('\n'));
    return done;
  });

/** A file, into the register of STORE. */
export const importFrom: Command = async (file = '') => {
  // A register is not made for a file that is not there.
  await access(file);
  const read: Source = () =>
    documentsIn(linesOf(createReadStream(file, { encoding: 'utf8', highWaterMark: 2 ** 20 })));
  return using(openStore(), (store) => moved(store, read));
};

/** One register into another. */
export const copy: Command = (from, to) =>
  using(openFilledStore(from), (source) =>
    using(openStore(to), async (store) => {
      const done = await moved(store, () => documentsOf(source));
      const missing = unreadableLines(source, 'is niet gekopieerd');
      if (missing.length > 0) throw new Unsound([...missing, done].join('\n'));
      return done;
    }),
  );

/** Every dossier of the register of STORE: is its journal whole, and does the complaint follow from it? */
export const verifyAll: Command = () => using(openFilledStore(), lookOver);

/** Looks over every dossier in it. A register in which there is none proves nothing: throws `Unsound` as well. */
export async function lookOver(store: Store): Promise<string> {
  const { dossiers, entries, flaws } = await verify(withProgress(documentsOf(store), said('nagelopen')));
  const walked = `${counted(dossiers, 'dossier', 'dossiers')} met ${counted(entries, 'journaalregel', 'journaalregels')} nagelopen`;
  const unread = unreadableLines(store, 'is niet nagelopen');
  if (dossiers + unread.length === 0) throw new Unsound(nothingInIt);
  if (flaws.length + unread.length === 0) return `${walked}: alles klopt.`;
  const wrong = counted(flaws.length, 'dossier klopt', 'dossiers kloppen');
  const found = [
    ...(flaws.length > 0 ? [`${wrong} niet`] : []),
    ...(unread.length > 0
      ? [`${counted(unread.length, 'document is', 'documenten zijn')} niet te lezen`]
      : []),
  ];
  throw new Unsound([...unread, ...flaws.map(flawLine), `${walked}: ${found.join(', ')}.`].join('\n'));
}

const nothingInIt = `Er staat geen dossier in dit register, dus er is niets nagelopen. Bij een nieuw register is dat goed.
Is dit een kopie? Dan is die niet heel: een deel van een register staat naast het bestand. Maak kopieën met “backup”.`;

/** A line for each document that was met and could not be read, with what became of it. */
const unreadableLines = (store: Store, became: string): string[] =>
  store.unreadable().map(({ id }) => `${id}: is beschadigd en niet te lezen; ${became}`);

async function moved(store: Store, source: Source): Promise<string> {
  let walks = 0;
  const walk: Source = () => withProgress(source(), said(walks++ === 0 ? 'gecontroleerd' : 'geschreven'));
  try {
    const { written, present } = await moveIn(store, walk);
    return `${documents(written)} geschreven; ${counted(present, 'stond', 'stonden')} er al.`;
  } catch (error) {
    const reason = refusal(error);
    if (reason === undefined) throw error;
    throw new Unsound(walks > 1 ? `Afgebroken: ${reason}.` : `Geweigerd: ${reason}. Er is niets geschreven.`);
  }
}

function refusal(error: unknown): string | undefined {
  if (error instanceof Damaged) return error.message;
  if (error instanceof Flawed) return flawLine(error.flaw);
  if (error instanceof Differing) return `het register heeft al een andere versie van ${named(error.ids)}`;
  return undefined;
}

async function* documentsOf(store: Store): AsyncGenerator<Document> {
  for await (const { document } of store.all()) yield document;
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
