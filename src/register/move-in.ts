import { copyDocumentsOf, documentFlawsOf, hasDocuments } from './integrity/documents-in-place.ts';
import { documentFlaw, type Flaw, verifying } from './integrity/verify.ts';
import { canonical } from './model/chain.ts';
import type { Documents } from './model/documents.ts';
import type { Document, Memo } from './model/dossier.ts';
import { intakeId } from './model/intake.ts';
import { Conflict, type Store } from './model/store.ts';

/** Documents that the store has already, with another content. */
export class Differing extends Error {
  readonly ids: string[];

  constructor(ids: string[]) {
    super(`other versions are there already: ${ids.join(', ')}`);
    this.name = 'Differing';
    this.ids = ids;
  }
}

/** Documents that are not as a register writes them, and so are not imported. */
export class Flawed extends Error {
  readonly flaws: Flaw[];

  constructor(flaws: Flaw[]) {
    super(`not as a register wrote it: ${flaws.map(({ number, kind }) => `${number} (${kind})`).join(', ')}`);
    this.name = 'Flawed';
    this.flaws = flaws;
  }
}

/** The documents to import, walked more than once: from an export, or from another store. */
export type Source = () => AsyncIterable<Document>;

export type MovedIn = {
  written: number;
  /** How many the store had already, the same. */
  present: number;
};

/** Where the content of documents (bijlagen) comes from, and where it goes. */
export type Moving = { from?: Documents | undefined; to?: Documents | undefined };

/** Dossiers have documents (bijlagen), and there is no place for them. */
export class NoPlace extends Error {}

/** How many documents are read or written at the same time. */
const atOnce = 16;

/**
 * Imports every document of the source that the store lacks. First walks the whole source, and throws `Flawed` with all that
 * does not verify or `Differing` with all that the store has otherwise. Documents that are there already stay, so it can be
 * run again after an interruption. Writes the intake document first, then the other memos: a bot that starts on half a
 * register then gives no number twice. `unread` lists after a walk the documents that could not be read at the source, and
 * stay behind. The content of documents (bijlagen) comes along, before the dossier that names it.
 */
export async function moveIn(
  store: Store,
  source: Source,
  unread: () => readonly string[] = () => [],
  documents?: Moving,
): Promise<MovedIn> {
  const moved: MovedIn = { written: 0, present: 0 };
  const memos: Memo[] = [];
  const differing: string[] = [];
  const wrong: Flaw[] = [];
  const verifier = verifying();

  await forEach(source(), async (document) => {
    verifier.look(document);
    if (document.kind === 'memo') memos.push(document);
    if ((await compare(document)) === 'different') differing.push(document.id);
    if (!documents) return;
    if (!documents.to && hasDocuments(document)) throw new NoPlace('there is no place for documents');
    wrong.push(...(await documentFlawsOf(document, documents.from)));
  });
  const flaws = [...verifier.verified(unread()).flaws, ...wrong];
  if (flaws.length > 0) throw new Flawed(flaws);
  if (differing.length > 0) throw new Differing(differing.sort());
  const isIntake = ({ id }: Memo): boolean => id === intakeId;
  await forEach(memos.filter(isIntake), write);
  await forEach(
    memos.filter((one) => !isIntake(one)),
    write,
  );
  await forEach(source(), async (document) => {
    const flaw = documentFlaw(document);
    if (flaw) throw new Flawed([flaw]);
    const { from, to } = documents ?? {};
    if (from && to) await copyDocumentsOf(document, from, to);
    if (document.kind !== 'memo') await write(document);
  });
  return moved;

  async function compare(document: Document): Promise<'absent' | 'same' | 'different'> {
    const stored = await store.read(document.id);
    if (!stored) return 'absent';
    return canonical(stored.document) === canonical(document) ? 'same' : 'different';
  }

  async function write(document: Document): Promise<void> {
    try {
      await store.write(document);
      moved.written += 1;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if ((await compare(document)) !== 'same') throw new Differing([document.id]);
      moved.present += 1;
    }
  }
}

async function forEach<T>(
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting: T[] = [];
  for await (const item of items) {
    waiting.push(item);
    if (waiting.length === atOnce) await Promise.all(waiting.splice(0).map(work));
  }
  await Promise.all(waiting.map(work));
}
